package venue.verifier.check;

import static venue.verifier.Check.V103;
import static venue.verifier.Check.V105;
import static venue.verifier.Check.V204;
import static venue.verifier.Check.V205;
import static venue.verifier.Check.V209;
import static venue.verifier.Check.V301;
import static venue.verifier.Check.V302;
import static venue.verifier.Check.V303;
import static venue.verifier.Check.V304;
import static venue.verifier.Check.V305;
import static venue.verifier.Check.V306;
import static venue.verifier.Check.V307;
import static venue.verifier.Check.V308;
import static venue.verifier.Check.V309;
import static venue.verifier.Check.V310;
import static venue.verifier.Check.V311;
import static venue.verifier.Check.V312;

import java.util.List;
import java.util.Set;
import venue.domain.money.AmountInWords;
import venue.domain.opening.OpeningEvent.BidDecrypted;
import venue.domain.opening.OpeningEvent.SessionPrepared;
import venue.domain.record.OpeningRecordFacts;
import venue.domain.tender.BidSheet;
import venue.verifier.read.Entry;
import venue.verifier.read.Form;
import venue.verifier.read.Unreadable;

/// V3xx 一致性: does everything agree, and does the result follow from what was signed?
public final class Consistency {

    private final Probe probe;

    public Consistency(Probe probe) {
        this.probe = probe;
    }

    /// Runs all of them.
    public void run() {
        var facts = List.of(V103, V204, V205);
        probe.run(V302, facts, this::openingRecord);
        probe.run(V303, facts, this::briefs);
        probe.run(V304, facts, this::sheets);
        probe.run(V305, facts, this::words);
        probe.run(V306, facts, () -> new Draws(probe).run());
        var result = new ResultAgain(probe);
        probe.run(V307, facts, result::handover);
        var signed = List.of(V103, V105, V204, V205, V301, V209);
        probe.run(V308, signed, result::review);
        probe.run(V309, List.of(V103, V204, V205, V301), result::prices);
        probe.run(V310, signed, result::ranking);
        probe.run(V311, List.of(V103, V105, V204, V205, V301, V209, V303), result::rest);
        probe.run(V312, facts, () -> new Order(probe).run());
    }

    private void openingRecord() {
        var filed = probe.dossier().openingRecord().unsigned();
        var again = OpeningRecordFacts.of(probe.dossier().opening()).unsigned();
        Differences.of(again, filed, Set.of()).forEach(field -> probe.check(false,
                "opening/record.json", "differs", field));
        probe.check(true, "opening/record.json", "differs", "");
    }

    private void briefs() {
        var opening = probe.dossier().openingBrief();
        var evaluation = probe.dossier().evaluationBrief();
        Differences.of(opening.tender(), evaluation.tender(), Set.of()).forEach(field -> probe
                .check(false, "tender/evaluation-brief.json", "differs", "tender." + field));
        for (var person : evaluation.people()) {
            var there = opening.person(person.id());
            probe.check(there.isEmpty() || there.get().certificate().equals(person.certificate()),
                    "tender/evaluation-brief.json", "differs", person.id());
        }
        for (var entry : probe.dossier().entries(SessionPrepared.class)) {
            var prepared = (SessionPrepared) entry.fact();
            Differences.of(prepared.brief(), opening, Set.of("receipts")).forEach(
                    field -> probe.check(false, "tender/opening-brief.json", "differs", field));
            probe.check(true, entry.place(), "differs", "");
        }
    }

    private void sheets() {
        var archive = probe.dossier().archive();
        for (var entry : probe.dossier().entries(BidDecrypted.class)) {
            var bid = (BidDecrypted) entry.fact();
            for (var file : bid.files()) {
                var name = Layout.bid(bid.bidder().value()) + file.name();
                if (archive.has(name)) {
                    probe.check(archive.part(name).sha256().equals(file.sha256().hex()), name,
                            "not-recorded", entry.place());
                    sheet(entry, bid, name);
                }
            }
        }
    }

    private void sheet(Entry entry, BidDecrypted bid, String name) {
        if (name.endsWith("sheet.json")) {
            try {
                var read = Form.read(probe.dossier().archive().bytes(name), BidSheet.class);
                Differences.of(bid.sheet(), read, Set.of()).forEach(
                        field -> probe.check(false, entry.place(), "differs", name + " " + field));
                probe.check(true, name, "differs", "");
            } catch (Unreadable e) {
                probe.check(false, name, "unreadable");
            }
        }
    }

    private void words() {
        for (var entry : probe.dossier().entries(BidDecrypted.class)) {
            var sheet = ((BidDecrypted) entry.fact()).sheet();
            probe.check(AmountInWords.agree(sheet.price(), sheet.priceInWords()), entry.place(),
                    "words", sheet.bidderName(), sheet.price().grouped(), sheet.priceInWords());
        }
    }
}
