package venue.parcel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.threshold.KeyPlan;
import venue.crypto.threshold.SignedPlan;

/// The key of the tender side that a bid is sealed to: a certificate as such, or the opening key of
/// a project package (开标公钥) with the plan that says who opens together.
record TenderKey(Certificate certificate, Optional<SignedPlan> plan) {

    private static final int FILE_BYTES_MAX = 1 << 24;
    private static final int DER_SEQUENCE = 0x30;

    static TenderKey of(SealOrder order) {
        if (order.project().isEmpty()) {
            return new TenderKey(Certificate.parse(read(order.tenderCertificate().orElseThrow())),
                    Optional.empty());
        }
        var plan = plan(order.project().get());
        return new TenderKey(plan.plan().certificate(), Optional.of(plan));
    }

    /// The plan in a project package, or in a file of its own.
    static SignedPlan plan(Path file) {
        if (isDer(file)) {
            return SignedPlan.read(Bytes.of(read(file)));
        }
        try (var parcel = Parcel.open(file, null)) {
            if (!parcel.names().contains(KeyPlan.FILE)) {
                throw new ParcelFailure(ParcelFailure.Code.NO_OPENING_KEY, file.getFileName());
            }
            return SignedPlan.read(Bytes.of(parcel.bytes(KeyPlan.FILE)));
        }
    }

    static boolean isDer(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.read() == DER_SEQUENCE;
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PART_UNREADABLE, e, file);
        }
    }

    private static byte[] read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FILE_BYTES_MAX);
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PART_UNREADABLE, e, file);
        }
    }
}
