package venue.tokens.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.security.auth.login.LoginException;
import venue.crypto.Bytes;
import venue.tokens.wire.Found;
import venue.tokens.wire.Place;
import venue.tokens.wire.Trouble;

/// PKCS#11: keys through the JDK's provider, configured for one slot and registered nowhere;
/// slots and their state through [Cryptoki].
final class Pkcs11Driver implements Driver {

    private static final Pattern CODE = Pattern.compile("CKR_[A-Z0-9_]+|0x[0-9a-fA-F]+");

    private final String path;
    private final Cryptoki cryptoki;
    /// Slots that are logged in to. A process is logged in to a token once, and a second login
    /// would be taken with any PIN; the application opens such a token in another process.
    private final Set<Long> inUse = new HashSet<>();
    /// One for each token: the JDK never lets go of a provider, so that a fresh one for each login
    /// fills the memory after some hundred logins. One that has seen trouble is not used again.
    private final Map<Cryptoki.Token, AuthProvider> providers = new HashMap<>();
    private int made;

    Pkcs11Driver(String path) throws Trouble {
        this.path = path;
        this.cryptoki = Cryptoki.load(path);
    }

    @Override
    public List<Found> list() throws Trouble {
        var found = new ArrayList<Found>();
        for (var token : cryptoki.tokens()) {
            found.add(new Found(new Place(token.serial(), "", ""), token.label(), token.tries(),
                    cryptoki.certificates(token)));
        }
        return found;
    }

    @Override
    public Session open(Place place, byte[] pin) throws Trouble {
        var token = cryptoki.tokens().stream()
                .filter(each -> place.token().isEmpty() || each.serial().equals(place.token())
                        || each.label().equals(place.token()))
                .findFirst()
                .orElseThrow(() -> new Trouble(Trouble.Kind.MISSING, place.token()));
        if (inUse.contains(token.slot())) {
            throw new Trouble(Trouble.Kind.IN_USE, token.label());
        }
        if (token.tries() == 0) {
            throw new Trouble(Trouble.Kind.LOCKED, 0, "CKF_USER_PIN_LOCKED");
        }
        var provider = provider(token);
        try {
            var store = KeyStore.getInstance("PKCS11", provider);
            load(store, token, pin);
            var session = new Opened(token, provider, entries(store));
            inUse.add(token.slot());
            return session;
        } catch (GeneralSecurityException e) {
            throw loggedOut(token, provider, trouble(token, "PKCS11", e));
        } catch (Trouble e) {
            throw loggedOut(token, provider, e);
        }
    }

    private Trouble loggedOut(Cryptoki.Token token, AuthProvider provider, Trouble reason) {
        if (reason.kind() != Trouble.Kind.PIN_WRONG) {
            providers.remove(token.plain());
        }
        try {
            logout(provider);
        } catch (Trouble e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    private AuthProvider provider(Cryptoki.Token token) throws Trouble {
        var known = providers.get(token.plain());
        if (known == null) {
            known = provider(token.slot());
            providers.put(token.plain(), known);
        }
        return known;
    }

    private AuthProvider provider(long slot) throws Trouble {
        made++;
        var settings = "--name=venue" + made + "\nlibrary=\"" + path.replace("\\", "\\\\")
                + "\"\nslot=" + slot + "\n";
        try {
            if (Security.getProvider("SunPKCS11").configure(settings) instanceof AuthProvider p) {
                return p;
            }
        } catch (ProviderException | UnsupportedOperationException e) {
            throw new Trouble(Trouble.Kind.REFUSED, "SunPKCS11 " + code(e));
        }
        throw new Trouble(Trouble.Kind.NO_LIBRARY, "SunPKCS11");
    }

    private void load(KeyStore store, Cryptoki.Token token, byte[] pin) throws Trouble {
        var characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(pin));
        var copy = new char[characters.remaining()];
        characters.duplicate().get(copy);
        try {
            store.load(null, copy);
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw trouble(token, "C_Login", e);
        } finally {
            Arrays.fill(copy, '\0');
            wipe(characters);
        }
    }

    private static void wipe(CharBuffer characters) {
        for (int i = 0; i < characters.capacity(); i++) {
            characters.put(i, '\0');
        }
    }

    private record Entry(Found.Key key, PrivateKey secret) {}

    private static List<Entry> entries(KeyStore store)
            throws GeneralSecurityException, Trouble {
        var entries = new ArrayList<Entry>();
        for (var alias : Collections.list(store.aliases())) {
            Key key = store.isKeyEntry(alias) ? store.getKey(alias, null) : null;
            var certificate = store.getCertificate(alias);
            if (key instanceof PrivateKey secret && certificate != null) {
                entries.add(new Entry(new Found.Key(Found.Use.ANY,
                        Bytes.of(certificate.getEncoded())), secret));
            }
        }
        if (entries.isEmpty()) {
            throw new Trouble(Trouble.Kind.NO_KEY, "");
        }
        return entries;
    }

    private static void logout(AuthProvider provider) throws Trouble {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            throw new Trouble(Trouble.Kind.REFUSED, "C_Logout " + code(e));
        }
    }

