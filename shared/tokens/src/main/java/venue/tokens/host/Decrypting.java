package venue.tokens.host;

import venue.tokens.wire.Trouble;

/// How a vendor's library decrypts with a container's encryption key. GM/T 0016-2012 has no such
/// function, vendors added it in three shapes; a wrong guess would crash the driver, so that
/// the shape is a setting.
enum Decrypting {
    /// `SKF_ECCDecrypt(container, cipher, plain, length)`.
    ECC_DECRYPT("SKF_ECCDecrypt"),
    /// `SKF_ECCDecrypt(container, signFlag, cipher, plain, length)`.
    ECC_DECRYPT_FLAG("SKF_ECCDecrypt"),
    /// `SKF_PrvKeyDecrypt(container, 1, cipher, plain, length)`.
    PRV_KEY_DECRYPT("SKF_PrvKeyDecrypt");

    private final String function;

    Decrypting(String function) {
        this.function = function;
    }

    String function() {
        return function;
    }

    static Decrypting of(String name) throws Trouble {
        for (var way : values()) {
            if (way.name().equals(name)) {
                return way;
            }
        }
        throw new Trouble(Trouble.Kind.NO_LIBRARY, name);
    }
}
