package venue.verifier.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// JSON as the house writes it: RFC 8785 over texts, booleans, null and whole numbers below 2^53.
/// Written from the format's page, not taken from the journal, so that two programs must agree.
public final class Json {

    private static final long LIMIT = (1L << 53) - 1;
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100)
                            .maxStringLength(32 * 1024 * 1024).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /// The tree of `text`.
    ///
    /// @throws Unreadable if it is no JSON
    public static JsonNode read(byte[] text) {
        try {
            var node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new Unreadable("empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Unreadable("line " + e.getLocation().getLineNr(), e);
        } catch (IOException e) {
            throw new Unreadable("no JSON", e);
        }
    }

    /// The one way to write `node`.
    public static byte[] canonical(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                var fields = new TreeMap<String, JsonNode>();
                node.properties().forEach(f -> fields.put(f.getKey(), f.getValue()));
                out.append('{');
                fields.forEach((name, value) -> {
                    separate(out, '{');
                    text(name, out);
                    out.append(':');
                    write(value, out);
                });
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                node.forEach(each -> {
                    separate(out, '[');
                    write(each, out);
                });
                out.append(']');
            }
            case STRING -> text(node.textValue(), out);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case NUMBER -> {
                if (!node.isIntegralNumber() || !node.canConvertToLong()
                        || Math.abs(node.longValue()) > LIMIT) {
                    throw new Unreadable("a number outside the subset");
                }
                out.append(node.longValue());
            }
            default -> throw new Unreadable("outside the subset");
        }
    }

    private static void separate(StringBuilder out, char open) {
        if (out.charAt(out.length() - 1) != open) {
            out.append(',');
        }
    }

    private static void text(String text, StringBuilder out) {
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
                default -> out.append(c < 0x20
                        ? "\\u00" + (char) ('0' + (c >> 4)) + Character.forDigit(c & 15, 16)
                        : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