    /// What really happened, told from the provider's words and the state of the slot now.
    private Trouble trouble(Cryptoki.Token token, String function, Exception e) {
        var code = code(e);
        return switch (code) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" -> wrongPin(token);
            case "CKR_PIN_LOCKED" -> new Trouble(Trouble.Kind.LOCKED, 0, code);
            case "CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED", "CKR_SLOT_ID_INVALID" ->
                new Trouble(Trouble.Kind.REMOVED, code);
            case "CKR_ENCRYPTED_DATA_INVALID", "CKR_ENCRYPTED_DATA_LEN_RANGE",
                    "CKR_DATA_INVALID", "CKR_DATA_LEN_RANGE" ->
                new Trouble(Trouble.Kind.UNFIT, code);
            case "BadPaddingException", "IllegalBlockSizeException" ->
                new Trouble(Trouble.Kind.NONSENSE, function + " " + code);
            default -> new Trouble(isThere(token) ? Trouble.Kind.REFUSED : Trouble.Kind.REMOVED,
                    function + " " + code);
        };
    }

    private Trouble wrongPin(Cryptoki.Token token) {
        try {
            int tries = cryptoki.tokens().stream().filter(each -> isSame(token, each))
                    .mapToInt(Cryptoki.Token::tries).findFirst().orElse(token.tries());
            return new Trouble(tries == 0 ? Trouble.Kind.LOCKED : Trouble.Kind.PIN_WRONG, tries,
                    "CKR_PIN_INCORRECT");
        } catch (Trouble e) {
            return e;
        }
    }

    private boolean isThere(Cryptoki.Token token) {
        try {
            return cryptoki.tokens().stream().anyMatch(each -> isSame(token, each));
        } catch (Trouble e) {
            return false;
        }
    }

    private static boolean isSame(Cryptoki.Token one, Cryptoki.Token other) {
        return one.slot() == other.slot() && one.serial().equals(other.serial());
    }

    /// The driver's code somewhere in the chain of causes; else the outermost type.
    private static String code(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            var match = CODE.matcher(String.valueOf(each.getMessage()));
            if (match.find()) {
                return match.group().toUpperCase(Locale.ROOT);
            }
        }
        return e.getClass().getSimpleName();
    }

    private final class Opened implements Session {

        private final Cryptoki.Token token;
        private final AuthProvider provider;
        private final List<Entry> entries;

        Opened(Cryptoki.Token token, AuthProvider provider, List<Entry> entries) {
            this.token = token;
            this.provider = provider;
            this.entries = entries;
        }

        @Override
        public List<Found.Key> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        @Override
        public byte[] sign(int key, byte[] digest) throws Trouble {
            return run("RSA/ECB/PKCS1Padding", Cipher.ENCRYPT_MODE, key, digest);
        }

        @Override
        public byte[] decrypt(int key, byte[] input) throws Trouble {
            return run("RSA/ECB/NoPadding", Cipher.DECRYPT_MODE, key, input);
        }

        private byte[] run(String algorithm, int mode, int key, byte[] input) throws Trouble {
            try {
                var cipher = Cipher.getInstance(algorithm, provider);
                cipher.init(mode, entries.get(key).secret());
                return cipher.doFinal(input);
            } catch (GeneralSecurityException | ProviderException e) {
                providers.remove(token.plain());
                throw trouble(token, mode == Cipher.ENCRYPT_MODE ? "C_Sign" : "C_Decrypt", e);
            }
        }

        @Override
        public void close() throws Trouble {
            inUse.remove(token.slot());
            logout(provider);
        }
    }
}
