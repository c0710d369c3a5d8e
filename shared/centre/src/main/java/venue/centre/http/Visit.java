package venue.centre.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import venue.centre.Device;

/// One request of an admitted device.
record Visit(Request request, Device device, List<String> path) {

    /// The path with its variable parts as `*`, for the table of routes.
    static String shape(List<String> path) {
        if (path.size() >= 3 && path.get(1).equals("logs")) {
            return path.size() == 5 ? "/v1/logs/*/*/" + path.get(4) : "?";
        }
        if (path.size() >= 3 && path.get(1).equals("blobs")) {
            return "/v1/blobs/*" + (path.size() == 3 ? "" : "/" + path.get(3));
        }
        return "/" + String.join("/", path);
    }

    InputStream body() {
        return Content.Source.asInputStream(request);
    }

    /// All of a body that may have at most `most` bytes.
    byte[] body(int most) throws IOException {
        if (request.getLength() > most) {
            throw new Rejected(413, "TOO_LARGE", most);
        }
        var bytes = body().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Rejected(413, "TOO_LARGE", most);
        }
        return bytes;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
    }

    /// A number in a header or query, not negative.
    static long number(String name, Optional<String> text) {
        return text.filter(t -> t.matches("0|[1-9][0-9]{0,14}")).map(Long::parseLong)
                .orElseThrow(() -> new Rejected(400, "NOT_A_NUMBER", name));
    }
}
