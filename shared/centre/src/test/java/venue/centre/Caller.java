package venue.centre;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import venue.crypto.Bytes;
import venue.sync.wire.Protocol;

/// Speaks to the centre by hand, also what no courier of ours would say.
final class Caller {

    private final URI centre;
    private final SSLContext context;

    /// What came back.
    record Heard(int status, String type, String text) {}

    Caller(URI centre, Bytes keys) {
        this.centre = centre;
        try {
            var own = KeyStore.getInstance("PKCS12");
            own.load(new ByteArrayInputStream(keys.array()), Venue.PIN);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, Venue.PIN);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", Venue.authority().x509());
            var trust = TrustManagerFactory
                    .getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Heard get(String path) throws IOException {
        return call("GET", path, new byte[0], Map.of());
    }

    Heard post(String path, String body) throws IOException {
        return call("POST", path, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    Heard call(String method, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        var connection = (HttpsURLConnection) centre.resolve(path).toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setRequestMethod(method);
        connection.setReadTimeout(10_000);
        connection.setRequestProperty(Protocol.VERSION_HEADER, Protocol.VERSION);
        headers.forEach(connection::setRequestProperty);
        if (body.length > 0) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Heard(status, String.valueOf(connection.getContentType()),
                    in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
