package venue.parcel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Certificate;
import venue.crypto.Suite;

/// Why a certificate is not fit for a bid, each reason in a sentence.
final class Fitness {

    private static final int RSA_BITS_MIN = 2048;

    /// What it is wanted for.
    enum Wanted {
        SIGNING, ENCRYPTION
    }

    private Fitness() {}

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
