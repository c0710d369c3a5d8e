package venue.crypto;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import venue.crypto.bc.Engines;

/// Whom the venue believes: the roots of licensed authorities (电子认证服务机构), their
/// intermediate certificates, and lists of revoked certificates (CRL) fetched before the day.
/// Nothing is fetched here; a missing or stale list is said, not passed over.
public final class TrustList {

    private static final int CHAIN_MAX = 6;
    private static final int FILE_BYTES_MAX = 64 << 20;

    /// What a certificate is worth at a moment.
    public enum Verdict {
        VALID, EXPIRED, NOT_YET_VALID, UNTRUSTED, REVOKED,
        /// No fresh list of revoked certificates: to be shown and recorded, never silently passed.
        UNKNOWN_REVOCATION;

        /// The verdict in words.
        public String say() {
            return CryptoWords.BOOK.say("verdict." + name());
        }
    }

    private final List<Certificate> authorities;
    private final List<X509CRLHolder> lists;

    private TrustList(List<Certificate> authorities, List<X509CRLHolder> lists) {
        this.authorities = authorities;
        this.lists = lists;
    }

    /// A list of these.
    ///
    /// @param authorities roots and intermediate certificates
    /// @param crls lists of revoked certificates, PEM or DER
    public static TrustList of(Collection<Certificate> authorities, Collection<byte[]> crls) {
        var lists = new ArrayList<X509CRLHolder>();
        for (var crl : crls) {
            for (var block : Pem.blocks(crl, "X509 CRL")) {
                lists.add(list(block));
            }
        }
        return new TrustList(List.copyOf(authorities), List.copyOf(lists));
    }

    /// All `*.crt`, `*.cer`, `*.pem` and `*.crl` files of a folder.
    public static TrustList read(Path folder) {
        var authorities = new ArrayList<Certificate>();
        var crls = new ArrayList<byte[]>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                "*.{crt,cer,pem,crl}")) {
            for (var file : files) {
                if (Files.size(file) > FILE_BYTES_MAX) {
                    throw new IOException("too large: " + file);
                }
                var content = Files.readAllBytes(file);
                if (file.toString().endsWith(".crl")) {
                    crls.add(content);
                } else {
                    authorities.addAll(Certificate.parseAll(content));
                }
            }
        } catch (IOException e) {
            throw new CryptoFailure(CryptoFailure.Code.FILE_UNREADABLE, e, folder);
        }
        return of(authorities, crls);
    }

    /// The roots and intermediates.
    public List<Certificate> authorities() {
        return authorities;
    }

    /// What `certificate` is worth at `at`.
    public Verdict check(Certificate certificate, Instant at) {
        return check(certificate, List.of(), at);
    }

    /// The same, where the medium or signature brought intermediate certificates along.
    public Verdict check(Certificate certificate, List<Certificate> brought, Instant at) {
        var chain = chain(certificate, brought);
        if (chain.isEmpty() || !ChainRules.hold(chain, within(certificate, at))) {
            return Verdict.UNTRUSTED;
        }
        if (at.isBefore(certificate.notBefore())) {
            return Verdict.NOT_YET_VALID;
        }
        var revocation = Verdict.VALID;
        for (int i = 0; i + 1 < chain.size(); i++) {
            var found = revocation(chain.get(i), chain.get(i + 1), at);
            if (found == Verdict.REVOKED) {
                return found;
            }
            if (found == Verdict.UNKNOWN_REVOCATION) {
                revocation = found;
            }
        }
        return at.isAfter(certificate.notAfter()) ? Verdict.EXPIRED : revocation;
    }

    /// From the certificate up to a root of this list; empty where there is no such way.
    public List<Certificate> chain(Certificate certificate, List<Certificate> brought) {
        var chain = new ArrayList<Certificate>(List.of(certificate));
        while (!isRoot(chain.getLast())) {
            var issuer = issuer(chain.getLast(), brought);
            if (issuer.isEmpty() || chain.size() == CHAIN_MAX) {
                return List.of();
            }
            chain.add(issuer.get());
        }
        return List.copyOf(chain);
    }

    private boolean isRoot(Certificate certificate) {
        return certificate.subject().equals(certificate.issuer())
                && authorities.contains(certificate);
    }

    private Optional<Certificate> issuer(Certificate child, List<Certificate> brought) {
        var candidates = new ArrayList<>(authorities);
        candidates.addAll(brought);
        return candidates.stream().filter(c -> !c.equals(child)).filter(Certificate::isAuthority)
                .filter(c -> c.bc().getSubject().equals(child.bc().getIssuer()))
                .filter(c -> issued(c, child)).findFirst();
    }

    private static boolean issued(Certificate issuer, Certificate child) {
        try {
            return child.bc().isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Engines.BC).build(issuer.bc()));
        } catch (CertException | OperatorCreationException
                | CertificateException e) {
            return false;
        }
    }

    private Verdict revocation(Certificate certificate, Certificate issuer, Instant at) {
        boolean fresh = false;
        for (var list : lists) {
            if (!list.getIssuer().equals(issuer.bc().getSubject()) || !signed(list, issuer)) {
                continue;
            }
            if (Revocations.concerns(list, certificate, at)) {
                return Verdict.REVOKED;
            }
            fresh |= Revocations.isFresh(list, at);
        }
        return fresh ? Verdict.VALID : Verdict.UNKNOWN_REVOCATION;
    }

    private static boolean signed(X509CRLHolder list, Certificate issuer) {
        try {
            return list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Engines.BC).build(issuer.bc()));
        } catch (CertException | OperatorCreationException
                | CertificateException e) {
            return false;
        }
    }

    private static X509CRLHolder list(byte[] der) {
        try {
            return new X509CRLHolder(der);
        } catch (IOException | RuntimeException e) {
            throw new CryptoFailure(CryptoFailure.Code.NOT_A_CERTIFICATE, e);
        }
    }

    private static Instant within(Certificate certificate, Instant at) {
        if (at.isBefore(certificate.notBefore())) {
            return certificate.notBefore();
        }
        return at.isAfter(certificate.notAfter()) ? certificate.notAfter() : at;
    }
}
