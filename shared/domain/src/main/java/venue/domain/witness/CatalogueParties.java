package venue.domain.witness;

import static venue.domain.witness.Catalogue.entry;
import static venue.domain.witness.FindingClass.A;
import static venue.domain.witness.FindingClass.A_TO_B;
import static venue.domain.witness.FindingClass.B;
import static venue.domain.witness.SubjectKind.AGENCY;
import static venue.domain.witness.SubjectKind.BIDDER;
import static venue.domain.witness.SubjectKind.TENDERER;

import java.util.stream.Stream;

/// The catalogue's part about the parties: bidders, tenderers, agencies.
final class CatalogueParties {

    private CatalogueParties() {}

    static Stream<Misconduct> entries() {
        return Stream.of(bidders(), tenderers(), agencies()).flatMap(part -> part);
    }

    private static Stream<Misconduct> bidders() {
        return Stream.of(entry(BIDDER, 1, A, "迟到或未按时签到", ""),
                entry(BIDDER, 2, A, "未按时解密或携带错误证书", "E31"), entry(BIDDER, 3, A, "扰乱开标秩序、无理取闹", ""),
                entry(BIDDER, 4, A, "拒绝签字", ""),
                entry(BIDDER, 5, A_TO_B, "恶意异议、虚假投诉", "R61,77 Q57,73"),
                entry(BIDDER, 6, A, "无故撤销投标、弃标", "R35"),
                entry(BIDDER, 7, B, "弄虚作假（假证件、假业绩、假人员、假信用）", "R42,68 T54 P77"),
                entry(BIDDER, 8, B, "以他人名义投标、借用资质", "T33,54 R42,69"),
                entry(BIDDER, 9, B, "串通投标（协商、约定、同编制人、同办理人、同管理成员、规律性报价、混装、同账户）",
                        "R39,40,67 T53 G37 Q74"),
                entry(BIDDER, 10, B, "行贿", "T53 R67 P77"),
                entry(BIDDER, 11, B, "与招标人就实质性内容进行谈判", "T43,55"),
                entry(BIDDER, 12, B, "私下接触评标专家、影响评标", "T44"),
                entry(BIDDER, 13, B, "冒名出席、冒用数字证书", ""),
                entry(BIDDER, 14, A_TO_B, "代多家办理，同设备、同网络地址、同加密锁线索", ""),
                entry(BIDDER, 15, A, "泄露或录制开标室禁录内容", ""));
    }

    private static Stream<Misconduct> tenderers() {
        return Stream.of(entry(TENDERER, 1, A_TO_B, "未按时开标、擅自更改地点", "R44"),
                entry(TENDERER, 2, B, "接收应当拒收的投标文件", "R64(4)"),
                entry(TENDERER, 3, B, "开标前开启投标文件并泄露", "R41(1)"),
                entry(TENDERER, 4, B, "泄露潜在投标人、标底、评标委员会名单", "T52 R41(2)"),
                entry(TENDERER, 5, B, "明示、暗示或作倾向性说明", "R48,41(5) G45"),
                entry(TENDERER, 6, B, "违规组建评标委员会、更换成员", "R70"),
                entry(TENDERER, 7, B, "干预评标、要求修改评分", "T38 R80"),
                entry(TENDERER, 8, B, "不答复异议而继续进行", "R77"),
                entry(TENDERER, 9, A, "授权代表无授权、超员进入评标室", "G66"),
                entry(TENDERER, 10, A, "拒绝延长评标时间", "R48"),
                entry(TENDERER, 11, A, B, "未按规定录音录像", "G78(5)"),
                entry(TENDERER, 12, B, "投标人不足三家仍开标", "T28 R44"));
    }

    private static Stream<Misconduct> agencies() {
        return Stream.of(entry(AGENCY, 1, A, "开标准备不足、文件或表格错误、迟到", ""),
                entry(AGENCY, 2, A, "主持程序错误、漏唱、错唱", ""),
                entry(AGENCY, 3, B, "泄露应当保密的情况或与各方串通", "T50"),
                entry(AGENCY, 4, B, "在所代理项目中投标或为投标人提供咨询", "R65 G8"),
                entry(AGENCY, 5, A_TO_B, "误导评标专家、代替评标专家填写", "Q42"),
                entry(AGENCY, 6, B, "专家抽取违规（人为指定、重复抽取、泄露）", "R46"),
                entry(AGENCY, 7, A, "擅自更换人员、无证上岗", ""),
                entry(AGENCY, 8, A, "未按规定支付或者多支付评审费", "G45(9)"),
                entry(AGENCY, 9, B, "档案缺失、篡改", "P76 G78(11)"), entry(AGENCY, 10, A, "违反场地纪律", ""));
    }
}
