package venue.capture;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.Decision;
import venue.domain.base.Digest;
import venue.domain.witness.Exhibit;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.IncidentId;
import venue.domain.witness.Watch;
import venue.domain.witness.WitnessCommand;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessEvent.CaptureBegan;
import venue.domain.witness.WitnessRefusal;
import venue.journal.Blobs;
import venue.words.Words;

/// Takes evidence in, in the order that survives a crash (先写后采): the journal says that a capture
/// begins, then the bytes go into the store with their digest taken in the same pass, then the
/// journal says that it ended. Whatever stands between is found at the next start and said, never
/// dropped.
public final class CaptureSession {

    private static final int NONCE_BYTES = 16;

    private final Blobs blobs;
    private final Entering desk;

    /// What is known of a capture besides its bytes.
    ///
    /// @param incident the finding it belongs to
    /// @param occurredAt when what it shows happened, as the witness states it
    /// @param second the second collector
    public record Circumstances(Optional<IncidentId> incident, String place, Instant occurredAt,
            Optional<String> second) {}

    /// The witness's desk: gives a command and answers when it is on the disk.
    @FunctionalInterface
    public interface Entering {
        /// Decides `command` and writes what follows from it.
        Decision<WitnessEvent, WitnessRefusal> enter(WitnessCommand command);
    }

    /// @param blobs the store
    /// @param desk where its events are entered
    public CaptureSession(Blobs blobs, Entering desk) {
        this.blobs = blobs;
        this.desk = desk;
    }

    /// Takes one piece in. The answer is the decision on its end, or the refusal of its beginning.
    ///
    /// @throws CaptureFailure if the source cannot be read; the beginning stands and is named later
    public Decision<WitnessEvent, WitnessRefusal> keep(CaptureSource source,
            Circumstances known) {
        var begin = new WitnessCommand.BeginCapture(known.incident(), source.kind(),
                source.origin(), source.title(), source.source(), known.place(),
                known.occurredAt(), known.second(), Bytes.random(NONCE_BYTES).hex());
        return switch (desk.enter(begin)) {
            case Decision.Refused<WitnessEvent, WitnessRefusal> refused -> refused;
            case Decision.Accepted<WitnessEvent, WitnessRefusal>(var events) ->
                fill(((CaptureBegan) events.getFirst()).exhibit(), source);
        };
    }

    private Decision<WitnessEvent, WitnessRefusal> fill(ExhibitId exhibit, CaptureSource source) {
        try (var in = source.open()) {
            var digest = blobs.put(in);
            var sums = blobs.sums(digest);
            return desk.enter(new WitnessCommand.EndCapture(exhibit, sums.size(), digest,
                    new Digest(sums.sm3()), source.mediaType()));
        } catch (IOException e) {
            abandon(exhibit, "recovered.unreadable");
            throw new CaptureFailure(CaptureFailure.Code.FILE_UNREADABLE, e, source.title());
        } catch (CaptureFailure e) {
            abandon(exhibit, "recovered.unreadable");
            throw e;
        }
    }

    /// At start-up: names every capture that an earlier run left unfinished.
    public int recover(Watch watch) {
        var unfinished = watch.unfinished();
        unfinished.forEach(exhibit -> abandon(exhibit.id(), "recovered.interrupted"));
        return unfinished.size();
    }

    private void abandon(ExhibitId exhibit, String key) {
        var finding = Words.of("venue.capture", CaptureSession.class).say(key);
        desk.enter(new WitnessCommand.RecoverCapture(exhibit, false, finding));
    }

    /// Computes the digests of a kept original again.
    ///
    /// @throws CaptureFailure ORIGINAL_CHANGED
    public void verify(Exhibit exhibit) {
        var kept = exhibit.kept().orElseThrow(
                () -> new IllegalArgumentException("not kept: " + exhibit.id()));
        var sums = blobs.sums(kept.sha256());
        if (!sums.sm3().equals(kept.sm3().hex()) || sums.size() != kept.sizeBytes()) {
            throw new CaptureFailure(CaptureFailure.Code.ORIGINAL_CHANGED, exhibit.id().brief());
        }
    }
}
