package venue.rehearsal.prepare;

import java.nio.file.Path;
import java.util.List;

/// A technical volume (技术标) as bidders write them: long, in chapters, each bidder with figures of
/// its own.
final class TechnicalVolume {

    private static final int FEWEST_PAGES = 42;

    private static final List<String> CHAPTERS = List.of("编制说明与编制依据", "工程概况与重点难点分析", "施工总体部署",
            "施工测量方案", "深基坑支护与土方工程", "地基处理与垫层工程", "管廊主体结构工程", "变形缝与防水工程", "入廊管线安装工程",
            "机电与消防安装工程", "道路恢复与附属工程", "冬雨季施工措施", "质量管理体系与保证措施", "安全生产与文明施工措施", "环境保护与绿色施工",
            "工期保证措施与进度计划", "劳动力、机械设备与材料计划", "应急预案与协调配合", "信息化施工与竣工资料");

    private static final List<String> THEMES = List.of("工作内容与边界", "施工工艺流程", "主要控制要点", "资源配置",
            "检验与验收",
            "风险与应对");

    private static final List<String> SENTENCES = List.of(
            "本节对应标段桩号 K%d+%03d 至 K%d+%03d，施工前由技术负责人组织图纸会审，逐项核对断面尺寸、标高和预留孔洞位置，形成会审记录后方可进入下道工序。",
            "现场按 %d 个流水段组织平行作业，每个流水段配置钢筋、模板、混凝土三个专业班组，单段作业周期控制在 %d 天以内，段间设置 %d 天的技术间歇。",
            "沟槽开挖深度约 %d.%d 米，采用拉森Ⅳ型钢板桩支护并设置 %d 道内支撑，开挖遵循分层、分段、对称、限时的原则，严禁超挖。",
            "监测点沿基坑周边每 %d 米布置一组，水平位移预警值取 %d 毫米，累计值达到控制值的百分之八十时立即加密监测并启动会商。",
            "主体结构采用 C40 P8 抗渗混凝土，入模温度不高于 %d 摄氏度，底板与侧墙一次浇筑高度不超过 %d 厘米，浇筑后保湿养护不少于 %d 天。",
            "防水卷材搭接宽度不小于 %d 毫米，阴阳角处增设宽度 %d 毫米的附加层，完工后逐段进行闭水试验，持续时间不少于 %d 小时。",
            "项目经理部实行周例会和日碰头制度，对偏离计划 %d 天以上的工作面当日下达纠偏指令，并在 %d 日内消除偏差。",
            "材料进场执行三方见证取样，钢筋按每 %d 吨一个检验批，混凝土试块按每 %d 立方米留置一组，不合格材料当日清退出场并留存影像。",
            "现场设置 %d 台视频监控和 %d 套扬尘在线监测设备，数据接入监管平台，夜间施工提前 %d 日公告。",
            "针对地下水位较高的区段，布置 %d 口管井降水，降深控制在槽底以下 %d 厘米，降水期间对邻近建筑物每日观测 %d 次。");

    private TechnicalVolume() {}

    static void write(Story.Bidder bidder, Path file) {
        try (var paper = new Typesetter(Story.PROJECT + Story.LOT + " 技术标")) {
            paper.title("施工组织设计").paragraph("工程名称：" + Story.PROJECT)
                    .paragraph("标段名称：" + Story.LOT).paragraph("编制日期：2026 年 11 月").breakPage();
            long seed = 7919L * bidder.number();
            int round = 0;
            while (paper.pages() < FEWEST_PAGES) {
                int chapter = round % CHAPTERS.size();
                if (round < CHAPTERS.size()) {
                    paper.heading("第 " + (chapter + 1) + " 章　" + CHAPTERS.get(chapter));
                } else {
                    paper.heading("附录 " + (round - CHAPTERS.size() + 1) + "　"
                            + CHAPTERS.get(chapter) + "补充说明");
                }
                seed = chapter(paper, chapter, seed);
                round++;
            }
            paper.save(file);
        }
    }

    private static long chapter(Typesetter paper, int chapter, long from) {
        long seed = from;
        int theme = 0;
        for (var name : THEMES) {
            theme++;
            paper.paragraph((chapter + 1) + "." + theme + "　" + name);
            for (int i = 0; i < 4; i++) {
                seed = (seed * 6364136223846793005L + 1442695040888963407L);
                var sentence = SENTENCES.get(Math.floorMod(seed >>> 33, SENTENCES.size()));
                paper.paragraph(fill(sentence, seed));
            }
        }
        return seed;
    }

    private static String fill(String sentence, long seed) {
        var numbers = new Object[4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 2 + (int) ((seed >>> (7 * i + 11)) % 27 + 27) % 27;
        }
        return sentence.formatted(numbers);
    }
}
