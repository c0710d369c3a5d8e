package venue.domain.evaluation.formula;

/// One line of a computation sheet (计算过程): what was computed, from what, and the result.
public record Step(What what, String expression, String value) {

    /// What a step computes.
    public enum What {
        /// 参与计算的报价
        ENTERING,
        /// 去掉的最高报价
        DROPPED_HIGH,
        /// 去掉的最低报价
        DROPPED_LOW,
        /// 合计
        SUM,
        /// 算术平均值
        MEAN,
        /// 开标时抽取的系数
        DRAWN,
        /// 平均值乘系数
        TIMES_DRAWN,
        /// 评标基准价（按招标文件取舍）
        BENCHMARK
    }
}
