package venue.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import venue.journal.LogRange;
import venue.journal.Origin;
import venue.sync.wire.Addition;
import venue.sync.wire.Batch;
import venue.sync.wire.Handover;
import venue.sync.wire.Hello;
import venue.sync.wire.Json;
import venue.sync.wire.Malformed;
import venue.sync.wire.Protocol;
import venue.sync.wire.TaskList;
import venue.sync.wire.Trouble;
import venue.sync.wire.Welcome;

/// The protocol as one HTTPS client speaks it: each method is one request, each trouble a
/// [SyncFailure] that tells offline from refused. Holds connections but no state of the sync.
final class CentreLine implements AutoCloseable {

    /// The centre countersigned (or holds) another size than we thought.
    static final class Conflict extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final long size;

        Conflict(long size) {
            super("the centre is at " + size);
            this.size = size;
        }

        long size() {
            return size;
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final OkHttpClient http;
    private final HttpUrl root;
    private final Tls tls;

    CentreLine(URI centre, Tls tls) {
        var url = HttpUrl.get(centre);
        if (url == null || !url.isHttps()) {
            throw new IllegalArgumentException("the centre's address is not https: " + centre);
        }
        this.root = url;
        this.tls = tls;
        this.http = new OkHttpClient.Builder()
                .sslSocketFactory(tls.context().getSocketFactory(), tls.trust())
                .followRedirects(false).connectTimeout(CONNECT).readTimeout(SILENCE)
                .writeTimeout(SILENCE).build();
    }

    String address() {
        return root.host() + ":" + root.port();
    }

    Welcome hello(Hello hello) {
        return post("hello", Protocol.JSON, Json.write(hello),
                in -> Json.read(all(in, Protocol.JSON_BYTES_MAX), Welcome.class));
    }

    /// Sends leaves; answers how many the centre holds now, or throws [Conflict].
    long push(LogRange range) {
        return post(leaves(range.origin()), Protocol.BATCH, Batch.write(range),
                in -> size(text(in)));
    }

    /// Asks for a countersignature; answers its note lines, or throws [Conflict].
    String countersign(Addition addition) {
        return post("add-checkpoint", Protocol.TEXT, addition.bytes(), CentreLine::text);
    }

    /// Leaves of a log from `from` on, up to what the centre gives at once.
    LogRange pull(Origin origin, long from) {
        var url = url(leaves(origin)).newBuilder().addQueryParameter("from", Long.toString(from))
                .build();
        return send(request(url).get().build(),
                in -> Batch.read(all(in, 2 * Protocol.BATCH_BYTES_MAX)));
    }

    private static String leaves(Origin origin) {
        return "logs/" + origin.device() + "/" + origin.generation() + "/leaves";
    }

    TaskList tasks() {
        return send(request(url("assignments")).get().build(),
                in -> Json.read(all(in, 16 * Protocol.JSON_BYTES_MAX), TaskList.class));
    }

    void handOver(Handover handover) {
        post("handovers", Protocol.JSON, Json.write(handover), CentreLine::text);
    }

    /// What to do with the body of a good answer.
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream body) throws IOException;
    }

    Request.Builder request(HttpUrl url) {
        return new Request.Builder().url(url).header(Protocol.VERSION_HEADER, Protocol.VERSION);
    }

    HttpUrl url(String path) {
        return root.newBuilder().addPathSegments("v" + Protocol.MAJOR + "/" + path).build();
    }

    private <T> T post(String path, String type, byte[] body, Reader<T> reader) {
        var content = RequestBody.create(body, MediaType.get(type));
        return send(request(url(path)).post(content).build(), reader);
    }

    /// Sends a request and reads its answer.
    <T> T send(Request request, Reader<T> reader) {
        try (var response = http.newCall(request).execute()) {
            if (response.isSuccessful()) {
                return reader.read(response.body().byteStream());
            }
            throw trouble(response);
        } catch (IOException e) {
            throw new SyncFailure(
                    isDistrust(e) ? SyncFailure.UNTRUSTED : SyncFailure.OFFLINE, e, address());
        } catch (Malformed e) {
            throw new SyncFailure(SyncFailure.BAD_ANSWER, e, address(),
                    String.valueOf(e.getMessage()));
        }
    }

    /// A cut connection and a refused certificate can look alike; a second look tells them apart.
    private boolean isDistrust(IOException e) {
        boolean handshake = e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException;
        if (handshake && !(e.getCause() instanceof IOException)) {
            return true;
        }
        boolean afterwards = e instanceof SSLException || e instanceof SocketException;
        return afterwards && !(e instanceof ConnectException)
                && tls.isRefusedBy(root.host(), root.port());
    }

    private RuntimeException trouble(Response response) throws IOException {
        var body = all(response.body().byteStream(), Protocol.JSON_BYTES_MAX);
        var type = response.header("Content-Type", "");
        if (response.code() == 409 && type != null && type.startsWith(Protocol.SIZE)) {
            return new Conflict(size(new String(body, StandardCharsets.UTF_8)));
        }
        var trouble = trouble(body);
        var said = trouble.message();
        if (trouble.code().equals(SyncFailure.GENERATION)) {
            return new SyncFailure(SyncFailure.GENERATION, null, address(), said);
        }
        return switch (response.code()) {
            case 403 -> new SyncFailure(SyncFailure.NOT_ADMITTED, null, address(), said);
            case 409 -> new SyncFailure(SyncFailure.RETRY, null, address(), said);
            case 410 -> new SyncFailure(SyncFailure.SUPERSEDED, null, address(), said);
            case 422 -> new SyncFailure(SyncFailure.FORKED, null, address(), said);
            case 426 -> new SyncFailure(SyncFailure.VERSION, null, address(), said);
            default -> new SyncFailure(SyncFailure.CENTRE_TROUBLE, null, address(),
                    response.code(), said);
        };
    }

    private static Trouble trouble(byte[] body) {
        try {
            return Json.read(body, Trouble.class);
        } catch (Malformed e) {
            return new Trouble("",
                    new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8));
        }
    }

    private static byte[] all(InputStream in, int most) throws IOException {
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Malformed("the answer is longer than " + most + " bytes");
        }
        return bytes;
    }

    private static String text(InputStream in) throws IOException {
        return new String(all(in, Protocol.JSON_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private static long size(String text) {
        if (!text.matches("(0|[1-9][0-9]{0,15})\\n")) {
            throw new Malformed("not a size: " + text.strip());
        }
        return Long.parseLong(text.strip());
    }

    /// Breaks off what is under way and lets the connections go.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
