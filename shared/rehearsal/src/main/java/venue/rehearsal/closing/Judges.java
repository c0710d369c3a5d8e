package venue.rehearsal.closing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import venue.rehearsal.Cast;
import venue.rehearsal.prepare.OpenSsl;

/// The independent judges of the day: the verifier as a process of its own, `openssl` on
/// signatures, and a copy of the archive bent in three places.
public final class Judges {

    private final Cast cast;
    private final Path archive;
    private final Path trust;

    /// Over the bound archive, with what a verifier believes beforehand.
    public Judges(Cast cast, Path archive, Path trust) {
        this.cast = cast;
        this.archive = archive;
        this.trust = trust;
    }

    /// Lets all of them judge.
    public void judge() {
        var honest = verify(archive, "verification.txt");
        cast.checks().equal("验证", "独立验证程序接受本档案", 0, honest.exit());
        cast.checks().check("验证", "无未通过的检查", !honest.said().contains("FAIL"),
                lines(honest.said(), "FAIL"));
        bend("1 改动开标记录", "V102", Tampering::flip, "documents/opening-record.pdf");
        bend("2 改动一份投标文件的报价", "V304", Tampering.replaceDigit("\"price\":\""), "sheet.json");
        bend("3 截去一个工位的最后一条日志", "V104", Tampering::cutLastLine, "seat-1-g1/leaves.jsonl",
                "seat-1-g1/payloads.jsonl");
        signatures();
    }

    private void bend(String what, String expected, UnaryOperator<byte[]> change,
            String... endings) {
        var number = what.substring(0, 1);
        var copy = archive;
        for (var ending : endings) {
            var next = cast.home().resolve("tampered")
                    .resolve("tampered-" + number + "-" + ending.replace('/', '-') + ".parcel");
            copy = Tampering.copy(copy, next, ending, change);
        }
        var verdict = verify(copy, "verification-tampered-" + number + ".txt");
        var failed = lines(verdict.said(), "FAIL");
        cast.checks().check("验证", "篡改 " + what + " 被发现", verdict.exit() == 1, failed);
        cast.checks().check("验证", "篡改 " + what + " 由 " + expected + " 指出",
                failed.contains(expected), failed);
    }

    private record Verdict(int exit, String said) {}

    private Verdict verify(Path file, String report) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), "venue.verifier.VerifyCommand", "verify",
                file.toString(), "--trust", trust.toString()));
        var done = OpenSsl.Programs.result(cast.home(), command);
        Tampering.write(cast.products().resolve(report), done.said());
        return new Verdict(done.exit(), done.said());
    }

    /// RSA signatures under the papers, as `openssl cms` sees them.
    private void signatures() {
        var papers = List.of("opening-record.pdf", "evaluation-report.pdf", "witness-report.pdf");
        int rsa = 0;
        for (var paper : papers) {
            for (var file : Tampering.signaturesOf(cast.products(), paper)) {
                var done = OpenSsl.Programs.result(cast.home(), List.of("openssl", "cms",
                        "-verify", "-binary", "-inform", "DER", "-in", file.toString(),
                        "-content", cast.products().resolve(paper).toString(), "-CAfile",
                        chain().toString(), "-purpose", "any", "-out", "/dev/null"));
                if (done.exit() == 0) {
                    rsa++;
                }
            }
        }
        cast.checks().check("验证", "openssl 独立验证文书上的 RSA 签名（" + rsa + " 个）", rsa >= 5,
                "only " + rsa);
    }

    private Path chain() {
        var chain = cast.home().resolve("rsa-chain.pem");
        Tampering.write(chain, Tampering.read(trust.resolve("rsa-issuing.crt"))
                + Tampering.read(trust.resolve("rsa-root.crt")));
        return chain;
    }

    private static String lines(String said, String word) {
        return String.join(" | ", said.lines().filter(line -> line.contains(word)).toList());
    }
}
