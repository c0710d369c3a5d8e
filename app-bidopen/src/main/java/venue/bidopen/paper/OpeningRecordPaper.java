package venue.bidopen.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import venue.bidopen.session.Say;
import venue.documents.Column;
import venue.documents.Fact2col;
import venue.documents.HallTime;
import venue.documents.Paper;
import venue.documents.SignatureLine;
import venue.documents.Table;
import venue.domain.base.BidderId;
import venue.domain.base.Role;
import venue.domain.opening.Attendance;
import venue.domain.record.OpeningRecord;
import venue.domain.tender.BidSheet;

/// The layout of the opening record (开标记录表): heading, one row a bid, draws, what stayed sealed,
/// objections, signatures.
public final class OpeningRecordPaper {

    private OpeningRecordPaper() {}

    /// The record as a paper, in its own version.
    public static Paper of(OpeningRecord facts) {
        return of(facts, facts.version());
    }

    /// The record as a paper in a version to be.
    public static Paper of(OpeningRecord facts, int version) {
        var tender = facts.tender();
        var paper = Paper.titled(say("paper.title")).named("opening-record")
                .subtitle(tender.projectName() + tender.lotName())
                .number(say("paper.number", tender.id(), version)).at(facts.openedAt())
                .header(tender.projectName() + " " + tender.id()).footer(say("paper.foot"))
                .landscape().facts(heading(facts)).section(say("paper.rows")).table(rows(facts))
                .note(say("paper.rows.note"));
        paper = draws(paper, facts);
        paper = sealed(paper, facts);
        paper = objections(paper, facts);
        paper = unusual(paper, facts);
        return paper.section(say("paper.signatures")).note(say("paper.signatures.note"))
                .signatures(
                        facts.signers().stream().map(signer -> signature(facts, signer)).toList());
    }

    private static List<Fact2col> heading(OpeningRecord facts) {
        var tender = facts.tender();
        return List.of(new Fact2col(say("tender.code"), tender.id().value(), false),
                new Fact2col(say("tender.deal"), tender.dealCode(), false),
                new Fact2col(say("tender.tenderer"), tender.tenderer().name()),
                new Fact2col(say("tender.agency"), tender.agency().name()),
                new Fact2col(say("tender.deadline"), HallTime.second(tender.deadline())),
                new Fact2col(say("paper.opened"), HallTime.second(facts.openedAt())),
                new Fact2col(say("tender.place"), tender.place()),
                new Fact2col(say("tender.ceiling"), say("yuan", tender.ceiling().grouped())),
                new Fact2col(say("staff.host"), duty(facts, Role.HOST)),
                new Fact2col(say("staff.reader"), duty(facts, Role.READER)),
                new Fact2col(say("staff.recorder"), duty(facts, Role.RECORDER)),
                new Fact2col(say("staff.supervisor"), duty(facts, Role.OPENING_SUPERVISOR)),
                new Fact2col(say("paper.counts"), say("paper.counts.value", facts.received(),
                        facts.present(), facts.opened()), true),
                new Fact2col(say("paper.drawn"), facts.draws().stream()
                        .map(drawn -> drawn.title() + " = " + drawn.value())
                        .collect(Collectors.joining("；")), true));
    }

    private static String duty(OpeningRecord facts, Role role) {
        return facts.staff().stream().filter(duty -> duty.duty() == role)
                .map(OpeningRecord.Duty::name).collect(Collectors.joining("、"));
    }

    private static Table rows(OpeningRecord facts) {
        var table = Table.columns(Column.centre(say("column.number"), 4),
                Column.left(say("column.bidder"), 15), Column.centre(say("column.state"), 8),
                Column.right(say("paper.price"), 11), Column.left(say("column.words"), 18),
                Column.centre(say("column.days"), 6), Column.centre(say("column.quality"), 6),
                Column.left(say("column.manager"), 11), Column.left(say("column.bond"), 10),
                Column.left(say("column.person"), 8), Column.left(say("paper.remarks"), 12));
        var lines = new ArrayList<List<String>>();
        for (var row : facts.rows()) {
            lines.add(List.of(Integer.toString(row.number()), row.bidderName(),
                    say(row.sheet().isPresent() ? "paper.state.opened" : "paper.state.sealed"),
                    cell(row, sheet -> sheet.price().grouped()),
                    cell(row, BidSheet::priceInWords),
                    cell(row, sheet -> Integer.toString(sheet.durationDays())),
                    cell(row, BidSheet::quality),
                    cell(row, sheet -> sheet.manager() + " " + sheet.managerLicence()),
                    cell(row, sheet -> sheet.bondForm() + " " + sheet.bond().grouped()),
                    person(row), remarks(row)));
        }
        return table.rows(lines);
    }

    private static String cell(OpeningRecord.Row row,
            Function<BidSheet, String> text) {
        return row.sheet().map(text).orElse("—");
    }

    private static String person(OpeningRecord.Row row) {
        if (row.absence() != Attendance.Absence.NONE) {
            return Say.onPaper(row.absence());
        }
        return row.late() ? row.representative() + say("paper.late") : row.representative();
    }

