package venue.evaluation.seat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.crypto.Token;
import venue.documents.Document;
import venue.documents.Pdf;
import venue.domain.base.Acting;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.evaluation.Ballot;
import venue.domain.evaluation.Evaluation;
import venue.domain.evaluation.EvaluationBrief;
import venue.domain.evaluation.EvaluationCommand;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.evaluation.EvaluationRefusal;
import venue.domain.evaluation.EvaluationRules;
import venue.domain.evaluation.ranking.Score;
import venue.domain.record.EvaluationReport;
import venue.evaluation.EvaluationFailure;
import venue.evaluation.EvaluationFailure.Code;
import venue.evaluation.paper.EvaluationReportPaper;
import venue.journal.Wire;
import venue.workstation.Desk;
import venue.workstation.OpenStation;
import venue.workstation.Shift;

/// One evaluation desk (评标席位): its part of the journal, the member who sits here, the bids that
/// were handed over. All that a screen can see or do goes through here; nothing of it runs on the
/// screen's thread but the questions that only read.
public final class Seat implements AutoCloseable {

    private final OpenStation station;
    private final EvaluationBrief brief;
    private final Desk<Evaluation, EvaluationCommand, EvaluationEvent, EvaluationRefusal> desk;
    private final List<Runnable> handoverWatchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Shift shift;
    private volatile @Nullable Handover handover;
    private volatile @Nullable Report made;

    /// A desk of the room that `brief` convenes.
    public Seat(OpenStation station, EvaluationBrief brief) {
        this.station = station;
        this.brief = brief;
        this.desk = new Desk<>(new EvaluationRules(brief), EvaluationEvent.class,
                station.journal(), brief.tender().id(), station.clock());
    }

    /// What the desk knew before.
    public EvaluationBrief brief() {
        return brief;
    }

    /// How things stand.
    public Evaluation evaluation() {
        return desk.state();
    }

    /// Tells `watcher` how things stand, now and after each change, off the screen's thread.
    public Runnable watch(Consumer<Evaluation> watcher) {
        return desk.watch(watcher);
    }

    /// A member (or, to replace one, the host) works here from now on.
    public void sitDown(Shift person) {
        shift = person;
    }

    /// Who works here.
    public Optional<Shift> shift() {
        return Optional.ofNullable(shift);
    }

    /// The member who works here.
    public PersonId me() {
        return present().person();
    }

    /// Whether the member who works here is the chair.
    public boolean amChair() {
        return desk.state().chair().equals(Optional.of(me()));
    }

    private Shift present() {
        var now = shift;
        if (now == null) {
            throw new EvaluationFailure(Code.NOBODY_HERE);
        }
        return now;
    }

    /// Why a command would be refused now; empty when it would not.
    public Optional<EvaluationRefusal> why(EvaluationCommand command) {
        return why(command, acting());
    }

