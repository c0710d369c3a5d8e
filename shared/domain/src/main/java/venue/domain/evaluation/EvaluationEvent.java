package venue.domain.evaluation;

import java.time.Instant;
import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.review.Mark;
import venue.domain.evaluation.review.Rejection;

/// What can happen in an evaluation (评标). Each member's own desk writes what the member does; what
/// moves the evaluation on is written by the chair's desk. Drafts never leave the desk.
public sealed interface EvaluationEvent extends Fact {

    /// 签到
    record MemberSignedIn(PersonId member, DeviceId desk, Instant at) implements EvaluationEvent {}

    /// 查看投标人名单: the list was put before this member.
    record BidderListShown(PersonId member, List<BidderId> bidders, Digest handover, Instant at)
            implements
                EvaluationEvent {
        public BidderListShown {
            bidders = List.copyOf(bidders);
        }
    }

    /// 签署承诺书: no relation with any bidder, secrecy, independence.
    record ExpertDeclared(PersonId member, Instant at) implements EvaluationEvent {}

    /// 申请回避
    record ExpertRecused(PersonId member, Relation relation, String reason, Instant at)
            implements
                EvaluationEvent {}

    /// 更换成员: the host put the drawn substitute in the place of a member, whose entries are void.
    record MemberReplaced(PersonId predecessor, PersonId substitute, String reason,
            PersonId confirmedBy, Instant at) implements EvaluationEvent {}

    /// 推选组长投票
    record ChairVoted(PersonId member, PersonId candidate, int round, Instant at)
            implements
                EvaluationEvent {}

    /// 启封移交的投标文件
    record HandoverOpened(PersonId by, List<Offer> offers, List<Drawn> draws, OpeningNote opening,
            Digest parcel, Instant at) implements EvaluationEvent {
        public HandoverOpened {
            offers = List.copyOf(offers);
            draws = List.copyOf(draws);
        }
    }

    /// 初步评审草稿: kept on the member's desk only.
    record ReviewDrafted(PersonId member, List<Mark> marks, Instant at)
            implements
                EvaluationEvent {
        public ReviewDrafted {
            marks = List.copyOf(marks);
        }
    }

    /// 提交初步评审
    record ReviewSubmitted(PersonId member, List<Mark> marks, Instant at)
            implements
                EvaluationEvent {
        public ReviewSubmitted {
            marks = List.copyOf(marks);
        }
    }

    /// 发出澄清通知
    record ClarificationAsked(int number, BidderId bidder, String question, Instant due,
            PersonId by, Instant at) implements EvaluationEvent {}

    /// 收到澄清答复, passed on by the host.
    ///
    /// @param document SHA-256 of the signed answer as a file
    record ClarificationAnswered(int number, String text, Digest document, PersonId recordedBy,
            Instant at) implements EvaluationEvent {}

    /// 逾期未答复，视为放弃
    record ClarificationLapsed(int number, PersonId by, Instant at) implements EvaluationEvent {}

    /// 初步评审汇总
    ///
    /// @param members whose marks were counted
    record ReviewConsolidated(PersonId by, List<PersonId> members, List<Rejection> rejections,
            Instant at) implements EvaluationEvent {
        public ReviewConsolidated {
            members = List.copyOf(members);
            rejections = List.copyOf(rejections);
        }
    }

    /// 评分草稿: kept on the member's desk only, with the nonce once it is committed.
    record BallotDrafted(PersonId member, List<Score> scores, String nonce, Instant at)
            implements
                EvaluationEvent {
        public BallotDrafted {
            scores = List.copyOf(scores);
        }
    }

    /// 提交评分: only the digest of the ballot, signed by the member's certificate.
    ///
    /// @param signature base64 of a detached signature over [Ballot#statement]
    record BallotCommitted(PersonId member, Digest commitment, String signature, Instant at)
            implements
                EvaluationEvent {}

    /// 揭示评分
    record BallotRevealed(PersonId member, List<Score> scores, String nonce, Instant at)
            implements
                EvaluationEvent {
        public BallotRevealed {
            scores = List.copyOf(scores);
        }
    }

    /// 更正评分: after the reveal, with a reason, where the rules point at an irregularity.
    record ScoreCorrected(PersonId member, BidderId bidder, String item, Points points,
            String reason, Instant at) implements EvaluationEvent {}

    /// 并列抽签
    record TieSettled(PersonId by, List<BidderId> order, String method, Instant at)
            implements
                EvaluationEvent {
        public TieSettled {
            order = List.copyOf(order);
        }
    }

    /// 形成评标报告
    ///
    /// @param revision how many dissents and corrections it contains; a later one makes it void
    /// @param facts SHA-256 of the facts in canonical JSON
    /// @param pdf SHA-256 of the paper
    record ReportDrafted(PersonId by, int revision, Digest facts, Digest pdf, Instant at)
            implements
                EvaluationEvent {}

    /// 书面不同意见
    record DissentFiled(PersonId member, String text, Instant at) implements EvaluationEvent {}

    /// 签署评标报告
    ///
    /// @param pdf SHA-256 of the paper that was signed
    /// @param signature base64 of a detached signature over the paper
    record ReportSigned(PersonId member, Digest pdf, String signature, Instant at)
            implements
                EvaluationEvent {}

    /// 拒绝签字: without written reasons it counts as consent (招标投标法实施条例 第五十三条).
    record SigningRefused(PersonId member, Digest pdf, String reason, Instant at)
            implements
                EvaluationEvent {}

    /// 评标结束
    record EvaluationClosed(PersonId by, Digest pdf, Instant at) implements EvaluationEvent {}
}
