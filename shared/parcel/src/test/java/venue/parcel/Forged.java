package venue.parcel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import venue.crypto.Detached;
import venue.crypto.Token;

/// What a forger can do to a parcel without the sender's key, and what a strange sender could sign.
final class Forged {

    private Forged() {}

    static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    static Path zip(Path folder, Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("forged.zip"), out.toByteArray());
    }

    static Map<String, byte[]> signed(Token sender, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return new LinkedHashMap<>(Map.of("manifest.json", bytes, "manifest.json.p7s",
                Detached.sign(sender, bytes, Media.NOON).array()));
    }
}
