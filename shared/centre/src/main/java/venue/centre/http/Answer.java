package venue.centre.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import venue.crypto.Bytes;
import venue.sync.wire.Json;
import venue.sync.wire.Protocol;
import venue.sync.wire.Trouble;

/// What the centre says to a request.
sealed interface Answer {

    int status();

    /// For the audit: `OK`, or what was wrong.
    String code();

    /// A short answer, ready in memory.
    record Whole(int status, String code, String type, Bytes body, Map<String, String> headers)
            implements
                Answer {
        public Whole {
            headers = Map.copyOf(headers);
        }
    }

    /// Bytes `from` … `to`-1 of a file of `total`; 206 when it is not all of it.
    record Piece(Path file, long from, long to, long total) implements Answer {

        @Override
        public int status() {
            return to - from == total ? 200 : 206;
        }

        @Override
        public String code() {
            return "OK";
        }
    }

    static Answer json(Object record) {
        return of(200, "OK", Protocol.JSON, Json.write(record));
    }

    static Answer text(int status, String type, String text) {
        return of(status, status < 400 ? "OK" : "CONFLICT", type,
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer size(int status, long size) {
        return text(status, Protocol.SIZE, size + "\n");
    }

    static Answer batch(byte[] bytes) {
        return of(200, "OK", Protocol.BATCH, bytes);
    }

    static Answer trouble(int status, String code, String sentence) {
        return of(status, code, Protocol.JSON, Json.write(new Trouble(code, sentence)));
    }

    private static Answer of(int status, String code, String type, byte[] body) {
        return new Whole(status, code, type, Bytes.of(body), Map.of());
    }
}
