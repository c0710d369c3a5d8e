package venue.tokens;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import venue.tokens.wire.Make;
import venue.tokens.wire.Place;

/// Where a certificate medium (CA 介质) is to be found: a file, or a driver of a vendor.
public sealed interface TokenSpec {

    /// What people call it; stands in every message about it.
    String name();

    /// A PKCS#12 file; needs no driver and no process.
    record InFile(Path p12) implements TokenSpec {

        @Override
        public String name() {
            return String.valueOf(p12.getFileName());
        }
    }

    /// A PKCS#11 driver (RSA).
    ///
    /// @param token label or serial number of the token, empty for the first one
    /// @param environment variables that the vendor's library reads
    record Pkcs11(String name, Path library, String token, Map<String, String> environment)
            implements
                TokenSpec {

        public Pkcs11 {
            environment = Map.copyOf(environment);
        }

        Make make() {
            return new Make("pkcs11", library.toString(), Long.BYTES, "UTF-8", "", environment);
        }

        Place place() {
            return new Place(token, "", "");
        }
    }

    /// An SKF driver (GM/T 0016, SM2). Empty names mean the first device, application, container.
    record Skf(String name, Path library, String device, String application, String container,
            SkfShape shape, Map<String, String> environment) implements TokenSpec {

        public Skf {
            environment = Map.copyOf(environment);
        }

        Make make() {
            return new Make("skf", library.toString(), shape.ulong().bytes(), shape.names().name(),
                    shape.decrypting().name(), environment);
        }

        Place place() {
            return new Place(device, application, container);
        }
    }

    /// What vendors' SKF libraries differ in.
    ///
    /// @param names character set of device, application and container names
    record SkfShape(Ulong ulong, Charset names, Decrypting decrypting) {

        /// What most libraries are like: 32-bit ULONG, GBK, `SKF_ECCDecrypt` with four parameters.
        public static final SkfShape USUAL = new SkfShape(Ulong.BITS_32, Charset.forName("GBK"),
                Decrypting.ECC_DECRYPT);
    }

    /// Width of ULONG in the vendor's header.
    enum Ulong {
        /// As the standard has it.
        BITS_32(4),
        /// `unsigned long` taken literally on Linux.
        BITS_64(8);

        private final int bytes;

        Ulong(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /// The vendor's function that decrypts a key with the container's encryption key.
    enum Decrypting {
        /// `SKF_ECCDecrypt(container, cipher, plain, length)`.
        ECC_DECRYPT,
        /// `SKF_ECCDecrypt(container, signFlag, cipher, plain, length)`.
        ECC_DECRYPT_FLAG,
        /// `SKF_PrvKeyDecrypt(container, 1, cipher, plain, length)`.
        PRV_KEY_DECRYPT
    }
}
