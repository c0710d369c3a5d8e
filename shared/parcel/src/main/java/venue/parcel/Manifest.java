package venue.parcel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The list of contents of a parcel, `manifest.json`: what it is about and every part with its
/// size and both digests. It is this file's exact bytes that the sender signs.
///
/// @param format always `venue-parcel/1`
/// @param createdAt ISO-8601, UTC
public record Manifest(String format, String kind, String subject, String title, String createdAt,
        List<Entry> parts) {

    static final String FORMAT = "venue-parcel/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// One part.
    public record Entry(String name, long size, String sha256, String sm3) {

        public Entry {
            if (size < 0 || !sha256.matches("[0-9a-f]{64}") || !sm3.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not an entry");
            }
        }
    }

    public Manifest {
        parts = List.copyOf(parts);
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("another format");
        }
    }

    /// The moment of creation as the sender says it.
    public Instant created() {
        return Instant.parse(createdAt);
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Manifest read(byte[] json) {
        try {
            var manifest = JSON.readValue(json, Manifest.class);
            if (manifest == null) {
                throw new IllegalArgumentException("no object");
            }
            manifest.created();
            return manifest;
        } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
            throw new ParcelFailure(ParcelFailure.Code.MANIFEST_DAMAGED, e);
        }
    }

    Map<String, Entry> byName() {
        var entries = new TreeMap<String, Entry>();
        parts.forEach(part -> entries.put(part.name(), part));
        return entries;
    }
}
