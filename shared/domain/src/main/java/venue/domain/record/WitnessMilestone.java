package venue.domain.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Fact;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;

/// A moment of the day that a witness's timeline shows, read from the other desks' events and from
/// the witness's own. Holds no score, no price and no expert's name.
///
/// @param detail a number, a value or a stage's title; may be empty
public record WitnessMilestone(Instant at, Kind kind, String detail) {

    /// What happened.
    public enum Kind {
        /// 签到开始
        CHECK_IN_BEGAN,
        /// 停止接收投标文件
        SUBMISSION_CLOSED,
        /// 开标会议开始
        MEETING_OPENED,
        /// 清点投标文件
        BIDS_COUNTED,
        /// 公布投标人名单
        LIST_PUBLISHED,
        /// 系数抽取完成
        DRAW_CONCLUDED,
        /// 解密开始
        DECRYPTION_BEGAN,
        /// 解密结束
        DECRYPTION_CLOSED,
        /// 唱标开始
        READ_OUT_BEGAN,
        /// 提出异议
        OBJECTION_RAISED,
        /// 答复异议
        OBJECTION_ANSWERED,
        /// 开标结束
        OPENING_ENDED,
        /// 投标文件移交
        BIDS_HANDED_OVER,
        /// 评标成员签到
        MEMBER_SIGNED_IN,
        /// 申请回避
        EXPERT_RECUSED,
        /// 更换成员
        MEMBER_REPLACED,
        /// 启封投标文件
        HANDOVER_OPENED,
        /// 发出澄清
        CLARIFICATION_ASKED,
        /// 收到澄清答复
        CLARIFICATION_ANSWERED,
        /// 初步评审汇总
        REVIEW_CONSOLIDATED,
        /// 评标报告形成
        REPORT_DRAFTED,
        /// 不同意见
        DISSENT_FILED,
        /// 评标结束
        EVALUATION_CLOSED,
        /// 见证环节开始
        STAGE_BEGAN,
        /// 见证环节结束
        STAGE_ENDED,
        /// 情况记录
        INCIDENT_RECORDED
    }

    /// The milestones among `facts`, in the order of time.
    public static List<WitnessMilestone> of(List<? extends Fact> facts) {
        var found = new ArrayList<WitnessMilestone>();
        for (var fact : facts) {
            switch (fact) {
                case OpeningEvent opening -> of(opening).ifPresent(found::add);
                case EvaluationEvent evaluation -> of(evaluation).ifPresent(found::add);
                case WitnessEvent witness -> of(witness).ifPresent(found::add);
                default -> {
                }
            }
        }
        found.sort(Comparator.comparing(WitnessMilestone::at));
        return List.copyOf(found);
    }

    private static Optional<WitnessMilestone> of(OpeningEvent event) {
        return switch (event) {
            case OpeningEvent.CheckInBegan e -> made(e, Kind.CHECK_IN_BEGAN, "");
            case OpeningEvent.SubmissionClosed e -> made(e, Kind.SUBMISSION_CLOSED, "");
            case OpeningEvent.MeetingOpened e -> made(e, Kind.MEETING_OPENED, "");
            case OpeningEvent.BidsCounted e -> made(e, Kind.BIDS_COUNTED, "" + e.received());
            case OpeningEvent.ListPublished e -> made(e, Kind.LIST_PUBLISHED, "");
            case OpeningEvent.DrawConcluded e ->
                made(e, Kind.DRAW_CONCLUDED, e.planId() + " = " + e.value());
            case OpeningEvent.DecryptionBegan e -> made(e, Kind.DECRYPTION_BEGAN, "");
            case OpeningEvent.DecryptionClosed e ->
                made(e, Kind.DECRYPTION_CLOSED, e.opened() + " / " + (e.opened()
                        + e.stayedSealed()));
            case OpeningEvent.ReadOutBegan e -> made(e, Kind.READ_OUT_BEGAN, "");
            case OpeningEvent.ObjectionRaised e ->
                made(e, Kind.OBJECTION_RAISED, "" + e.number());
            case OpeningEvent.ObjectionAnswered e ->
                made(e, Kind.OBJECTION_ANSWERED, "" + e.number());
            case OpeningEvent.OpeningEnded e -> made(e, Kind.OPENING_ENDED, "");
            case OpeningEvent.BidsHandedOver e -> made(e, Kind.BIDS_HANDED_OVER, "");
            default -> Optional.empty();
        };
    }

    private static Optional<WitnessMilestone> of(EvaluationEvent event) {
        return switch (event) {
            case EvaluationEvent.MemberSignedIn e ->
                made(e, Kind.MEMBER_SIGNED_IN, e.desk().value());
            case EvaluationEvent.ExpertRecused e -> made(e, Kind.EXPERT_RECUSED, "");
            case EvaluationEvent.MemberReplaced e -> made(e, Kind.MEMBER_REPLACED, "");
            case EvaluationEvent.HandoverOpened e -> made(e, Kind.HANDOVER_OPENED, "");
            case EvaluationEvent.ClarificationAsked e ->
                made(e, Kind.CLARIFICATION_ASKED, "" + e.number());
            case EvaluationEvent.ClarificationAnswered e ->
                made(e, Kind.CLARIFICATION_ANSWERED, "" + e.number());
            case EvaluationEvent.ReviewConsolidated e ->
                made(e, Kind.REVIEW_CONSOLIDATED, "" + e.rejections().size());
            case EvaluationEvent.ReportDrafted e -> made(e, Kind.REPORT_DRAFTED, "");
            case EvaluationEvent.DissentFiled e -> made(e, Kind.DISSENT_FILED, "");
            case EvaluationEvent.EvaluationClosed e -> made(e, Kind.EVALUATION_CLOSED, "");
            default -> Optional.empty();
        };
    }

    private static Optional<WitnessMilestone> of(WitnessEvent event) {
        return switch (event) {
            case WitnessEvent.StageBegan e -> made(e, Kind.STAGE_BEGAN, e.stage().title());
            case WitnessEvent.StageEnded e -> made(e, Kind.STAGE_ENDED, e.stage().title());
            case WitnessEvent.IncidentRecorded e ->
                made(e, Kind.INCIDENT_RECORDED, e.incident().brief() + " " + e.code());
            default -> Optional.empty();
        };
    }

    private static Optional<WitnessMilestone> made(Fact fact, Kind kind, String detail) {
        return Optional.of(new WitnessMilestone(fact.at(), kind, detail));
    }
}
