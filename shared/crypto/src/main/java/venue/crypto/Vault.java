package venue.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import venue.crypto.bc.Engines;

/// The secrets of a workstation in one file under a PIN (Argon2id, then AES-256-GCM). The layout
/// is `VVLT 01 | memoryKiB u32 | passes u32 | salt 16 | box | sha256 of all before`: the digest
/// at the end tells a damaged file from a wrong PIN.
public final class Vault implements AutoCloseable {

    private static final byte[] MAGIC = {'V', 'V', 'L', 'T', 1};
    private static final int SALT = 16;
    private static final int HEAD = MAGIC.length + 8 + SALT;
    private static final int DIGEST = 32;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int MEMORY_KIB_MAX = 1 << 20;
    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Map<String, byte[]> secrets;

    private Vault(Map<String, byte[]> secrets) {
        this.secrets = secrets;
    }

    /// Writes a new vault, replacing an old one. `pin` is left as it is.
    public static Vault create(Path file, char[] pin, Map<String, byte[]> secrets) {
        var copy = new TreeMap<String, byte[]>();
        secrets.forEach((name, value) -> copy.put(name, value.clone()));
        var head = ByteBuffer.allocate(HEAD).put(MAGIC).putInt(MEMORY_KIB).putInt(PASSES)
                .put(Engines.random(SALT)).array();
        var plain = encode(copy);
        var key = key(head, pin);
        try {
            var box = new Sealing(key).seal(plain, head);
            var body = ByteBuffer.allocate(HEAD + box.length).put(head).put(box).array();
            var digest = Engines.sha256().digest(body);
            Durable.write(file, ByteBuffer.allocate(body.length + DIGEST).put(body).put(digest)
                    .array());
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNWRITABLE, e, file);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
        return new Vault(copy);
    }

    /// Opens a vault. `pin` is left as it is.
    public static Vault open(Path file, char[] pin) {
        var content = read(file);
        int end = content.length - DIGEST;
        if (end < HEAD || !MessageDigest.isEqual(Arrays.copyOfRange(content, end, content.length),
                Engines.sha256().digest(Arrays.copyOf(content, end)))) {
            throw new CryptoFailure(CryptoFailure.Code.VAULT_DAMAGED, file);
        }
        var head = Arrays.copyOf(content, HEAD);
        if (!Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length))
                || memory(head) > MEMORY_KIB_MAX || memory(head) < 8 || passes(head) < 1
                || passes(head) > 100) {
            throw new CryptoFailure(CryptoFailure.Code.VAULT_DAMAGED, file);
        }
        var key = key(head, pin);
        try {
            var plain = new Sealing(key).open(Arrays.copyOfRange(content, HEAD, end), head);
            return new Vault(decode(plain));
        } catch (CryptoFailure e) {
            throw new CryptoFailure(CryptoFailure.Code.VAULT_PIN_WRONG, e, file.getFileName());
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.VAULT_DAMAGED, e, file);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The names of the secrets.
    public Set<String> names() {
        return new TreeSet<>(secrets.keySet());
    }

    /// A copy of one secret; asking for one that is not there is a bug.
    public byte[] secret(String name) {
        var value = secrets.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret called " + name);
        }
        return value.clone();
    }

    /// Forgets the secrets.
    @Override
    public void close() {
        secrets.values().forEach(value -> Arrays.fill(value, (byte) 0));
        secrets.clear();
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new CryptoFailure(CryptoFailure.Code.VAULT_DAMAGED, file);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CryptoFailure(CryptoFailure.Code.VAULT_MISSING, e, file);
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, file);
        }
    }

    private static int memory(byte[] head) {
        return ByteBuffer.wrap(head).getInt(MAGIC.length);
    }

    private static int passes(byte[] head) {
        return ByteBuffer.wrap(head).getInt(MAGIC.length + 4);
    }

    private static byte[] key(byte[] head, char[] pin) {
        var salt = Arrays.copyOfRange(head, HEAD - SALT, HEAD);
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory(head))
                .withIterations(passes(head)).withParallelism(1).withSalt(salt).build());
        var key = new byte[32];
        argon.generateBytes(pin, key);
        return key;
    }

    private static byte[] encode(Map<String, byte[]> secrets) {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.writeInt(secrets.size());
            for (var secret : secrets.entrySet()) {
                var name = secret.getKey().getBytes(StandardCharsets.UTF_8);
                data.writeInt(name.length);
                data.write(name);
                data.writeInt(secret.getValue().length);
                data.write(secret.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> decode(byte[] plain) throws IOException {
        var secrets = new TreeMap<String, byte[]>();
        try (var data = new DataInputStream(new ByteArrayInputStream(plain))) {
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                var name = new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
                secrets.put(name, data.readNBytes(data.readInt()));
            }
        }
        Arrays.fill(plain, (byte) 0);
        return secrets;
    }
}
