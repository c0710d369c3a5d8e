package venue.tokens.wire;

import java.util.ArrayList;
import java.util.List;

/// A medium that a driver sees.
///
/// @param place how to open exactly this one: see [Place]
/// @param label its name as the driver gives it
/// @param tries PIN tries left, or one of the values of [Tries]
/// @param keys certificates that can be read without a PIN
public record Found(Place place, String label, int tries, List<Key> keys) {

    /// What a certificate's key is for, as far as the medium says.
    public enum Use {
        /// Not said: the certificate tells.
        ANY,
        /// The container's signing key.
        SIGN,
        /// The container's encryption key.
        ENCRYPT
    }

    /// A certificate and its use.
    public record Key(Use use, venue.crypto.Bytes certificate) {

        void pack(Pack body) {
            body.number(use.ordinal()).bytes(certificate.array());
        }

        static Key of(Unpack body) throws MalformedFrame {
            int use = body.number();
            if (use < 0 || use >= Use.values().length) {
                throw new MalformedFrame("use " + use);
            }
            return new Key(Use.values()[use], venue.crypto.Bytes.of(body.bytes()));
        }
    }

    public Found {
        keys = List.copyOf(keys);
    }

    public void pack(Pack body) {
        place.pack(body);
        body.text(label).number(tries);
        packKeys(body, keys);
    }

    public static Found of(Unpack body) throws MalformedFrame {
        return new Found(Place.of(body), body.text(), body.number(), keys(body));
    }

    /// A list of keys.
    public static void packKeys(Pack body, List<Key> keys) {
        body.number(keys.size());
        keys.forEach(key -> key.pack(body));
    }

    public static List<Key> keys(Unpack body) throws MalformedFrame {
        int count = body.count();
        var keys = new ArrayList<Key>();
        for (int i = 0; i < count; i++) {
            keys.add(Key.of(body));
        }
        return List.copyOf(keys);
    }
}
