package venue.bidopen.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import venue.crypto.BidBackup;
import venue.crypto.CryptoFailure;
import venue.crypto.Half;
import venue.crypto.Hashes;
import venue.crypto.OpenOutcome;
import venue.crypto.Progress;
import venue.crypto.RescueCode;
import venue.crypto.SealedBid;
import venue.crypto.TokenFailure;
import venue.crypto.TrustList;
import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.TenderId;
import venue.domain.opening.Bid;
import venue.domain.opening.BidFile;
import venue.domain.opening.DecryptionCode;
import venue.domain.opening.Finding;
import venue.domain.opening.OpeningCommand;
import venue.domain.opening.Probes;
import venue.domain.tender.BidSheet;
import venue.journal.JournalFailure;
import venue.journal.Wire;
import venue.parcel.Parcel;
import venue.parcel.ParcelFailure;

/// Opens one sealed bid (解密): compares it with its receipt, joins both halves, checks the parcel
/// inside and its signature, keeps the files encrypted. Whatever goes wrong becomes a command, too.
public final class Unsealing {

    /// Parts that every bid has.
    public static final List<String> PARTS = List.of("letter.pdf", "sheet.pdf", "sheet.json",
            "technical.pdf", "bill.csv");

    private static final Set<TrustList.Verdict> GOOD = Set.of(TrustList.Verdict.VALID,
            TrustList.Verdict.UNKNOWN_REVOCATION);

    private final Workplace place;
    private final TenderId tender;
    private final TenderSide tenderSide;

    /// @param tenderSide gives the other half of each bid
    public Unsealing(Workplace place, TenderId tender, TenderSide tenderSide) {
        this.place = place;
        this.tender = tender;
        this.tenderSide = tenderSide;
    }

    /// Tries to open `bid` with the token in `medium`; the answer is the command that records the
    /// outcome. `pin` is wiped.
    public OpeningCommand open(Bid bid, Path medium, char[] pin, Progress progress) {
        var attempt = new Attempt(bid);
        try (var token = place.open(medium, pin)) {
            attempt.presented = token.encryption().serialHex();
            attempt.operator = token.signing().holder();
            return open(attempt, sealed -> unlock(attempt, sealed, sealed.halfA(token), progress));
        } catch (TokenFailure e) {
            return attempt.failed(code(e), e.what());
        }
    }

    /// Tries to open `bid` with the bidder's rescue code (救援码), once that was approved.
    public OpeningCommand rescue(Bid bid, RescueCode code, Progress progress) {
        var attempt = new Attempt(bid);
        attempt.note = Say.it("rescue.note.RESCUE_CODE");
        return open(attempt, sealed -> unlock(attempt, sealed, sealed.halfA(code), progress));
    }

    /// Takes the bidder's backup file (备份投标文件) in place of `bid`, once that was approved: its
    /// digest must be the one bound into the sealed bid that was received.
    public OpeningCommand restore(Bid bid, Path backup) {
        var attempt = new Attempt(bid);
        attempt.note = Say.it("rescue.note.BACKUP_FILE");
        return open(attempt, sealed -> {
            var found = Hashes.sha256(backup);
            if (sealed.backupSha256().filter(bound -> bound.hex().equals(found)).isEmpty()) {
                return attempt.failed(DecryptionCode.HASH_MISMATCH, Say.it("rescue.backup.other"));
            }
            var plain = temporary();
            try {
                BidBackup.read(backup, plain);
                return look(attempt, plain);
            } finally {
                delete(plain);
            }
        });
    }

    /// The file of `bidder` among those here, by its header, else by the digest of its receipt.
    public static Optional<Path> find(Workplace place, Bid bid) {
        for (var file : place.sealedBids()) {
            if (headerOf(file).filter(bid.bidder()::equals).isPresent()) {
                return Optional.of(file);
            }
        }
        return place.sealedBids().stream()
                .filter(file -> file.getFileName().toString().contains(bid.bidder().value())
                        || Hashes.sha256(file).equals(bid.receipt().sha256().hex()))
                .findFirst();
    }

