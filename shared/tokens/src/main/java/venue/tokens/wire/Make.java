package venue.tokens.wire;

import java.util.Map;
import java.util.TreeMap;

/// One driver as it is to be loaded. Two specifications with the same make share a process.
///
/// @param kind `pkcs11` or `skf`
/// @param library path of the library
/// @param ulongBytes size of the driver's ULONG, 4 or 8
/// @param names character set of the driver's names
/// @param decrypting how the driver decrypts with a key of the medium (SKF only)
/// @param environment variables that the vendor's library reads
public record Make(String kind, String library, int ulongBytes, String names, String decrypting,
        Map<String, String> environment) {

    public Make {
        environment = Map.copyOf(environment);
    }

    /// As the body of a message. The environment is not in it: the process was started with it.
    public Pack pack() {
        return new Pack().text(kind).text(library).number(ulongBytes).text(names)
                .text(decrypting);
    }

    public static Make of(Unpack body) throws MalformedFrame {
        return new Make(body.text(), body.text(), body.number(), body.text(), body.text(),
                new TreeMap<>());
    }
}
