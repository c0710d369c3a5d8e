package venue.centre.http;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.centre.CentreFailure;
import venue.centre.Device;
import venue.centre.store.RequestBook;
import venue.crypto.Bytes;
import venue.journal.JournalFailure;
import venue.sync.wire.Malformed;
import venue.sync.wire.Protocol;

/// The one table of what can be asked. Before anything else it looks who asks and which version it
/// speaks; afterwards it writes down what was refused and what was changed.
public final class Router extends Handler.Abstract {

    /// Answers one kind of request.
    @FunctionalInterface
    interface Route {
        Answer answer(Visit visit) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int PIECE = 64 * 1024;

    private final House house;
    private final Map<String, Route> routes;

    public Router(House house) {
        this.house = house;
        var reception = new Reception(house);
        var logs = new LogDoor(house);
        var blobs = new BlobDoor(house);
        this.routes = Map.ofEntries(
                Map.entry("GET /", _ -> new StatusPage(house).answer()),
                Map.entry("POST /v1/hello", reception::hello),
                Map.entry("GET /v1/clock", reception::clock),
                Map.entry("GET /v1/cursors", reception::cursors),
                Map.entry("POST /v1/logs/*/*/leaves", logs::push),
                Map.entry("GET /v1/logs/*/*/leaves", logs::pull),
                Map.entry("POST /v1/add-checkpoint", new WitnessDoor(house)::addCheckpoint),
                Map.entry("GET /v1/assignments", reception::assignments),
                Map.entry("GET /v1/blobs/*", blobs::read),
                Map.entry("GET /v1/blobs/*/state", blobs::state),
                Map.entry("PUT /v1/blobs/*", blobs::write),
                Map.entry("POST /v1/handovers", blobs::handOver));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        var certificate = certificate(request);
        var device = certificate.flatMap(house.registry()::byCertificate);
        Answer answer;
        try {
            answer = answer(request, device);
        } catch (Rejected e) {
            answer = Answer.trouble(e.status(), e.code(), e.sentence());
        } catch (Malformed e) {
            var rejected = new Rejected(400, "MALFORMED", String.valueOf(e.getMessage()));
            answer = Answer.trouble(400, rejected.code(), rejected.sentence());
        } catch (CentreFailure | JournalFailure e) {
            LOG.error("request failed: {}", e.code(), e);
            answer = Answer.trouble(500, e.code(), e.what());
        }
        note(request, device, certificate, answer);
        send(answer, response);
        callback.succeeded();
        return true;
    }

    private Answer answer(Request request, Optional<Device> device) throws IOException {
        var path = Arrays.stream(Request.getPathInContext(request).split("/"))
                .filter(part -> !part.isEmpty()).toList();
        if (!request.isSecure()) {
            return dutyPage(request, path);
        }
        if (device.isEmpty()) {
            throw new Rejected(403, "NOT_ADMITTED");
        }
        var visit = new Visit(request, device.get(), path);
        if (!path.isEmpty()) {
            var version = visit.header(Protocol.VERSION_HEADER).orElse("");
            if (!Protocol.speaks(version) || !path.getFirst().equals("v" + Protocol.MAJOR)) {
                throw new Rejected(426, "VERSION", version.isEmpty() ? "-" : version,
                        Protocol.VERSION);
            }
        }
        var route = routes.get(request.getMethod() + " " + Visit.shape(path));
        if (route == null) {
            throw new Rejected(404, "NO_SUCH_THING");
        }
        return route.answer(visit);
    }

    /// What the plain connector, which listens on this machine only, has to offer.
    private Answer dutyPage(Request request, List<String> path) {
        if (path.isEmpty() && request.getMethod().equals("GET")) {
            return new StatusPage(house).answer();
        }
        throw new Rejected(403, "NOT_ADMITTED");
    }

    private static Optional<String> certificate(Request request) {
        if (request.getAttribute(
                EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                && session.peerCertificates() != null && session.peerCertificates().length > 0) {
            try {
                return Optional.of(Bytes.of(session.peerCertificates()[0].getEncoded()).sha256());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("TLS gave a certificate without bytes", e);
            }
        }
        return Optional.empty();
    }

    /// Refusals and changes go into the book; quiet reading does not.
    private void note(Request request, Optional<Device> device, Optional<String> certificate,
            Answer answer) {
        var path = Request.getPathInContext(request);
        boolean quiet = answer.status() < 400
                && (request.getMethod().equals("GET") || path.equals("/v1/hello"));
        if (!quiet) {
            house.book().note(new RequestBook.Line(house.clock().instant(),
                    device.map(known -> known.id().value()), certificate, request.getMethod(),
                    path.length() > 200 ? path.substring(0, 200) : path, answer.status(),
                    answer.code()));
        }
    }

    private static void send(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        response.getHeaders().put(Protocol.VERSION_HEADER, Protocol.VERSION);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        switch (answer) {
            case Answer.Whole(_, _, var type, var body, var headers) -> {
                headers.forEach(response.getHeaders()::put);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length());
                try (var out = Content.Sink.asOutputStream(response)) {
                    out.write(body.array());
                }
            }
            case Answer.Piece piece -> send(piece, response);
        }
    }

    private static void send(Answer.Piece piece, Response response) throws IOException {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, Protocol.OCTETS);
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
        headers.put(HttpHeader.CONTENT_LENGTH, piece.to() - piece.from());
        if (piece.status() == 206) {
            headers.put(HttpHeader.CONTENT_RANGE,
                    "bytes " + piece.from() + "-" + (piece.to() - 1) + "/" + piece.total());
        }
        try (var in = new RandomAccessFile(piece.file().toFile(), "r");
                var out = Content.Sink.asOutputStream(response)) {
            in.seek(piece.from());
            var bytes = new byte[PIECE];
            for (long left = piece.to() - piece.from(); left > 0;) {
                int n = in.read(bytes, 0, (int) Math.min(PIECE, left));
                if (n < 0) {
                    throw new IOException("the file became shorter: " + piece.file());
                }
                out.write(bytes, 0, n);
                left -= n;
            }
        }
    }
}
