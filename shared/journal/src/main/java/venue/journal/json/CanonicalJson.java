package venue.journal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// JSON as bytes, one way only: RFC 8785 (JCS) over the subset that courts can compare by eye:
/// strings, booleans, null, whole numbers below 2^53, objects and lists. No fractions.
public final class CanonicalJson {

    private static final long INTEGER_LIMIT = 1L << 53;
    private static final String HEX = "0123456789abcdef";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private CanonicalJson() {}

    /// The canonical bytes of `node`.
    ///
    /// @throws IllegalArgumentException for a number outside the subset
    public static byte[] write(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The tree of any JSON text; a name given twice or text after the end is refused.
    ///
    /// @throws IllegalArgumentException if it is no JSON
    public static JsonNode read(byte[] text) {
        try {
            var node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new IllegalArgumentException("empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /// Whether `n` may stand in canonical JSON.
    public static long checked(long n) {
        if (n <= -INTEGER_LIMIT || n >= INTEGER_LIMIT) {
            throw new IllegalArgumentException("beyond 2^53: " + n);
        }
        return n;
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(node.get(i), out);
                }
                out.append(']');
            }
            case STRING -> writeText(node.textValue(), out);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case NUMBER -> {
                if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                    throw new IllegalArgumentException("not a whole number: " + node);
                }
                out.append(checked(node.longValue()));
            }
            default -> throw new IllegalArgumentException("not in the subset: " + node);
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        var sorted = new TreeMap<String, JsonNode>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            sorted.put(field.getKey(), field.getValue());
        }
        char before = '{';
        for (var field : sorted.entrySet()) {
            out.append(before);
            before = ',';
            writeText(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    /// An instant as it stands in canonical JSON: ISO 8601 in UTC with milliseconds.
    public static String instant(Instant at) {
        return Scalars.instant(at);
    }

    /// Appends a text with its quotation marks.
    public static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        requirePaired(text, i);
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void requirePaired(String text, int i) {
        char c = text.charAt(i);
        boolean alone = Character.isHighSurrogate(c)
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c)
                        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        if (alone) {
            throw new IllegalArgumentException("half a character at " + i);
        }
    }
}
