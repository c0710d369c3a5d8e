package venue.domain.evaluation;

import java.util.List;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.evaluation.ranking.Score;
import venue.domain.evaluation.review.Mark;

/// What can be asked for in an evaluation; who asks stands in `Acting`.
public sealed interface EvaluationCommand {

    /// 签到
    record SignIn() implements EvaluationCommand {}

    /// The list of bidders, read from the handover, is about to be shown to the member.
    record ShowBidders(List<BidderId> bidders, Digest handover) implements EvaluationCommand {
        public ShowBidders {
            bidders = List.copyOf(bidders);
        }
    }

    /// 签署承诺书
    record Declare() implements EvaluationCommand {}

    /// 申请回避
    record Recuse(Relation relation, String reason) implements EvaluationCommand {}

    /// 补抽: by the host, at the desk of the member who leaves.
    record Replace(PersonId predecessor, PersonId substitute, String reason)
            implements
                EvaluationCommand {}

    /// 推选组长
    record VoteChair(PersonId candidate) implements EvaluationCommand {}

    /// 启封投标文件
    record OpenHandover(List<Offer> offers, List<Drawn> draws, OpeningNote opening,
            Digest parcel) implements EvaluationCommand {
        public OpenHandover {
            offers = List.copyOf(offers);
            draws = List.copyOf(draws);
        }
    }

    /// Saves the marks so far.
    record DraftReview(List<Mark> marks) implements EvaluationCommand {
        public DraftReview {
            marks = List.copyOf(marks);
        }
    }

    /// 提交初步评审
    record SubmitReview(List<Mark> marks) implements EvaluationCommand {
        public SubmitReview {
            marks = List.copyOf(marks);
        }
    }

    /// 要求澄清
    record AskClarification(BidderId bidder, String question) implements EvaluationCommand {}

    /// 登记答复: by the host.
    record AnswerClarification(int number, String text, Digest document)
            implements
                EvaluationCommand {}

    /// 逾期未答复
    record LapseClarification(int number) implements EvaluationCommand {}

    /// 汇总初步评审
    record ConsolidateReview() implements EvaluationCommand {}

    /// Saves the points so far.
    record DraftBallot(List<Score> scores) implements EvaluationCommand {
        public DraftBallot {
            scores = List.copyOf(scores);
        }
    }

    /// 提交评分
    ///
    /// @param nonce 64 hexadecimal digits of chance, kept on the desk until the reveal
    /// @param signature base64 of a detached signature over [Ballot#statement]
    record CommitBallot(List<Score> scores, String nonce, String signature)
            implements
                EvaluationCommand {
        public CommitBallot {
            scores = List.copyOf(scores);
        }
    }

    /// 揭示评分
    record RevealBallot() implements EvaluationCommand {}

    /// 更正评分
    record CorrectScore(BidderId bidder, String item, Points points, String reason)
            implements
                EvaluationCommand {}

    /// 并列抽签
    record SettleTie(List<BidderId> order, String method) implements EvaluationCommand {
        public SettleTie {
            order = List.copyOf(order);
        }
    }

    /// 形成评标报告
    record DraftReport(Digest facts, Digest pdf) implements EvaluationCommand {}

    /// 提出不同意见
    record FileDissent(String text) implements EvaluationCommand {}

    /// 签署
    record SignReport(Digest pdf, String signature) implements EvaluationCommand {}

    /// 拒绝签署
    record RefuseToSign(String reason) implements EvaluationCommand {}

    /// 结束评标
    record Close() implements EvaluationCommand {}
}