    private static Optional<BidderId> headerOf(Path file) {
        try {
            return Optional.of(new BidderId(SealedBid.open(file).header().bidder()));
        } catch (CryptoFailure | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private OpeningCommand open(Attempt attempt, Function<SealedBid, OpeningCommand> step) {
        var receipt = attempt.bid.receipt();
        var file = find(place, attempt.bid);
        if (file.isEmpty()) {
            return attempt.failed(DecryptionCode.PLATFORM, Say.it("unseal.no-file"));
        }
        var sums = Hashes.both(file.get());
        attempt.asReceived = sums.sha256().equals(receipt.sha256().hex())
                && sums.sm3().equals(receipt.sm3().hex()) && sums.size() == receipt.sizeBytes();
        if (!attempt.asReceived) {
            return attempt.failed(DecryptionCode.HASH_MISMATCH, Say.it("unseal.hash",
                    receipt.sha256().brief(), new Digest(sums.sha256()).brief()));
        }
        try {
            var sealed = SealedBid.open(file.get());
            return sealed.header().tender().equals(tender.value())
                    ? step.apply(sealed)
                    : attempt.failed(DecryptionCode.FILE_CORRUPT,
                            Say.it("unseal.other-tender", sealed.header().tender()));
        } catch (CryptoFailure e) {
            return attempt.failed(DecryptionCode.FILE_CORRUPT, e.what());
        } catch (ParcelFailure e) {
            return attempt.failed(DecryptionCode.FILE_CORRUPT, e.what());
        }
    }

    private OpeningCommand unlock(Attempt attempt, SealedBid sealed, Half half,
            Progress progress) {
        if (half instanceof Half.Missing missing) {
            return attempt.failed(code(missing.outcome()), missing.evidence().note());
        }
        var theirs = tenderSide.half(sealed);
        if (theirs instanceof Half.Missing missing) {
            return attempt.failed(DecryptionCode.PLATFORM, missing.evidence().note());
        }
        var opened = sealed.unlock(half, theirs);
        var plain = temporary();
        try {
            var copied = opened.copyTo(plain, progress);
            return copied.outcome() == OpenOutcome.OK
                    ? look(attempt, plain)
                    : attempt.failed(code(copied.outcome()), copied.evidence().note());
        } finally {
            delete(plain);
        }
    }

    private OpeningCommand look(Attempt attempt, Path plain) {
        try (var parcel = Parcel.open(plain, null)) {
            var bidder = attempt.bid.bidder();
            var sender = parcel.sender();
            var findings = new ArrayList<Finding>();
            var verdict = place.station().trust().check(sender, parcel.createdAt());
            findings.add(new Finding(Finding.Kind.SIGNATURE,
                    GOOD.contains(verdict) && sender.code().equals(bidder.value()),
                    sender.holder() + " " + verdict.say()));
            findings.add(new Finding(Finding.Kind.RECEIPT_DIGEST, true,
                    attempt.bid.receipt().sha256().brief()));
            var absent = PARTS.stream().filter(part -> !parcel.names().contains(part)).toList();
            findings.add(new Finding(Finding.Kind.PARTS, absent.isEmpty(),
                    absent.isEmpty()
                            ? Say.it("unseal.parts", parcel.names().size())
                            : String.join("、", absent)));
            if (absent.contains("sheet.json")) {
                return attempt.failed(DecryptionCode.FILE_CORRUPT, Say.it("unseal.no-sheet"));
            }
            var sheet = Wire.read(parcel.bytes("sheet.json"), BidSheet.class);
            return new OpeningCommand.HandInPlainBid(bidder, sheet, keep(parcel),
                    attempt.probes(attempt.note), findings, sender.serialHex());
        } catch (JournalFailure e) {
            return attempt.failed(DecryptionCode.FILE_CORRUPT, e.what());
        }
    }

    private List<BidFile> keep(Parcel.Opened parcel) {
        var files = new ArrayList<BidFile>();
        for (var name : parcel.names()) {
            var content = parcel.bytes(name);
            var digest = place.station().journal().blobs().put(new ByteArrayInputStream(content));
            files.add(new BidFile(name, content.length, digest));
        }
        return files;
    }

    private static DecryptionCode code(TokenFailure failure) {
        return failure.pinMayBeTriedAgain()
                ? DecryptionCode.PIN_WRONG
                : code(failure.outcome());
    }

    private static DecryptionCode code(OpenOutcome outcome) {
        return DecryptionCode.valueOf(outcome.name());
    }

    private Path temporary() {
        try {
            return Files.createTempFile(place.folder("opening"), "bid", ".plain");
        } catch (IOException e) {
            throw BidOpenFailure.file(place.folder("opening"), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw BidOpenFailure.file(file, e);
        }
    }

    /// What is learnt on the way.
    private static final class Attempt {

        private final Bid bid;
        private String presented = "";
        private String operator = "";
        private String note = "";
        private boolean asReceived = true;

        Attempt(Bid bid) {
            this.bid = bid;
        }

        Probes probes(String note) {
            return new Probes(presented, bid.receipt().encryptionSerial(), asReceived, operator,
                    note);
        }

        OpeningCommand failed(DecryptionCode code, String note) {
            return new OpeningCommand.RecordAttempt(bid.bidder(), code, probes(note));
        }
    }
}
