package venue.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Hashes;
import venue.crypto.Token;
import venue.parcel.Parcel;
import venue.verifier.check.Layout;

/// Makes an archive (归档) from a folder that is laid out as the format's page says: adds the
/// instructions for a stranger and the list for `sha256sum`, and packs all of it as a signed
/// parcel.
public final class Archiving {

    private static final String README = "README-VERIFY.txt";
    private static final String CHECKS = "checks.txt";

    private Archiving() {}

    /// Packs `folder` into `out`.
    ///
    /// @param subject the lot's code
    /// @param archivist who signs the list of contents
    /// @throws VerifierFailure LAYOUT_INCOMPLETE naming what is missing
    public static void bind(Path folder, String subject, String title, Token archivist, Instant at,
            Path out) {
        try {
            Files.write(folder.resolve(README), readme());
            Files.writeString(folder.resolve(CHECKS), checks(folder), StandardCharsets.UTF_8);
            var missing = Layout.MANDATORY.stream()
                    .filter(name -> !Files.isRegularFile(folder.resolve(name))).toList();
            if (!missing.isEmpty()) {
                throw new VerifierFailure("LAYOUT_INCOMPLETE", null, missing);
            }
            var parts = new ArrayList<Parcel.Part>();
            for (var name : names(folder)) {
                parts.add(new Parcel.Part(name, folder.resolve(name)));
            }
            Parcel.write(out, new Parcel.Label("archive", subject, title), parts, archivist,
                    List.of(), at);
        } catch (IOException e) {
            throw new VerifierFailure("DISK", e, folder);
        }
    }

    private static byte[] readme() throws IOException {
        try (var stream = Archiving.class.getResourceAsStream("/META-INF/archive/" + README)) {
            if (stream == null) {
                throw new IOException("missing: " + README);
            }
            return stream.readAllBytes();
        }
    }

    private static String checks(Path folder) throws IOException {
        var text = new StringBuilder();
        for (var name : names(folder)) {
            if (!name.equals(CHECKS)) {
                text.append(Hashes.sha256(folder.resolve(name))).append("  ").append(name)
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted()
                    .toList();
        }
    }
}
