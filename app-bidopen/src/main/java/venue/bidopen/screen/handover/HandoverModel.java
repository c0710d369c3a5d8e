package venue.bidopen.screen.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import venue.bidopen.session.BidOpenFailure;
import venue.bidopen.session.HostDesk;
import venue.bidopen.session.RecordPapers;
import venue.bidopen.session.Say;
import venue.crypto.Hashes;
import venue.crypto.Token;
import venue.domain.base.Digest;
import venue.domain.base.Role;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.OpeningRefusal;
import venue.ui.Notice;
import venue.workstation.Shift;

/// What the last screen shows and can ask for: the end, and the bids on their way to the
/// evaluation.
public final class HandoverModel {

    private final HostDesk desk;
    private final RecordPapers papers;
    private final StringProperty parcel = new SimpleStringProperty("");
    private final StringProperty delivery = new SimpleStringProperty("");

    private record Made(Path file, Digest digest, boolean delivered) {}

    /// Over `desk`.
    public HandoverModel(HostDesk desk) {
        this.desk = desk;
        this.papers = new RecordPapers(desk.place());
    }

    /// Where the parcel lies.
    public StringProperty parcelProperty() {
        return parcel;
    }

    /// What became of it.
    public StringProperty deliveryProperty() {
        return delivery;
    }

    /// Who can open the parcel.
    public String recipients() {
        return String.join("、", seats());
    }

    /// What the opening came to, in one sentence.
    public ObservableValue<String> outcome() {
        return desk.openingProperty().map(opening -> Say.it("handover.outcome",
                opening.bids().size(), opening.openedBids().size(), opening.objections().size()));
    }

    /// The digest handed over, once it is.
    public ObservableValue<String> handed() {
        return desk.openingProperty().map(opening -> opening.handOver()
                .map(done -> done.parcel().hex().replaceAll("(.{4})(?=.)", "$1 ")).orElse("—"));
    }

    /// Why the opening cannot end.
    public ObservableValue<Optional<OpeningRefusal>> whyNotEnd() {
        return desk.why(OpeningCommand.End::new);
    }

    /// Why nothing can be handed over.
    public ObservableValue<Optional<OpeningRefusal>> whyNotHandOver() {
        return desk.why(
                () -> new OpeningCommand.HandOverBids(desk.project().digest(), seats()));
    }

    /// 结束开标
    public void end() {
        desk.ask(Say.it("handover.end"), new OpeningCommand.End()).thenAccept(done -> {
            if (done) {
                desk.beside(Say.it("handover.publish"), () -> papers.publish(desk.opening()),
                        file -> desk.tell(Notice.ok(Say.it("handover.published", file))));
            }
        });
    }

    /// 移交评标: packs, seals, lays ready at the centre, and records it.
    public void handOver() {
        var opening = desk.opening();
        var project = desk.project();
        var host = desk.place().crew().as(Role.HOST)
                .orElseGet(() -> desk.place().crew().present().getFirst());
        desk.beside(Say.it("handover.packing"), () -> {
            var file = papers.pack(opening, project, sender(host));
            return new Made(file, new Digest(Hashes.sha256(file)),
                    papers.deliver(file, project));
        }, made -> desk
                .ask(Say.it("handover.hand-over"),
                        new OpeningCommand.HandOverBids(made.digest(), seats()))
                .thenAccept(done -> {
                    if (done) {
                        parcel.set(made.file().toString());
                        delivery.set(Say.it(made.delivered()
                                ? "handover.delivered"
                                : "handover.by-hand"));
                        desk.tell(Notice.ok(Say.it("handover.done")));
                    }
                }));
    }

    private static Token sender(Shift host) {
        return host.token();
    }

    /// Writes a copy of the parcel for a courier.
    public void copyTo(Path target) {
        var source = Path.of(parcel.get());
        desk.beside(Say.it("handover.copy"), () -> {
            try {
                return Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw BidOpenFailure.file(target, e);
            }
        }, file -> desk.tell(Notice.ok(Say.it("handover.copied", file))));
    }

    private List<String> seats() {
        return desk.project().seats().keySet().stream().sorted().toList();
    }
}
