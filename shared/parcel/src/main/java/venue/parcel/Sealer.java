package venue.parcel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Certificate;
import venue.crypto.Durable;
import venue.crypto.FileToken;
import venue.crypto.Hashes;
import venue.crypto.OpenOutcome;
import venue.crypto.SealedBid;

/// The steps of `seal`.
final class Sealer {

    private static final int CERTIFICATE_BYTES_MAX = 1 << 20;

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
        var tenderSide = certificate(order.tenderCertificate());
        var parts = parts(order.in(), order.out());
        try (var token = FileToken.open(order.bidderP12(), order.pin())) {
            var faults = faults(token, tenderSide, at);
            if (!faults.isEmpty()) {
                faults.forEach(told::fault);
                told.fault(ParcelWords.BOOK.say("seal.refused"));
                return 1;
            }
            return seal(token, tenderSide, parts, at);
        }
    }

    private int seal(FileToken token, Certificate tenderSide, List<Parcel.Part> parts, Instant at) {
        var bidder = token.signing();
        var header = new SealedBid.Header(order.tender(), "", bidder.code(), bidderName(bidder),
                at);
        told.progress("seal.packing", parts.size());
        withParcel(token, parts, at, header, tenderSide);
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
                SealedBid.seal(plain, order.out(), header, token.encryption(), tenderSide,
                        token.encryption().suite(), told.tenths("seal.sealing"));
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.DISK, e, order.out());
        }
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

    private static Certificate certificate(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Certificate.parse(in.readNBytes(CERTIFICATE_BYTES_MAX));
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PART_UNREADABLE, e, file);
        }
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
