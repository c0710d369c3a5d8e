package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import venue.domain.base.Digest;

/// Everybody's token, made by `openssl`: two hierarchies, people, bidders,
/// devices.
public final class Credentials {

    /// PIN of every device's network certificate.
    public static final String DEVICE_PIN = "Device-2026";

    private final Path folder;
    private final Hierarchy rsa;
    private final Hierarchy sm2;
    private final Map<String, Path> certificates = new HashMap<>();

    /// Makes the two hierarchies below `folder`.
    public Credentials(Path folder) {
        this.folder = folder;
        this.rsa = Hierarchy.create(folder.resolve("ca-rsa"), "辽宁数字认证中心", false);
        this.sm2 = Hierarchy.create(folder.resolve("ca-sm2"), "北方商用密码认证中心", true);
    }

    /// Issues the tokens of all people, bidders and devices into `tokens`.
    public void issueAll(Path tokens, Iterable<String> devices) {
        for (var actor : Story.actors()) {
            issue(actor.id(), actor.sm2(), actor.stem(), actor.name(), actor.unit(), actor.id(),
                    actor.pin(), false, tokens);
        }
        for (var bidder : Story.bidders()) {
            issueBidder(bidder, tokens);
        }
        for (var device : devices) {
            issue(device, false, device, device, Story.CENTRE, device, DEVICE_PIN, true, tokens);
        }
    }

    /// Issues a fresh certificate for a bidder, as its authority does when the old one is replaced.
    public void issueBidder(Story.Bidder bidder, Path tokens) {
        issue("P-BIDDER-" + bidder.number(), bidder.sm2(), bidder.stem(), bidder.representative(),
                bidder.name(), bidder.code().value(), bidder.pin(), false, tokens);
    }

    private void issue(String id, boolean national, String stem, String holder, String unit,
            String code, String pin, boolean device, Path tokens) {
        var by = national ? sm2 : rsa;
        by.issue(stem, holder, unit, code, pin, device, tokens.resolve(stem + ".p12"));
        certificates.put(id, by.certificate(stem));
        try {
            Files.copy(by.certificate(stem), tokens.resolve(stem + ".crt"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SHA-256 of the certificate last issued to `id`, as `openssl` computes it.
    public Digest digest(String id) {
        var said = new OpenSsl(folder).run("x509", "-in", certificate(id).toString(), "-noout",
                "-fingerprint", "-sha256");
        return new Digest(said.strip().replaceAll("^.*=", "").replace(":", "")
                .toLowerCase(Locale.ROOT));
    }

    /// Serial number of that certificate in lower-case hexadecimal.
    public String serial(String id) {
        var said = new OpenSsl(folder).run("x509", "-in", certificate(id).toString(), "-noout",
                "-serial");
        return said.strip().replaceAll("^.*=", "").toLowerCase(Locale.ROOT);
    }

    /// The certificate (PEM) last issued to `id`.
    public Path certificate(String id) {
        var file = certificates.get(id);
        if (file == null) {
            throw new IllegalArgumentException("nothing was issued to " + id);
        }
        return file.toAbsolutePath();
    }

    /// Lays authorities and revocation lists of both hierarchies into `trust`.
    public Path trust(Path trust) {
        try {
            Files.createDirectories(trust);
            for (var file : rsa.trust()) {
                Files.copy(file, trust.resolve("rsa-" + file.getFileName()));
            }
            for (var file : sm2.trust()) {
                Files.copy(file, trust.resolve("sm2-" + file.getFileName()));
            }
            return trust;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
