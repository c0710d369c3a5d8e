package venue.verifier;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.Ballot;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationEvent.*;
import venue.domain.evaluation.EvaluationRules;
import venue.domain.evaluation.Offer;
import venue.domain.evaluation.OpeningNote;
import venue.domain.evaluation.formula.PriceSheet;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.domain.record.EvaluationReport;
import venue.domain.tender.BidSheet;
import venue.journal.Wire;

/// The evaluation of the small day: five desks, the chair at the second.
final class SmallEvaluation {

    static final String PAPER = "documents/evaluation-report.pdf";
    private static final String NONCE = "6b".repeat(32);
    private static final PersonId CHAIR = new PersonId("P-EXPERT-1");

    private final SmallDay day;
    private final EvaluationRules rules;
    private venue.domain.evaluation.Evaluation state;

    SmallEvaluation(SmallDay day) {
        this.day = day;
        this.rules = new EvaluationRules(SmallTender.evaluation(day.people));
        this.state = rules.beginning();
    }

    void tell() throws IOException {
        day.file("tender/evaluation-brief.json", Wire.write(rules.brief()));
        for (int m = 0; m < 5; m++) {
            say(m, new MemberSignedIn(id(m), new DeviceId("seat-" + (m + 1)), day.later()),
                    new ExpertDeclared(id(m), day.later()), new ChairVoted(id(m), CHAIR, 1,
                            day.later()));
        }
        if (day.lie == Lie.WRONG_DESK) {
            say(1, new ExpertDeclared(id(3), day.later()));
        }
        handover();
        for (int m = 0; m < 5; m++) {
            say(m, new ReviewSubmitted(id(m), SmallTender.marks(m), day.later()));
        }
        say(1, new ReviewConsolidated(CHAIR, state.seated().stream().sorted().toList(),
                state.outcome().review().rejections(), day.later()));
        ballots();
        report();
    }

    private static PersonId id(int member) {
        return new PersonId(SmallTender.MEMBERS.get(member));
    }

    private void handover() throws IOException {
        var offers = new ArrayList<Offer>();
        var opening = new SmallOpening(day);
        for (int n = 1; n <= SmallTender.BIDS; n++) {
            offers.add(new Offer(offered(opening.sheet(n), n), List.of()));
        }
        var record = new Digest(Bytes.of(
                java.nio.file.Files.readAllBytes(day.folder.resolve(SmallOpening.PAPER))).sha256());
        say(1, new HandoverOpened(CHAIR, offers, List.of(new Drawn("K", "下浮系数", drawn())),
                new OpeningNote(SmallPeople.NINE, SmallTender.BIDS, List.of(), record),
                new Digest("c".repeat(64)), day.later()));
    }

    private BidSheet offered(BidSheet sheet, int number) {
        return day.lie == Lie.OFFER && number == 1
                ? new BidSheet(sheet.bidder(), sheet.bidderName(), sheet.price(),
                        sheet.priceInWords(), 300, "合格", "另一经理", sheet.managerLicence(),
                        sheet.bond(), sheet.bondForm(), "")
                : sheet;
    }

    private String drawn() {
        var values = SmallTender.tender().draws().getFirst().values();
        var nonce = "5a".repeat(32);
        var commitment = Draw.commitment("K-1", "machine", Bytes.fromHex(nonce).array());
        var drawn = Draw.taken(new Transcript("K-1", "K", values.size(), Draw.digestOf(values), 1,
                List.of(new Transcript.Contribution("machine", commitment, nonce)),
                List.of(3, 1, 6)), values).getFirst();
        return day.lie == Lie.DRAW
                ? values.stream().filter(v -> !v.equals(drawn)).findFirst().orElseThrow()
                : drawn;
    }

    private void ballots() {
        for (int m = 0; m < 5; m++) {
            if (day.lie == Lie.EARLY_REVEAL && m == 4) {
                reveal(0);
            }
            var commitment = new Ballot(SmallTender.ID, id(m), SmallTender.scores(m))
                    .commitment(NONCE);
            var signer = day.lie == Lie.FALSE_BALLOT_SIGNATURE && m == 2
                    ? "P-EXPERT-4"
                    : id(m).value();
            var cms = Detached.sign(day.people.token(signer),
                    Ballot.statement(SmallTender.ID, id(m), commitment), day.later());
            say(m, new BallotCommitted(id(m), commitment, cms.base64(), day.later()));
        }
        for (int m = day.lie == Lie.EARLY_REVEAL ? 1 : 0; m < 5; m++) {
            reveal(m);
        }
    }

    private void reveal(int m) {
        var scores = SmallTender.scores(day.lie == Lie.OTHER_BALLOT && m == 3 ? 1 : m);
        say(m, new BallotRevealed(id(m), scores, NONCE, day.later()));
    }

    private void report() throws IOException {
        var facts = bent(EvaluationReport.of(state));
        var digest = day.file("evaluation/report.json", Wire.write(facts));
        var pdf = day.file(PAPER, SmallDay.text("%PDF 评标报告"));
        say(1, new ReportDrafted(CHAIR, 0, digest, pdf, day.later()));
        for (int m = 0; m < 5; m++) {
            var cms = day.sign(PAPER, id(m).value());
            say(m, new ReportSigned(id(m), pdf, cms.base64(), day.later()));
        }
        say(1, new EvaluationClosed(CHAIR, pdf, day.later()));
    }

    private EvaluationReport bent(EvaluationReport r) {
        var rejections = day.lie == Lie.REVIEW ? r.rejections().subList(0, 0) : r.rejections();
        var sheet = day.lie == Lie.BENCHMARK
                ? r.sheet().map(s -> new PriceSheet(s.benchmark().add(BigDecimal.ONE), s.steps(),
                        s.lines()))
                : r.sheet();
        var candidates = day.lie == Lie.CANDIDATES
                ? r.candidates().reversed()
                : r.candidates();
        var chair = day.lie == Lie.CHAIR ? Optional.of(id(4)) : r.chair();
        return new EvaluationReport(r.tender(), r.plan(), r.began(), r.concluded(), r.committee(),
                chair, r.replacements(), r.opening(), r.draws(), r.bids(), r.passed(), r.review(),
                rejections, r.questions(), r.ballots(), r.corrections(), r.irregularities(), sheet,
                r.ranking(), r.tie(), candidates, r.dissents());
    }

    private void say(int member, EvaluationEvent... events) {
        for (var event : events) {
            state = rules.after(state, event);
        }
        day.write("seat-" + (member + 1), id(member).value(), Role.EXPERT,
                (venue.domain.base.Fact[]) events);
    }
}