    private Optional<EvaluationRefusal> why(EvaluationCommand command, Acting who) {
        return desk.would(command, who) instanceof //
        Decision.Refused<EvaluationEvent, EvaluationRefusal>(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// Gives a command; the answer comes when it is on the disk.
    public CompletionStage<Decision<EvaluationEvent, EvaluationRefusal>> ask(
            EvaluationCommand command) {
        return desk.ask(command, acting());
    }

    /// Gives a command as the host, who proves himself with his own medium on the spot.
    public Decision<EvaluationEvent, EvaluationRefusal> asHost(Path medium, char[] pin,
            EvaluationCommand command) {
        try (var token = FileToken.open(medium, pin)) {
            var host = Shift.signIn(token, station.trust(), brief.people(), now(),
                    station.station().device());
            if (!host.roles().contains(Role.HOST)) {
                throw new EvaluationFailure(Code.NOT_THE_HOST, host.name());
            }
            station.certify(host);
            return desk.submit(command, host.acting(Role.HOST));
        }
    }

    private Acting acting() {
        var present = present();
        var role = present.roles().contains(Role.EXPERT) ? Role.EXPERT : Role.TENDERER_MEMBER;
        return present.acting(role);
    }

    /// Hall time.
    public Instant now() {
        return station.clock().instant();
    }

    /// Opens the handed-over parcel and keeps a copy at this desk.
    public synchronized void receive(Path parcel) {
        if (handover != null) {
            return;
        }
        var kept = Handover.keep(parcel, station.station().workFolder(), "handover.parcel");
        handover = Handover.open(kept, station.deviceToken().orElse(null), station.trust(), now(),
                brief.tender());
        handoverWatchers.forEach(Runnable::run);
    }

    /// Opens the parcel that was kept in an earlier run, if there is one.
    public void recall() {
        var kept = station.station().workFolder().resolve("handover.parcel");
        if (Files.isRegularFile(kept)) {
            receive(kept);
        }
    }

    /// What was handed over, once it is here.
    public Optional<Handover> handover() {
        return Optional.ofNullable(handover);
    }

    /// Tells `watcher` when the handover has come.
    public void whenHandedOver(Runnable watcher) {
        handoverWatchers.add(watcher);
    }

    /// Commits the ballot: draws a nonce, signs the commitment with the member's certificate.
    public Decision<EvaluationEvent, EvaluationRefusal> commit(List<Score> scores) {
        var nonce = Bytes.random(32).hex();
        var tender = brief.tender().id();
        var commitment = new Ballot(tender, me(), scores).commitment(nonce);
        var signature = Detached.sign(token(), Ballot.statement(tender, me(), commitment), now());
        return desk.submit(
                new EvaluationCommand.CommitBallot(scores, nonce, signature.base64()), acting());
    }

    /// The report as this desk comes to it, and its digest of facts; made anew when they change.
    public Report report() {
        var facts = EvaluationReport.of(desk.state());
        var known = made;
        if (known != null && known.facts().equals(facts)) {
            return known;
        }
        var document = Pdf.render(EvaluationReportPaper.of(facts));
        var fresh = new Report(facts, new Digest(Bytes.of(Wire.write(facts)).sha256()), document);
        made = fresh;
        return fresh;
    }

    /// A report made at this desk.
    ///
    /// @param facts what it says
    /// @param digest of the facts in canonical JSON
    /// @param document on paper
    public record Report(EvaluationReport facts, Digest digest, Document document) {}

    /// Drafts the report: the chair's own paper becomes the one to be signed.
    public Decision<EvaluationEvent, EvaluationRefusal> draft() {
        var report = report();
        var blobs = station.journal().blobs();
        blobs.put(new ByteArrayInputStream(Wire.write(report.facts())));
        blobs.put(new ByteArrayInputStream(report.document().pdf().array()));
        return desk.submit(new EvaluationCommand.DraftReport(report.digest(),
                new Digest(report.document().sha256())), acting());
    }

    /// Ends the evaluation; the signed report then lies in [#recordFolder].
    public Decision<EvaluationEvent, EvaluationRefusal> close(Report signed) {
        var decision = desk.submit(new EvaluationCommand.Close(), acting());
        if (decision instanceof Decision.Accepted<EvaluationEvent, EvaluationRefusal>) {
            publish(signed);
        }
        return decision;
    }

    private void publish(Report signed) {
        var folder = recordFolder();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(signed.document().name()),
                    signed.document().pdf().array());
            Files.write(folder.resolve("evaluation-report.json"), Wire.write(signed.facts()));
            for (var member : desk.state().committee()) {
                var signature = desk.state().signature(member);
                if (signature.isPresent()) {
                    Files.write(folder.resolve("evaluation-report." + member.person().id()
                            + ".p7s"), Bytes.fromBase64(signature.get().signature()).array());
                }
            }
        } catch (IOException e) {
            throw new EvaluationFailure(Code.FILE_UNREADABLE, e, folder);
        }
    }

    /// Where the signed report is laid out.
    public Path recordFolder() {
        return station.station().workFolder().resolve("record");
    }

    /// Signs the report after this desk has come to the same paper by itself.
    public Decision<EvaluationEvent, EvaluationRefusal> sign() {
        var report = report();
        var own = new Digest(report.document().sha256());
        var drafted = desk.state().draft();
        if (drafted.isPresent() && !drafted.get().pdf().equals(own)) {
            throw new EvaluationFailure(Code.REPORT_DIFFERS, own.brief(),
                    drafted.get().pdf().brief());
        }
        var signature = Detached.sign(token(), report.document().pdf().array(), now());
        return desk.submit(new EvaluationCommand.SignReport(own, signature.base64()), acting());
    }

    private Token token() {
        return present().token();
    }

    /// Keeps the clarifying document that the host brought; the answer is its digest.
    public Digest keepDocument(Optional<Path> file, String text) {
        var blobs = station.journal().blobs();
        return file.map(blobs::put).orElseGet(() -> blobs.put(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void close() {
        desk.close();
        var open = handover;
        if (open != null) {
            open.close();
        }
    }
}
