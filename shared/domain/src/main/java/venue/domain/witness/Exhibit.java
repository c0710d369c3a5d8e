package venue.domain.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.base.Digest;
import venue.domain.witness.WitnessEvent.CaptureBegan;
import venue.domain.witness.WitnessEvent.CaptureEnded;
import venue.domain.witness.WitnessEvent.CustodyEntered;

/// A piece of evidence (证据) with its custody ledger. The original is never changed; a second import
/// of the same bytes is a second exhibit that says so.
///
/// @param kept digests and size, once the original is complete
/// @param duplicateOf an earlier exhibit with the same bytes
/// @param recovery what a later start found out about an unfinished capture
public record Exhibit(CaptureBegan begun, Optional<CaptureEnded> kept,
        Optional<ExhibitId> duplicateOf, Optional<String> recovery, List<CustodyEntered> custody) {
    public Exhibit {
        custody = List.copyOf(custody);
    }

    static Exhibit begun(CaptureBegan begun) {
        return new Exhibit(begun, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /// Its number.
    public ExhibitId id() {
        return begun.exhibit();
    }

    /// Whether the original is complete and hashed.
    public boolean isKept() {
        return kept.isPresent();
    }

    /// Whether it is being taken in at this moment.
    public boolean isRunning() {
        return kept.isEmpty() && recovery.isEmpty();
    }

    /// SHA-256 of the original.
    public Optional<Digest> sha256() {
        return kept.map(CaptureEnded::sha256);
    }

    /// SM3 of the original.
    public Optional<Digest> sm3() {
        return kept.map(CaptureEnded::sm3);
    }

    /// When the original was complete.
    public Optional<Instant> keptAt() {
        return kept.map(CaptureEnded::at);
    }

    /// Who holds it: the last taker of a hand-over, else the desk that took it in.
    public String custodian(String desk) {
        return custody.reversed().stream().filter(line -> line.act() == CustodyAct.HANDED_OVER)
                .map(CustodyEntered::to).findFirst().orElse(desk);
    }

    Exhibit kept(CaptureEnded event, Optional<ExhibitId> earlier) {
        return new Exhibit(begun, Optional.of(event), earlier, recovery, custody);
    }

    Exhibit recovered(String finding) {
        return new Exhibit(begun, kept, duplicateOf, Optional.of(finding), custody);
    }

    Exhibit with(CustodyEntered line) {
        var longer = new java.util.ArrayList<>(custody);
        longer.add(line);
        return new Exhibit(begun, kept, duplicateOf, recovery, longer);
    }
}
