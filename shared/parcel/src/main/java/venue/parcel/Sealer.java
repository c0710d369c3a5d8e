package venue.parcel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import venue.crypto.BidBackup;
import venue.crypto.Certificate;
import venue.crypto.Durable;
import venue.crypto.FileToken;
import venue.crypto.Hashes;
import venue.crypto.OpenOutcome;
import venue.crypto.RescueCode;
import venue.crypto.SealedBid;
import venue.crypto.TrustList;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.Remedy;
import venue.crypto.threshold.SignedPlan;

/// The steps of `seal`.
final class Sealer {

    private final SealOrder order;
    private final Told told;
    private final InstantSource clock;

    Sealer(SealOrder order, Told told, InstantSource clock) {
        this.order = order;
        this.told = told;
        this.clock = clock;
    }

    int run() throws Options.Misused {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var tenderSide = TenderKey.of(order);
        var parts = parts(order.in(), order.out());
        try (var token = FileToken.open(order.bidderP12(), order.pin())) {
            var faults = new ArrayList<>(faults(token, tenderSide.certificate(), at));
            faults.addAll(against(tenderSide));
            order.trust().map(TrustList::read)
                    .ifPresent(trust -> faults.addAll(distrust(trust, token, tenderSide, at)));
            if (!faults.isEmpty()) {
                faults.forEach(told::fault);
                told.fault(ParcelWords.BOOK.say("seal.refused"));
                return 1;
            }
            return seal(token, tenderSide, parts, at);
        }
    }

    /// What the tender's own plan has against the order.
    private List<String> against(TenderKey key) {
        var faults = new ArrayList<String>();
        var plan = key.plan().map(SignedPlan::plan);
        plan.map(each -> each.key().tender()).filter(lot -> !lot.equals(order.tender()))
                .ifPresent(lot -> faults.add(
                        ParcelWords.BOOK.say("fault.othertender", lot, order.tender())));
        var allowed = plan.map(KeyPlan::remedies).orElse(Set.of());
        if (order.rescue().isPresent() && !allowed.contains(Remedy.RESCUE_CODE)) {
            faults.add(ParcelWords.BOOK.say("fault.remedy", Remedy.RESCUE_CODE.say()));
        }
        if (order.backup().isPresent() && !allowed.contains(Remedy.BACKUP_FILE)) {
            faults.add(ParcelWords.BOOK.say("fault.remedy", Remedy.BACKUP_FILE.say()));
        }
        return faults;
    }

    private static List<String> distrust(TrustList trust, FileToken token, TenderKey key,
            Instant at) {
        var faults = new ArrayList<String>();
        faults.addAll(Fitness.distrust(trust, token.signing(), token.chain(), at));
        if (!token.encryption().equals(token.signing())) {
            faults.addAll(Fitness.distrust(trust, token.encryption(), token.chain(), at));
        }
        faults.addAll(Fitness.distrust(trust,
                key.plan().map(SignedPlan::signer).orElse(key.certificate()), List.of(), at));
        return faults;
    }

    private void tell(TenderKey key, Instant at) {
        if (key.plan().isEmpty()) {
            return;
        }
        var plan = key.plan().get().plan();
        told.progress("seal.key", plan.key().quorum().holders(), plan.key().quorum().needed(),
                key.plan().get().signer().holder());
        if (at.isAfter(plan.deadline())) {
            told.progress("seal.late", Told.time(plan.deadline()));
        }
    }

    private int seal(FileToken token, TenderKey tenderSide, List<Parcel.Part> parts, Instant at) {
        tell(tenderSide, at);
        var bidder = token.signing();
        var header = new SealedBid.Header(order.tender(), "", bidder.code(), bidderName(bidder),
                at);
        told.progress("seal.packing", parts.size());
        withParcel(token, parts, at, header, tenderSide.certificate());
        told.progress("seal.checking");
        reread(token, header);
        var sums = Hashes.both(order.out());
        if (order.receipt().isPresent()) {
            SealReceipt.write(order.receipt().get(), SealedBid.open(order.out()), sums, token, at);
        }
        told.say("seal.done", order.out(), sums.size(), sums.sha256(), sums.sm3(), order.tender(),
                header.bidderName(), header.bidder());
        return 0;
    }

    private void withParcel(FileToken token, List<Parcel.Part> parts, Instant at,
            SealedBid.Header header, Certificate tenderSide) {
        try {
            var plain = Durable.beside(order.out());
            try {
                Parcel.write(plain, new Parcel.Label("bid", order.tender(), header.bidderName()),
                        parts, token, List.of(), at);
                Parcel.open(plain, null).close();
                seal(plain, token, header, tenderSide);
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, order.out());
        }
    }

    private void seal(Path plain, FileToken token, SealedBid.Header header,
            Certificate tenderSide) {
        var backup = order.backup().map(file -> BidBackup.write(plain, file));
        try (var code = RescueCode.fresh()) {
            SealedBid.seal(plain, order.out(), header, token.encryption(), tenderSide,
                    token.encryption().suite(),
                    new SealedBid.Remedies(order.rescue().map(_ -> code), backup),
                    told.tenths("seal.sealing"));
            order.rescue().ifPresent(file -> write(file, code, header));
        }
        order.backup().ifPresent(file -> told.say("seal.backup", file,
                backup.orElseThrow().hex()));
    }

    private void write(Path file, RescueCode code, SealedBid.Header header) {
        var paper = ParcelWords.BOOK.say("seal.rescue.paper", order.tender(), header.bidderName(),
                code.text());
        try {
            Durable.write(file, paper.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, file);
        }
        told.say("seal.rescue", file);
    }

    /// The content was compared while sealing; here the header and the bidder's own half.
    private void reread(FileToken token, SealedBid.Header header) {
        var bid = SealedBid.open(order.out());
        if (!bid.header().equals(header) || bid.halfA(token).outcome() != OpenOutcome.OK) {
            throw new ParcelFailure(ParcelFailure.Code.BODY_DAMAGED, order.out(),
                    ParcelWords.BOOK.say("seal.mismatch"));
        }
    }

    private static List<String> faults(FileToken token, Certificate tenderSide, Instant at) {
        var faults = new ArrayList<String>();
        faults.addAll(Fitness.faults(token.signing(), Fitness.Wanted.SIGNING, at));
        if (!token.encryption().equals(token.signing())) {
            faults.addAll(Fitness.faults(token.encryption(), Fitness.Wanted.ENCRYPTION, at));
        } else if (!token.encryption().canEncrypt()) {
            faults.add(ParcelWords.BOOK.say("fault.noencrypt", token.encryption().holder()));
        }
        faults.addAll(Fitness.faults(tenderSide, Fitness.Wanted.ENCRYPTION, at));
        if (token.signing().code().isEmpty()) {
            faults.add(ParcelWords.BOOK.say("fault.nocode", token.signing().holder()));
        }
        return faults;
    }

    private static String bidderName(Certificate certificate) {
        return certificate.organisation().isEmpty()
                ? certificate.holder()
                : certificate.organisation();
    }

    private static List<Parcel.Part> parts(Path folder, Path out) {
        try (var found = Files.walk(folder)) {
            var parts = found.filter(Files::isRegularFile)
                    .filter(file -> !file.toAbsolutePath().equals(out.toAbsolutePath()))
                    .map(file -> new Parcel.Part(name(folder, file), file))
                    .sorted((a, b) -> a.name().compareTo(b.name())).toList();
            if (parts.isEmpty()) {
                throw new ParcelFailure(ParcelFailure.Code.NOTHING_TO_PACK, folder);
            }
            return parts;
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PARCEL_MISSING, e, folder);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
