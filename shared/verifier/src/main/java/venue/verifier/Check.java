package venue.verifier;

import static venue.verifier.Category.AUTHENTICITY;
import static venue.verifier.Category.COMPLETENESS;
import static venue.verifier.Category.CONSISTENCY;
import static venue.verifier.Category.EVIDENCE;

/// The checks by number. A number once given keeps its meaning; the titles stand in the bundle.
public enum Check {
    /// 应有文件齐全
    V101(COMPLETENESS, true),
    /// 文件与清单一致
    V102(COMPLETENESS, true),
    /// 文件可读
    V103(COMPLETENESS, true),
    /// 日志连续到最后检查点
    V104(COMPLETENESS, true),
    /// 日志内容已公开
    V105(COMPLETENESS, true),
    /// 文书与签名文件齐全
    V106(COMPLETENESS, true),
    /// 已开启投标文件的开标一览表在案
    V107(COMPLETENESS, true),
    /// 档案清单签名
    V201(AUTHENTICITY, true),
    /// 检查点由本机密钥签名
    V202(AUTHENTICITY, true),
    /// 会话密钥逐次认证并签名
    V203(AUTHENTICITY, true),
    /// 两棵哈希树的树根重算
    V204(AUTHENTICITY, true),
    /// 日志内容与摘要相符
    V205(AUTHENTICITY, true),
    /// 中心加签覆盖全部事件
    V206(AUTHENTICITY, true),
    /// 文书签名
    V207(AUTHENTICITY, true),
    /// 评分承诺的签名
    V208(AUTHENTICITY, true),
    /// 揭示与承诺相符
    V209(AUTHENTICITY, true),
    /// 事件由有权的人和工位写入
    V210(AUTHENTICITY, true),
    /// 证书吊销状态可知
    V211(AUTHENTICITY, false),
    /// 检查点的 SM2 签名
    V212(AUTHENTICITY, false),
    /// 会话密钥由操作员证书证实
    V213(AUTHENTICITY, true),
    /// 新一代日志如实引用前一代并由两人批准
    V214(AUTHENTICITY, true),
    /// 存在性证明与瓦片
    V215(AUTHENTICITY, true),
    /// 其他工位所见与日志一致
    V216(AUTHENTICITY, true),
    /// 文书即日志所记的文书
    V301(CONSISTENCY, true),
    /// 开标记录重算
    V302(CONSISTENCY, true),
    /// 任务书相互一致
    V303(CONSISTENCY, true),
    /// 唱标内容与解密文件一致
    V304(CONSISTENCY, true),
    /// 大小写金额一致
    V305(CONSISTENCY, true),
    /// 抽取重算
    V306(CONSISTENCY, true),
    /// 移交内容与开标一致
    V307(CONSISTENCY, true),
    /// 初步评审重新计票
    V308(CONSISTENCY, true),
    /// 评标基准价与报价得分重算
    V309(CONSISTENCY, true),
    /// 总分、排序、候选人重算
    V310(CONSISTENCY, true),
    /// 评标报告其余事实重算
    V311(CONSISTENCY, true),
    /// 时序
    V312(CONSISTENCY, true),
    /// 证据原件的哈希
    V401(EVIDENCE, true),
    /// 保管链
    V402(EVIDENCE, true),
    /// 见证文书在案
    V403(EVIDENCE, false);

    private final Category category;
    private final boolean required;

    Check(Category category, boolean required) {
        this.category = category;
        this.required = required;
    }

    /// What it looks at.
    public Category category() {
        return category;
    }

    /// Whether an archive is not accepted when this check could not run.
    public boolean required() {
        return required;
    }
}
