package venue.verifier.check;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import venue.domain.base.BidderId;
import venue.domain.base.Money;
import venue.domain.evaluation.Drawn;
import venue.domain.evaluation.EvaluationEvent.HandoverOpened;
import venue.domain.evaluation.EvaluationEvent.ReviewConsolidated;
import venue.domain.evaluation.Outcome;
import venue.domain.opening.Bid;
import venue.domain.opening.OpeningEvent.RecordDrafted;
import venue.domain.record.EvaluationReport;
import venue.domain.tender.BidSheet;
import venue.verifier.read.Absent;
import venue.verifier.read.Entry;

/// V307 to V311: the result again, from the bids as opened, the marks, the revealed ballots and the
/// draws, compared with the report that was signed.
final class ResultAgain {

    private final Probe probe;

    ResultAgain(Probe probe) {
        this.probe = probe;
    }

    /// V307: what the committee opened is what the hall had opened.
    void handover() {
        var entries = probe.dossier().entries(HandoverOpened.class);
        if (entries.isEmpty()) {
            throw new Absent("event", "HandoverOpened");
        }
        var entry = entries.getFirst();
        var handover = (HandoverOpened) entry.fact();
        var opening = probe.dossier().opening();
        probe.check(handover.offers().size() == opening.openedBids().size(), entry.place(),
                "offers", handover.offers().size(), opening.openedBids().size());
        for (var offer : handover.offers()) {
            offer(entry, offer.sheet(),
                    opening.bid(offer.bidder()).flatMap(Bid::opened).map(Bid.Opened::sheet)
                            .orElse(null));
        }
        probe.check(Drawn.byId(handover.draws()).equals(drawn()), entry.place(), "draws");
        probe.check(handover.opening().received() == opening.bids().size(), entry.place(),
                "received", handover.opening().received(), opening.bids().size());
        var drafts = probe.dossier().facts(RecordDrafted.class);
        probe.check(drafts.stream()
                .anyMatch(draft -> draft.sha256().equals(handover.opening().record())),
                entry.place(), "record-hash");
    }

    private void offer(Entry entry, BidSheet offered,
            @org.jspecify.annotations.Nullable BidSheet opened) {
        if (opened == null) {
            probe.check(false, entry.place(), "offer-unknown", offered.bidderName());
            return;
        }
        var fields = Differences.of(opened, offered, Set.of());
        probe.check(fields.isEmpty(), entry.place(), "offer", offered.bidderName(), fields);
    }

    private SortedMap<String, String> drawn() {
        var drawn = new TreeMap<String, String>();
        probe.dossier().opening().draws().values().forEach(draw -> draw.result()
                .ifPresent(result -> drawn.put(draw.plan().id(), result.value())));
        return drawn;
    }

    /// The result from the opening's own prices and draws; the handover is not believed.
    private Outcome outcome() {
        var evaluation = probe.dossier().evaluation();
        var prices = new TreeMap<BidderId, Money>();
        probe.dossier().opening().openedBids()
                .forEach(bid -> bid.opened()
                        .ifPresent(opened -> prices.put(bid.bidder(), opened.sheet().price())));
        var draws = new TreeMap<>(evaluation.draws());
        draws.putAll(drawn());
        return Outcome.of(evaluation.brief().plan(), prices, evaluation.reviews(),
                evaluation.ballots(), draws);
    }

    /// V308: the marks counted again.
    void review() {
        var outcome = outcome();
        var report = probe.dossier().report();
        for (var cell : outcome.review().cells()) {
            probe.check(report.review().contains(cell), "evaluation/report.json", "cell",
                    name(report, cell.bidder()), cell.item(), cell.conforming(), cell.failing());
        }
        probe.check(report.rejections().equals(outcome.review().rejections()),
                "evaluation/report.json", "rejections", outcome.review().rejections().size(),
                report.rejections().size());
        probe.check(report.passed().equals(outcome.passed()), "evaluation/report.json", "passed");
        probe.dossier().evaluation().consolidated().map(ReviewConsolidated::rejections)
                .ifPresent(rejections -> probe.check(
                        rejections.equals(outcome.review().rejections()), "review-consolidated",
                        "rejections", outcome.review().rejections().size(), rejections.size()));
    }

    /// V309: the benchmark and the price points.
    void prices() {
        var again = outcome().sheet();
        var filed = probe.dossier().report().sheet();
        if (again.isEmpty() || filed.isEmpty()) {
            probe.check(again.isEmpty() == filed.isEmpty(), "evaluation/report.json", "no-sheet");
            return;
        }
        probe.check(filed.get().benchmark().compareTo(again.get().benchmark()) == 0,
                "evaluation/report.json", "benchmark", again.get().benchmark().toPlainString(),
                filed.get().benchmark().toPlainString());
        for (var line : again.get().lines()) {
            var bidder = line.quote().bidder();
            probe.check(filed.get().points(bidder).equals(again.get().points(bidder)),
                    "evaluation/report.json", "price-points",
                    name(probe.dossier().report(), bidder), show(again.get().points(bidder)),
                    show(filed.get().points(bidder)));
        }
        Differences.of(again.get(), filed.get(), Set.of("benchmark")).forEach(field -> probe
                .check(false, "evaluation/report.json", "differs", "sheet." + field));
    }

    private static String show(java.util.Optional<venue.domain.base.Points> points) {
        return points.map(Object::toString).orElse("—");
    }

    /// V310: the sums, the order, the candidates.
    void ranking() {
        var again = outcome();
        var report = probe.dossier().report();
        for (var place : again.ranking().places()) {
            var filed = report.ranking().stream()
                    .filter(p -> p.total().bidder().equals(place.total().bidder())).findFirst();
            probe.check(filed.isPresent() && filed.get().equals(place), "evaluation/report.json",
                    "place", name(report, place.total().bidder()), place.rank(),
                    place.total().sum(),
                    filed.map(p -> p.rank() + " / " + p.total().sum()).orElse("—"));
        }
        probe.check(report.ranking().size() == again.ranking().places().size(),
                "evaluation/report.json", "place-count", again.ranking().places().size(),
                report.ranking().size());
        probe.check(report.candidates().equals(again.candidates()), "evaluation/report.json",
                "candidates",
                again.candidates().stream().map(b -> name(report, b)).toList(),
                report.candidates().stream().map(b -> name(report, b)).toList());
    }

    /// V311: everything else in the report.
    void rest() {
        var again = EvaluationReport.of(probe.dossier().evaluation());
        var filed = probe.dossier().report();
        Differences.of(again, filed,
                Set.of("review", "rejections", "passed", "sheet", "ranking", "candidates"))
                .forEach(field -> probe.check(false, "evaluation/report.json", "differs", field));
        probe.check(true, "evaluation/report.json", "differs", "");
    }

    private static String name(EvaluationReport report, BidderId bidder) {
        return report.nameOf(bidder);
    }
}
