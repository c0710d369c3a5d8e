package venue.rehearsal.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A certification authority (电子认证服务机构) with a root, an issuing authority below it and their
/// revocation lists, made by `openssl`. RSA-2048 with SHA-256, or SM2 with SM3.
public final class Hierarchy {

    private static final String DISTID = "distid:1234567812345678";

    private final OpenSsl openssl;
    private final Path folder;
    private final String name;
    private final boolean sm2;
    private int serial;

    private Hierarchy(Path folder, String name, boolean sm2) {
        this.folder = folder;
        this.openssl = new OpenSsl(folder);
        this.name = name;
        this.sm2 = sm2;
        this.serial = sm2 ? 0x5200_1000 : 0x3100_1000;
    }

    /// Makes root, issuing authority and their revocation lists in `folder`.
    public static Hierarchy create(Path folder, String name, boolean sm2) {
        try {
            Files.createDirectories(folder);
            var made = new Hierarchy(folder, name, sm2);
            made.root();
            made.issuing();
            made.revocation("root");
            made.revocation("issuing");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void root() {
        key("root");
        openssl.run(words("req", "-new", "-x509", "-utf8", "-key", "root.key", "-days", "3650",
                "-subj", "/C=CN/O=" + name + "/CN=" + name + "根", "-addext",
                "basicConstraints=critical,CA:TRUE", "-addext",
                "keyUsage=critical,keyCertSign,cRLSign", "-out", "root.crt"));
    }

    private void issuing() throws IOException {
        key("issuing");
        Files.writeString(folder.resolve("ca.ext"), """
                basicConstraints=critical,CA:TRUE,pathlen:0
                keyUsage=critical,keyCertSign,cRLSign
                subjectKeyIdentifier=hash
                authorityKeyIdentifier=keyid
                """);
        Files.writeString(folder.resolve("person.ext"), """
                basicConstraints=critical,CA:FALSE
                keyUsage=critical,digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment
                subjectKeyIdentifier=hash
                authorityKeyIdentifier=keyid
                """);
        Files.writeString(folder.resolve("device.ext"), """
                basicConstraints=critical,CA:FALSE
                keyUsage=critical,digitalSignature,keyEncipherment
                extendedKeyUsage=clientAuth,serverAuth
                subjectAltName=DNS:localhost,IP:127.0.0.1
                subjectKeyIdentifier=hash
                authorityKeyIdentifier=keyid
                """);
        request("issuing", "/C=CN/O=" + name + "/CN=" + name + "运营");
        sign("issuing", "root", "ca.ext", 3000);
    }

    private void revocation(String authority) throws IOException {
        Files.writeString(folder.resolve(authority + ".index"), "");
        Files.writeString(folder.resolve(authority + ".number"), "01\n");
        Files.writeString(folder.resolve(authority + ".cnf"), """
                [ca]
                default_ca = it
                [it]
                database = %1$s.index
                crlnumber = %1$s.number
                default_md = %2$s
                default_crl_days = 60
                """.formatted(authority, sm2 ? "sm3" : "sha256"));
        var words = new ArrayList<>(List.of("ca", "-gencrl", "-config", authority + ".cnf",
                "-keyfile", authority + ".key", "-cert", authority + ".crt", "-out",
                authority + ".crl"));
        if (sm2) {
            words.addAll(List.of("-sigopt", DISTID));
        }
        openssl.run(words.toArray(String[]::new));
    }

    /// Issues a certificate with a fresh key and packs both into `out` (PKCS#12) behind `pin`.
    ///
    /// @param holder the person's or the organisation's name (CN)
    /// @param unit the organisation (O)
    /// @param code 统一社会信用代码 or the person's id (serialNumber)
    /// @param device whether it is a workstation's certificate for TLS
    public Path issue(String file, String holder, String unit, String code, String pin,
            boolean device, Path out) {
        key(file);
        request(file, "/C=CN/O=" + unit + "/serialNumber=" + code + "/CN=" + holder);
        sign(file, "issuing", device ? "device.ext" : "person.ext", 700);
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
            var chain = Files.readString(folder.resolve("issuing.crt"))
                    + Files.readString(folder.resolve("root.crt"));
            Files.writeString(folder.resolve("chain.crt"), chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        openssl.run("pkcs12", "-export", "-inkey", file + ".key", "-in", file + ".crt",
                "-certfile", "chain.crt", "-name", file, "-passout", "pass:" + pin, "-out",
                out.toAbsolutePath().toString());
        return out;
    }

    /// The certificate (PEM) last issued under this file name.
    public Path certificate(String file) {
        return folder.resolve(file + ".crt");
    }

    /// Root, issuing authority and revocation lists: what a trust list is made of.
    public List<Path> trust() {
        return List.of(folder.resolve("root.crt"), folder.resolve("issuing.crt"),
                folder.resolve("root.crl"), folder.resolve("issuing.crl"));
    }

    private void key(String file) {
        if (sm2) {
            openssl.run("ecparam", "-genkey", "-name", "SM2", "-noout", "-out", file + ".key");
        } else {
            openssl.run("genrsa", "-out", file + ".key", "2048");
        }
    }

    private void request(String file, String subject) {
        openssl.run(words("req", "-new", "-utf8", "-key", file + ".key", "-subj", subject, "-out",
                file + ".csr"));
    }

    private void sign(String file, String by, String extensions, int days) {
        serial++;
        var words = new ArrayList<>(List.of("x509", "-req", "-in", file + ".csr", "-CA",
                by + ".crt", "-CAkey", by + ".key", "-extfile", extensions, "-days",
                Integer.toString(days), "-set_serial", "0x" + Integer.toHexString(serial), "-out",
                file + ".crt"));
        if (sm2) {
            words.addAll(List.of("-vfyopt", DISTID));
        }
        openssl.run(words(words.toArray(String[]::new)));
    }

    private String[] words(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add(sm2 ? "-sm3" : "-sha256");
        if (sm2) {
            all.addAll(List.of("-sigopt", DISTID));
        }
        return all.toArray(String[]::new);
    }
}
