package venue.parcel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import venue.crypto.Certificate;
import venue.crypto.Suite;
import venue.crypto.TrustList;

/// Why a certificate is not fit for a bid, each reason in a sentence.
final class Fitness {

    private static final int RSA_BITS_MIN = 2048;
    private static final List<String> BROKEN = List.of("MD2", "MD4", "MD5", "SHA1", "SHA-1");

    /// What it is wanted for.
    enum Wanted {
        SIGNING, ENCRYPTION
    }

    private Fitness() {}

    /// What the trust list says against `certificate`, brought with the issuers `chain`.
    static List<String> distrust(TrustList trust, Certificate certificate,
            List<Certificate> chain, Instant at) {
        var name = certificate.holder() + "（" + certificate.serialHex() + "）";
        var verdict = trust.check(certificate, chain, at);
        return switch (verdict) {
            case VALID, UNKNOWN_REVOCATION, EXPIRED, NOT_YET_VALID -> List.of();
            case REVOKED -> List.of(say("fault.revoked", name));
            case UNTRUSTED -> List.of(say("fault.untrusted", name, verdict.say()));
        };
    }

    static List<String> faults(Certificate certificate, Wanted wanted, Instant at) {
        var faults = new ArrayList<String>();
        var name = certificate.holder() + "（" + certificate.serialHex() + "）";
        if (at.isAfter(certificate.notAfter())) {
            faults.add(say("fault.expired", name, Told.time(certificate.notAfter())));
        }
        if (at.isBefore(certificate.notBefore())) {
            faults.add(say("fault.early", name, Told.time(certificate.notBefore())));
        }
        if (certificate.suite() == Suite.RSA && certificate.keyBits() < RSA_BITS_MIN) {
            faults.add(say("fault.weak", name, certificate.keyBits()));
        }
        var algorithm = certificate.x509().getSigAlgName().toUpperCase(Locale.ROOT);
        if (BROKEN.stream().anyMatch(algorithm::contains)) {
            faults.add(say("fault.digest", name, algorithm));
        }
        if (wanted == Wanted.SIGNING && !certificate.canSign()) {
            faults.add(say("fault.nosign", name));
        }
        if (wanted == Wanted.ENCRYPTION && !certificate.canEncrypt()) {
            faults.add(say("fault.noencrypt", name));
        }
        return faults;
    }

    private static String say(String key, Object... arguments) {
        return ParcelWords.BOOK.say(key, arguments);
    }
}
