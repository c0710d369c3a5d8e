package venue.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a dishonest archivist does to the files of an archive.
record Bending(Path folder) {

    void bend(String how, String where, String what) throws IOException {
        switch (how) {
            case "drop" -> drop(where);
            case "append" -> text(where, text -> text + "\n");
            case "replace" -> text(where, text -> text.replaceFirst("\"late\":", what));
            case "present" ->
                text(where, text -> text.replaceFirst("\"present\":1", "\"present\":2"));
            case "ceiling" -> text(where, text -> text.replaceFirst("12000000.00", "13000000.00"));
            case "manager" -> text(find(where), text -> text.replaceFirst("经理2", "经理3"));
            case "cut" -> {
                lines(where + "/leaves.jsonl", lines -> lines.subList(0, lines.size() - 1));
                lines(where + "/payloads.jsonl", lines -> lines.subList(0, lines.size() - 1));
            }
            case "blank" -> blank(where, what);
            case "unsign" -> lines(where, lines -> lines.stream()
                    .filter(line -> !line.startsWith("\u2014 venue.hall/dev/hall-1/g1 ")).toList());
            case "unsession" -> lines(where,
                    lines -> lines.stream().filter(line -> !line.contains("/s/")).toList());
            case "unsm2" -> lines(where, lines -> lines.stream().filter(line -> !isSm2(line))
                    .toList());
            case "index" -> text(where, text -> text.replaceFirst("index 3", "index 4"));
            case "tile" -> {
                var file = folder.resolve(find(where));
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
            case "uncosign" -> uncosign(where);
            case "leaf" -> text(where, text -> text.replaceFirst("\"mono\":([0-9]+)",
                    "\"mono\":1$1"));
            case "payload" -> text(where, text -> text.replaceFirst("经理2", "经理3"));
            default -> throw new IllegalArgumentException(how);
        }
    }

    /// A line of the device that is not 4 bytes of id and 64 of Ed25519.
    private static boolean isSm2(String line) {
        return line.startsWith("\u2014 venue.hall/dev/") && !line.contains("/s/")
                && Base64.getDecoder()
                        .decode(line.substring(line.lastIndexOf(' ') + 1)).length != 68;
    }

    private void drop(String where) throws IOException {
        Files.delete(folder.resolve(find(where)));
    }

    /// The file called `where`, or the first one below a folder whose name begins so.
    private String find(String where) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.startsWith(where)).sorted().findFirst().orElseThrow();
        }
    }

    private void blank(String where, String kind) throws IOException {
        var leaves = Files.readAllLines(folder.resolve(where + "/leaves.jsonl"));
        lines(where + "/payloads.jsonl", lines -> {
            var bent = new ArrayList<>(lines);
            for (int i = 0; i < leaves.size(); i++) {
                if (leaves.get(i).contains("\"" + kind + "\"")) {
                    bent.set(i, "");
                }
            }
            return bent;
        });
    }

    private void uncosign(String where) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(where))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".jsonl")
                            && read(f).contains("\u2014 venue.hall/centre "))
                    .toList()) {
                var name = folder.relativize(file).toString();
                lines(name, lines -> lines.stream()
                        .filter(line -> !line.startsWith("\u2014 venue.hall/centre ")).toList());
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String name, UnaryOperator<String> change) throws IOException {
        var file = folder.resolve(name);
        var before = Files.readString(file);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing was bent in " + name);
        }
        Files.writeString(file, after);
    }

    private void lines(String name, UnaryOperator<List<String>> change) throws IOException {
        text(name, text -> String.join("\n", change.apply(text.lines().toList())) + "\n");
    }
}
