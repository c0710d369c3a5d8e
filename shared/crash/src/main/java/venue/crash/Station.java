package venue.crash;

import java.nio.file.Path;
import java.time.InstantSource;
import venue.crypto.Bytes;
import venue.crypto.Ed25519;
import venue.domain.base.BidderId;
import venue.domain.base.DeviceId;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.journal.Author;
import venue.journal.Journal;
import venue.journal.JournalKeys;

/// The workstation that the power is cut of. Its keys are the same in every run, so that a kept
/// image can be opened later.
final class Station {

    static final DeviceId DEVICE = new DeviceId("crash-1");
    static final JournalKeys KEYS = JournalKeys.of(
            Ed25519.Key.of(Bytes.fromHex("5a".repeat(32)).array()), Bytes.fromHex("a5".repeat(32)));
    static final TenderId OPENING = new TenderId("A2101000001202600100001");
    static final TenderId WITNESSED = new TenderId("A2101000001202600100002");
    static final Author HOST = new Author(new PersonId("P-HOST"), "宋主持", Role.HOST, OPENING);
    static final Author WITNESS = new Author(new PersonId("P-WITNESS"), "安见证", Role.WITNESS,
            WITNESSED);
    static final BidderId BIDDER = new BidderId(
            "91210100MA0TEXT0A" + SocialCreditCode.checkOf("91210100MA0TEXT0A"));
    /// The folder of the journal below the watched folder; what lies beside it is watched too.
    static final String FOLDER = "journal";

    private Station() {}

    static Journal open(Path dir) {
        return open(dir, InstantSource.system());
    }

    static Journal open(Path dir, InstantSource clock) {
        return Journal.open(dir, KEYS, DEVICE, clock, _ -> {});
    }
}
