package venue.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The independent program `openssl` as a peer; tests that need it are aborted with the reason
/// where it is missing.
final class Openssl {

    /// The id that Chinese SM2 signatures are made with; openssl takes an empty one unless told.
    static final String ID = "distid:1234567812345678";

    private final Path folder;

    private Openssl(Path folder) {
        this.folder = folder;
    }

    static Openssl in(Path folder) {
        var openssl = new Openssl(folder);
        String version;
        try {
            version = openssl.run("version");
        } catch (IOException e) {
            version = "none: " + e.getMessage();
        }
        Assumptions.assumeTrue(version.startsWith("OpenSSL 3"),
                "needs the openssl 3 program, found " + version);
        return openssl;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /// Runs it and returns what it said; the exit status stands in the last line.
    String run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("openssl hangs: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said + "\nexit " + process.exitValue();
    }

    /// Runs it and insists on success.
    void must(String... arguments) throws IOException {
        var said = run(arguments);
        if (!said.endsWith("exit 0")) {
            throw new IOException(List.of(arguments) + ": " + said);
        }
    }

    /// A root `NAME.crt` with its key, valid for ten years.
    void root(String name, Suite suite) throws IOException {
        key(name, suite);
        if (suite == Suite.RSA) {
            must("req", "-x509", "-new", "-key", name + ".key", "-subj", "/C=CN/CN=" + name,
                    "-days", "3650", "-out", name + ".crt");
        } else {
            must("req", "-x509", "-new", "-key", name + ".key", "-subj", "/C=CN/CN=" + name,
                    "-days", "3650", "-sm3", "-sigopt", ID, "-out", name + ".crt");
        }
    }

    /// A leaf `NAME.crt` under `root`, and `NAME.p12` with the root's certificate in it.
    void leaf(String name, Suite suite, String root, String subject, String pin)
            throws IOException {
        key(name, suite);
        Files.writeString(file(name + ".ext"),
                "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,"
                        + "nonRepudiation,keyEncipherment,dataEncipherment\n");
        var request = new ArrayList<>(List.of("req", "-new", "-utf8", "-key", name + ".key",
                "-subj", subject, "-out", name + ".csr"));
        var sign = new ArrayList<>(List.of("x509", "-req", "-in", name + ".csr", "-CA",
                root + ".crt", "-CAkey", root + ".key", "-CAcreateserial", "-days", "365",
                "-extfile", name + ".ext", "-out", name + ".crt"));
        if (suite == Suite.SM) {
            request.addAll(List.of("-sm3", "-sigopt", ID));
            sign.addAll(List.of("-sm3", "-sigopt", ID, "-vfyopt", ID));
        }
        must(request.toArray(String[]::new));
        must(sign.toArray(String[]::new));
        must("pkcs12", "-export", "-inkey", name + ".key", "-in", name + ".crt", "-certfile",
                root + ".crt", "-passout", "pass:" + pin, "-out", name + ".p12");
    }

    private void key(String name, Suite suite) throws IOException {
        if (suite == Suite.RSA) {
            must("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out",
                    name + ".key");
        } else {
            must("genpkey", "-algorithm", "SM2", "-out", name + ".key");
        }
    }
}
