package venue.sync.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// JSON of the wire's own records. Unknown fields are passed over, so that a newer minor version
/// can add some; a missing one is refused. (Facts never pass here: a log travels as its exact
/// bytes.)
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static {
        MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(8).maxStringLength(Protocol.JSON_BYTES_MAX).build());
    }

    private Json() {}

    /// The bytes of one of the wire's records.
    public static byte[] write(Object record) {
        try {
            return MAPPER.writeValueAsBytes(record);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a record of the wire: " + record, e);
        }
    }

    /// The record in `bytes`, or [Malformed].
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            var value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new Malformed(type.getSimpleName() + " is null");
            }
            return value;
        } catch (IOException e) {
            throw new Malformed("not a " + type.getSimpleName(), e);
        }
    }
}
