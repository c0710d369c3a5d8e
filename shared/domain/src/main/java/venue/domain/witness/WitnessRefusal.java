package venue.domain.witness;

import venue.domain.base.Basis;
import venue.domain.base.Refusal;
import venue.domain.base.Role;

/// Why a witness's command is refused.
public enum WitnessRefusal implements Refusal {
    /// Only a witness writes here.
    NOT_A_WITNESS("公共资源交易见证工作规程", "见证人员"),
    /// This stage is being watched already.
    STAGE_ALREADY_BEGUN("公共资源交易见证工作规程", "环节记录"),
    /// This stage has not begun or has ended.
    STAGE_NOT_OPEN("公共资源交易见证工作规程", "环节记录"),
    /// The checklist still has lines without a result.
    ITEMS_UNCHECKED("公共资源交易见证工作规程", "核对事项"),
    /// No such line in the checklist.
    UNKNOWN_ITEM("公共资源交易见证工作规程", "核对事项"),
    /// 异常 without saying what.
    ABNORMAL_NEEDS_NOTE("公共资源交易见证工作规程", "核对事项"),
    /// A second result needs its reason; the first one stays.
    CORRECTION_NEEDS_REASON("公共资源交易见证工作规程", "更正记录"),
    /// Nothing was written.
    TEXT_MISSING("公共资源交易见证工作规程", "如实记录"),
    /// More than 4 000 characters.
    TEXT_TOO_LONG("公共资源交易见证工作规程", "如实记录"),
    /// A witness states facts and never judges.
    JUDGES("公共资源交易平台管理暂行办法", "平台运行服务机构职责"),
    /// No such code in the catalogue.
    UNKNOWN_CODE("公共资源交易见证工作规程", "行为目录"),
    /// The code is about another kind of subject.
    OTHER_SUBJECT("公共资源交易见证工作规程", "行为目录"),
    /// The subject has no name.
    SUBJECT_MISSING("公共资源交易见证工作规程", "行为目录"),
    /// It cannot have happened after now.
    OCCURS_LATER("公共资源交易见证工作规程", "如实记录"),
    /// No such finding.
    UNKNOWN_INCIDENT("公共资源交易见证工作规程", "情况记录"),
    /// The finding has been closed.
    INCIDENT_CLOSED("公共资源交易见证工作规程", "情况记录"),
    /// Class B: evidence before anything that may warn the subject.
    EVIDENCE_FIRST("公共资源交易见证工作规程", "先保全后告知"),
    /// A written notice needs its paper.
    PAPER_MISSING("公共资源交易见证工作规程", "提示告知"),
    /// A receipt is for a notice.
    NOT_NOTIFIED("公共资源交易见证工作规程", "送达回证"),
    /// The notice has been delivered already.
    ALREADY_DELIVERED("公共资源交易见证工作规程", "送达回证"),
    /// A signature or, when refused, the circumstances.
    DELIVERY_UNPROVEN("公共资源交易见证工作规程", "送达回证"),
    /// Closed only after prompt or notice and its receipt.
    NOT_DELIVERED("公共资源交易见证工作规程", "办结条件"),
    /// A suspicion is not closed here; it goes to the department.
    NOT_FOR_US_TO_CLOSE("公共资源交易平台管理暂行办法", "平台运行服务机构职责"),
    /// Only findings that are not yet class B rise.
    ALREADY_CLASS_B("公共资源交易见证工作规程", "情况升级"),
    /// The new code must be able to be class B.
    NOT_ESCALABLE("公共资源交易见证工作规程", "情况升级"),
    /// Class A is not reported as a suspicion.
    NOT_CLASS_B("公共资源交易见证工作规程", "报告主管部门"),
    /// Report before evidence is preserved.
    REPORT_BEFORE_EVIDENCE("公共资源交易见证工作规程", "先保全后报告"),
    /// A capture of this finding is still running.
    CAPTURE_RUNNING("公共资源交易见证工作规程", "证据保全"),
    /// Reported already.
    ALREADY_REPORTED("公共资源交易见证工作规程", "报告主管部门"),
    /// A receipt or an answer is for a report.
    NOT_REPORTED("公共资源交易见证工作规程", "移交签收"),
    /// The hand-over has its receipt already.
    ALREADY_RECEIVED("公共资源交易见证工作规程", "移交签收"),
    /// No such piece of evidence.
    UNKNOWN_EXHIBIT("公共资源交易见证工作规程", "证据保全"),
    /// The capture has ended.
    CAPTURE_ENDED("公共资源交易见证工作规程", "证据保全"),
    /// The original is not in the store (yet).
    NOT_KEPT("公共资源交易见证工作规程", "证据保管"),
    /// Before evidence leaves, its digests are computed again.
    HASH_NOT_VERIFIED("最高人民法院关于民事诉讼证据的若干规定", "第九十三条"),
    /// Both parties sign a hand-over, or the refusal is written down.
    CUSTODY_UNSIGNED("公共资源交易见证工作规程", "证据移交"),
    /// Nothing has been watched.
    NOTHING_WATCHED("公共资源交易见证工作规程", "见证报告"),
    /// A stage is still being watched.
    STAGES_STILL_OPEN("公共资源交易见证工作规程", "见证报告"),
    /// A suspicion has not been reported yet.
    SUSPICION_UNREPORTED("公共资源交易见证工作规程", "见证报告");

    private final Basis basis;

    WitnessRefusal(String source, String article) {
        this.basis = new Basis(source, article);
    }

    @Override
    public Basis basis() {
        return basis;
    }

    @Override
    public Role remedyBy() {
        return Role.WITNESS;
    }
}
