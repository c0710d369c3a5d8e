package venue.witness.paper;

import static venue.witness.Say.onPaper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import venue.documents.Column;
import venue.documents.Fact2col;
import venue.documents.HallTime;
import venue.documents.Mark;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.documents.Table;
import venue.domain.base.Basis;
import venue.domain.tender.Tender;
import venue.domain.witness.Catalogue;
import venue.domain.witness.Exhibit;
import venue.domain.witness.Incident;

/// What the witness's papers have in common: head, foot, the tender, tables of evidence.
final class PaperFacts {

    private PaperFacts() {}

    static Paper begin(String key, String name, Tender tender, String number, Mark mark,
            java.time.Instant at) {
        return Paper.titled(onPaper(key)).named(name)
                .subtitle(tender.projectName() + " " + tender.lotName())
                .number(number).mark(mark).at(at)
                .header(onPaper("paper.header", onPaper(key), tender.projectName(),
                        tender.lotName()))
                .footer(onPaper("paper.footer", tender.id(), number));
    }

    static List<Fact2col> tender(Tender tender) {
        return List.of(fact("project", tender.projectName()), fact("lot", tender.lotName()),
                fact("lot-code", tender.id().value()), fact("deal-code", tender.dealCode()),
                fact("tenderer", tender.tenderer().name()),
                fact("agency", tender.agency().name()), fact("place", tender.place()),
                fact("deadline", HallTime.second(tender.deadline())));
    }

    static Fact2col fact(String key, String value) {
        return new Fact2col(onPaper("paper.fact." + key), value);
    }

    static String head(String key) {
        return onPaper("paper.head." + key);
    }

    static String bases(List<Basis> bases) {
        return bases.isEmpty()
                ? onPaper("paper.no-basis")
                : bases.stream().map(Basis::toString).collect(Collectors.joining("；"));
    }

    static String title(Incident incident) {
        return Catalogue.find(incident.code()).map(entry -> entry.title()).orElse("");
    }

    static List<Basis> basesOf(Incident incident, Tender tender) {
        return Catalogue.find(incident.code()).map(entry -> entry.basesIn(tender.regime()))
                .orElse(List.of());
    }

    static String lag(Duration lag) {
        return onPaper("paper.lag", lag.toMinutes(), lag.toSecondsPart());
    }

    /// Evidence with both digests in full.
    static Table evidence(List<Exhibit> exhibits) {
        var table = Table.columns(Column.centre(head("exhibit"), 8),
                Column.left(head("evidence"), 26), Column.left(head("source"), 20),
                Column.centre(head("kept-at"), 14), Column.left(head("digests"), 42));
        for (var exhibit : exhibits) {
            var begun = exhibit.begun();
            table = table.row(exhibit.id().brief(),
                    begun.kind().title() + "：" + begun.title()
                            + exhibit.duplicateOf()
                                    .map(of -> onPaper("paper.duplicate", of.brief())).orElse(""),
                    onPaper("paper.source", begun.origin().title(), begun.source().device(),
                            orDash(begun.source().fileName())),
                    exhibit.keptAt().map(HallTime::second)
                            .orElseGet(() -> exhibit.recovery().orElse("—")),
                    digests(exhibit));
        }
        return table;
    }

    private static String digests(Exhibit exhibit) {
        return exhibit.kept().map(kept -> onPaper("paper.digests", kept.sizeBytes(),
                kept.sha256(), kept.sm3())).orElse("—");
    }

    /// The witness's line; on an official paper it says that the signature is digital.
    static SignatureLine signed(String role, String name, String certificate, Mark mark,
            java.time.Instant at) {
        return switch (mark) {
            case DRAFT -> SignatureLine.open(onPaper(role), name, "");
            case OFFICIAL -> new SignatureLine(onPaper(role), name, "", certificate,
                    onPaper("paper.signed"), HallTime.second(at), "");
        };
    }

    static String orDash(String text) {
        return text.isBlank() ? "—" : text;
    }

    static String second(Optional<java.time.Instant> at) {
        return at.map(HallTime::second).orElse("—");
    }
}
