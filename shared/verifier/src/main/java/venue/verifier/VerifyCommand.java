package venue.verifier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import venue.words.Language;
import venue.words.Words;

/// `verify ARCHIVE [--trust DIR] [--json]`: prints every check and a verdict. Ends with 0 when the
/// archive is accepted, 1 when it is not, 2 when it could not be looked at.
public final class VerifyCommand {

    private static final int ACCEPTED = 0;
    private static final int NOT_ACCEPTED = 1;
    private static final int NOT_LOOKED_AT = 2;
    private static final int FINDINGS_SHOWN = 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Words WORDS = Words.of("venue.verifier", VerifyCommand.class);

    private VerifyCommand() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /// What was asked for.
    private record Request(Path archive, Optional<Path> trust, boolean json) {

        static Request read(List<String> arguments) {
            var left = new ArrayDeque<>(arguments);
            Optional<Path> archive = Optional.empty();
            Optional<Path> trust = Optional.empty();
            boolean json = false;
            while (!left.isEmpty()) {
                var next = left.poll();
                switch (next) {
                    case "--json" -> json = true;
                    case "--en" -> Words.speak(Language.EN);
                    case "--trust" -> trust = Optional.of(path(left.poll()));
                    default -> {
                        if (next.startsWith("-") || archive.isPresent()) {
                            throw new VerifierFailure("USAGE", null, next);
                        }
                        archive = Optional.of(path(next));
                    }
                }
            }
            return new Request(
                    archive.orElseThrow(() -> new VerifierFailure("USAGE", null, "ARCHIVE")), trust,
                    json);
        }

        private static Path path(@org.jspecify.annotations.Nullable String text) {
            try {
                if (text != null) {
                    return Path.of(text);
                }
            } catch (InvalidPathException e) {
                throw new VerifierFailure("USAGE", e, text);
            }
            throw new VerifierFailure("USAGE", null, "--trust");
        }
    }

    /// Runs the command; what it prints goes to `out`, trouble to `err`.
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var words = arguments.isEmpty() || !arguments.getFirst().equals("verify")
                ? arguments
                : arguments.subList(1, arguments.size());
        if (words.isEmpty() || words.contains("--help")) {
            out.println(WORDS.say("command.help"));
            return words.isEmpty() ? NOT_LOOKED_AT : ACCEPTED;
        }
        try {
            var request = Request.read(words);
            var trust = request.trust().map(Trust::read).orElseGet(Trust::none);
            var verification = Verification.of(request.archive(), trust);
            if (request.json()) {
                out.println(json(verification));
            } else {
                table(verification, request.archive(), out);
            }
            return verification.accepted() ? ACCEPTED : NOT_ACCEPTED;
        } catch (VerifierFailure e) {
            err.println(e.getMessage());
            return NOT_LOOKED_AT;
        }
    }

    private static void table(Verification verification, Path archive, PrintStream out) {
        out.println(WORDS.say("command.title"));
        out.println(WORDS.say("command.archive", archive.getFileName()));
        out.println(
                WORDS.say("command.subject", verification.title(), verification.subject()));
        for (var category : Category.values()) {
            out.println();
            out.println(WORDS.say("category." + category));
            verification.results().stream()
                    .filter(result -> result.check().category() == category)
                    .forEach(result -> line(result, out));
        }
        out.println();
        out.println(WORDS.say("command.counts", verification.count(Verdict.PASS),
                verification.count(Verdict.FAIL), verification.count(Verdict.NOT_RUN)));
        out.println(verification.accepted()
                ? WORDS.say("command.accepted")
                : WORDS.say("command.refused", blocking(verification)));
    }

    private static List<Check> blocking(Verification verification) {
        return verification.results().stream().filter(Result::blocks).map(Result::check).toList();
    }

    private static void line(Result result, PrintStream out) {
        out.println("  " + result.check() + "  " + WORDS.say("verdict." + result.verdict()) + "  "
                + WORDS.say("check." + result.check())
                + (result.looked() > 0 ? WORDS.say("command.looked", result.looked()) : "")
                + (result.check().required() ? "" : WORDS.say("command.optional")));
        result.findings().stream().limit(FINDINGS_SHOWN).forEach(finding -> out.println(
                "        · " + (finding.place().isEmpty() ? "" : finding.place() + "：")
                        + finding.what()));
        if (result.findings().size() > FINDINGS_SHOWN) {
            out.println("        · "
                    + WORDS.say("command.more", result.findings().size() - FINDINGS_SHOWN));
        }
    }

    private static String json(Verification verification) {
        var node = JSON.createObjectNode().put("subject", verification.subject())
                .put("title", verification.title()).put("accepted", verification.accepted());
        var checks = node.putArray("checks");
        for (var result : verification.results()) {
            ObjectNode check = checks.addObject().put("number", result.check().name())
                    .put("category", result.check().category().name())
                    .put("title", WORDS.say("check." + result.check()))
                    .put("required", result.check().required())
                    .put("verdict", result.verdict().name()).put("looked", result.looked());
            var findings = check.putArray("findings");
            result.findings().forEach(
                    f -> findings.addObject().put("place", f.place()).put("what", f.what()));
        }
        return node.toPrettyString();
    }
}