    private static String remarks(OpeningRecord.Row row) {
        var notes = new ArrayList<String>();
        row.findings().stream().filter(finding -> !finding.ok())
                .forEach(finding -> notes
                        .add(say("finding.wrong." + finding.kind(), finding.note())));
        row.sealed().ifPresent(
                sealed -> notes.add(say("outcome." + sealed.cause())));
        row.sheet().map(BidSheet::remarks).filter(text -> !text.isBlank()).ifPresent(notes::add);
        return notes.isEmpty() ? "—" : String.join("；", notes);
    }

    private static Paper draws(Paper paper, OpeningRecord facts) {
        if (facts.draws().isEmpty()) {
            return paper;
        }
        var with = paper.section(say("paper.draws"));
        for (var drawn : facts.draws()) {
            with = with.paragraph(say("paper.draw", drawn.title(),
                    String.join("、", drawn.candidates()), drawn.value(),
                    HallTime.second(drawn.at()), drawn.voidedRounds()))
                    .note(say("paper.transcript"));
            for (var line : drawn.transcript().lines().toList()) {
                with = with.note(line);
            }
        }
        return with;
    }

    private static Paper sealed(Paper paper, OpeningRecord facts) {
        var with = paper.section(say("paper.sealed"));
        var rows = facts.rows().stream().filter(row -> row.sealed().isPresent()).toList();
        if (rows.isEmpty()) {
            return with.paragraph(say("paper.sealed.none"));
        }
        var table = Table.columns(Column.left(say("column.bidder"), 24),
                Column.left(say("paper.code"), 14), Column.centre(say("column.attempts"), 8),
                Column.left(say("cause.cause"), 14), Column.left(say("paper.result"), 14),
                Column.left(say("cause.reason"), 26));
        for (var row : rows) {
            var sealed = row.sealed().orElseThrow();
            table = table.row(row.bidderName(), Say.onPaper(sealed.code()),
                    Integer.toString(sealed.attempts()), Say.onPaper(sealed.cause()),
                    say("outcome." + sealed.cause()), sealed.reason());
        }
        return with.note(say("paper.sealed.note")).table(table);
    }

    private static Paper objections(Paper paper, OpeningRecord facts) {
        var with = paper.section(say("paper.objections"));
        if (facts.objections().isEmpty()) {
            return with.paragraph(say("paper.objections.none"));
        }
        var table = Table.columns(Column.centre(say("column.number"), 5),
                Column.left(say("column.bidder"), 18), Column.left(say("column.topic"), 12),
                Column.left(say("objection.text"), 28), Column.left(say("objection.answer"), 28),
                Column.centre(say("paper.settled"), 9));
        for (var one : facts.objections()) {
            table = table.row(Integer.toString(one.number()), bidder(facts, one.bidder()) + "（"
                    + one.raisedBy() + "，" + HallTime.second(one.at()) + "）",
                    Say.onPaper(one.topic()), one.text(),
                    one.answer().map(answer -> answer.text() + "（" + answer.answeredBy() + "，"
                            + HallTime.second(answer.at()) + "）").orElse("—"),
                    one.settlement().map(end -> say(end.maintained()
                            ? "objection.maintained"
                            : "objection.accepted")).orElse("—"));
        }
        return with.table(table);
    }

    private static String bidder(OpeningRecord facts, BidderId id) {
        return facts.rows().stream().filter(row -> row.bidder().equals(id)).findFirst()
                .map(OpeningRecord.Row::bidderName).orElse(id.value());
    }

    private static Paper unusual(Paper paper, OpeningRecord facts) {
        var items = new ArrayList<String>();
        facts.refused().forEach(bid -> items.add(say("paper.refused", bid.bidderName(),
                Say.onPaper(bid.ground()), HallTime.second(bid.completedAt()))));
        facts.interruptions().forEach(stop -> items.add(say("paper.interruption",
                HallTime.second(stop.at()),
                stop.resumedAt().map(HallTime::second).orElse("—"), stop.reason())));
        var with = paper.section(say("paper.unusual"));
        return items.isEmpty()
                ? with.paragraph(say("paper.unusual.none"))
                : with.numbered(items);
    }

    /// Somebody with two duties signs once, for both.
    private static String duties(OpeningRecord facts, OpeningRecord.Signature signer) {
        var held = facts.staff().stream().filter(
                duty -> duty.name().equals(signer.name()) && duty.unit().equals(signer.unit()))
                .map(duty -> say("duty." + duty.duty())).toList();
        return held.isEmpty() ? say("duty." + signer.duty()) : String.join("、", held);
    }

    private static SignatureLine signature(OpeningRecord facts, OpeningRecord.Signature signer) {
        var status = signer.signedAt().isPresent()
                ? say("record.signed")
                : signer.refusal().map(_ -> say("record.refused")).orElse("");
        return new SignatureLine(duties(facts, signer), signer.name(), signer.unit(),
                signer.certificateSerial(), status,
                signer.signedAt().map(HallTime::second).orElse(""), signer.refusal().orElse(""));
    }

    private static String say(String key, Object... arguments) {
        return Say.onPaper(key, arguments);
    }
}
