package venue.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Bytes;
import venue.crypto.Certificate;
import venue.crypto.Suite;

/// The two halves of mutual TLS at a desk: the device's own key, and the authority that the
/// centre's certificate must come from. No authority of the operating system is trusted.
record Tls(SSLContext context, X509TrustManager trust) {

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final int LISTEN_MILLIS = 1_000;

    static Tls of(Bytes deviceKeys, char[] pin, List<Certificate> authorities) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(deviceKeys.array()), pin);
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, pin);
            var theirs = TrustManagerFactory
                    .getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(trusted(authorities));
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), theirs.getTrustManagers(), null);
            for (var manager : theirs.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return new Tls(context, x509);
                }
            }
            throw new IllegalStateException("no X.509 trust manager in this Java");
        } catch (GeneralSecurityException | IOException e) {
            throw new SyncFailure(SyncFailure.DEVICE_KEY, e);
        }
    }

    /// Whether the other side ends a TLS connection because of our certificate. In TLS 1.3 its
    /// alert comes after our side thinks the handshake done, and gets lost when we are sending
    /// already; so this only listens.
    boolean isRefusedBy(String host, int port) {
        try (var socket = context.getSocketFactory().createSocket(host, port)) {
            socket.setSoTimeout(LISTEN_MILLIS);
            return socket.getInputStream().read() < 0;
        } catch (SSLException e) {
            return !(e.getCause() instanceof SocketException);
        } catch (IOException e) {
            LOG.debug("no alert heard", e);
            return false;
        }
    }

    private static KeyStore trusted(List<Certificate> authorities)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var factory = CertificateFactory.getInstance("X.509");
        // TLS here is RSA; the JDK cannot even read a certificate on the SM2 curve
        var usable = authorities.stream().filter(one -> one.suite() == Suite.RSA).toList();
        for (int i = 0; i < usable.size(); i++) {
            var der = new ByteArrayInputStream(usable.get(i).der().array());
            store.setCertificateEntry("centre-" + i, factory.generateCertificate(der));
        }
        return store;
    }
}
