package venue.verifier.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import venue.crypto.Bytes;
import venue.crypto.Suite;

/// An archive as a plain zip with a list of contents. Reads it from the format's page; every entry
/// is hashed once on opening, and what is not as listed is named, and still read, so that deeper
/// checks can say what was changed.
public final class ArchiveFile implements AutoCloseable {

    /// The list of contents.
    public static final String MANIFEST = "manifest.json";
    /// Its detached signature.
    public static final String SIGNATURE = "manifest.json.p7s";

    private static final int ENTRIES_MAX = 10_000;
    private static final int MEMORY_MAX = 256 << 20;
    private static final long UNPACKED_MAX = 16L << 30;

    private final ZipFile zip;
    private final byte[] manifestBytes;
    private final Manifest manifest;
    private final Map<String, Manifest.Part> parts = new TreeMap<>();
    private final Map<String, Manifest.Part> actual = new TreeMap<>();
    private final Set<String> broken = new TreeSet<>();
    private final Set<String> changed = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> unlisted = new TreeSet<>();
    private final Set<String> twice = new LinkedHashSet<>();

    private ArchiveFile(ZipFile zip) throws IOException {
        this.zip = zip;
        this.manifestBytes = small(MANIFEST);
        this.manifest = Form.read(manifestBytes, Manifest.class);
        if (!manifest.format().equals("venue-parcel/1")) {
            throw new Unreadable("manifest.json: format");
        }
        manifest.parts().forEach(part -> {
            if (parts.put(part.name(), part) != null) {
                twice.add(part.name());
            }
        });
        compare();
    }

    /// The list of contents as the format's page gives it.
    public record Manifest(String format, String kind, String subject, String title,
            String createdAt, List<Part> parts) {

        /// One entry.
        public record Part(String name, long size, String sha256, String sm3) {}
    }

    /// Opens `file`.
    ///
    /// @throws Unreadable if it is no archive at all
    public static ArchiveFile open(Path file) {
        ZipFile zip = null;
        boolean good = false;
        try {
            zip = new ZipFile(file.toFile());
            var archive = new ArchiveFile(zip);
            good = true;
            return archive;
        } catch (IOException e) {
            throw new Unreadable("zip", e);
        } finally {
            if (!good) {
                close(zip);
            }
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new Unreadable("zip", e);
            }
        }
    }

    private void compare() throws IOException {
        var seen = new TreeSet<String>();
        var entries = Collections.list(zip.entries());
        if (entries.size() > ENTRIES_MAX) {
            throw new Unreadable("more than " + ENTRIES_MAX + " entries");
        }
        long total = 0;
        for (var entry : entries) {
            var name = entry.getName();
            if (!seen.add(name)) {
                twice.add(name);
            }
            var part = parts.get(name);
            if (part == null && !name.equals(MANIFEST) && !name.equals(SIGNATURE)) {
                unlisted.add(name);
            }
            if (part != null) {
                total += part.size();
                if (total > UNPACKED_MAX) {
                    throw new Unreadable("more than " + UNPACKED_MAX + " bytes");
                }
                if (!asListed(part)) {
                    changed.add(name);
                }
            }
        }
        parts.keySet().stream().filter(name -> !seen.contains(name)).forEach(missing::add);
    }

    /// Hashes an entry and keeps what it really is; more bytes than listed are not read.
    private boolean asListed(Manifest.Part part) throws IOException {
        var sha256 = Suite.RSA.digest();
        var sm3 = Suite.SM.digest();
        long size = 0;
        try (var in = stream(part.name())) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && size <= part.size(); n = in.read(buffer)) {
                size += n;
                sha256.update(buffer, 0, n);
                sm3.update(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            broken.add(part.name());
            return false;
        }
        var hex = HexFormat.of();
        var real = new Manifest.Part(part.name(), size, hex.formatHex(sha256.digest()),
                hex.formatHex(sm3.digest()));
        actual.put(part.name(), real);
        return real.equals(part);
    }

    private InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable(name);
        }
        return zip.getInputStream(entry);
    }

    private byte[] small(String name) throws IOException {
        try (var in = stream(name)) {
            return in.readNBytes(16 << 20);
        }
    }

    /// The list of contents.
    public Manifest manifest() {
        return manifest;
    }

    /// The exact bytes that the archivist signed.
    public byte[] manifestBytes() {
        return manifestBytes.clone();
    }

    /// The archivist's signature.
    public Bytes signature() {
        try {
            if (zip.getEntry(SIGNATURE) == null) {
                throw new Absent("missing", SIGNATURE);
            }
            return Bytes.of(small(SIGNATURE));
        } catch (IOException e) {
            throw new Unreadable(SIGNATURE, e);
        }
    }

    /// Listed, there and readable; whether it is as listed is told by [#changed].
    public boolean has(String name) {
        return actual.containsKey(name);
    }

    /// Listed names beginning with `folder`, sorted.
    public List<String> names(String folder) {
        return parts.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    /// An entry that really has this SHA-256.
    public Optional<Manifest.Part> bySha256(String hex) {
        return actual.values().stream().filter(part -> part.sha256().equals(hex)).findFirst();
    }

    /// One entry's real size and digests.
    ///
    /// @throws Absent if it is not there
    public Manifest.Part part(String name) {
        if (broken.contains(name)) {
            throw new Unreadable(name);
        }
        var part = actual.get(name);
        if (part == null) {
            throw new Absent("missing", name);
        }
        return part;
    }

    /// One entry.
    ///
    /// @throws Absent if it is missing
    public byte[] bytes(String name) {
        if (part(name).size() > MEMORY_MAX) {
            throw new Absent("large", name);
        }
        try (var in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Unreadable(name, e);
        }
    }

    /// Entries that differ from the list.
    public Set<String> changed() {
        return Collections.unmodifiableSet(changed);
    }

    /// Listed, but not there.
    public Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /// There, but not listed.
    public Set<String> unlisted() {
        return Collections.unmodifiableSet(unlisted);
    }

    /// Names that occur twice.
    public List<String> twice() {
        return new ArrayList<>(twice);
    }

    @Override
    public void close() {
        close(zip);
    }
}
