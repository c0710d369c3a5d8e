package venue.journal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records to JSON trees by their components, without annotations. The rules:
/// a record of one text or decimal is that text; an empty `Optional` is absent; an enum is its
/// name; a sealed family inside a record names its member in the field `is`; sets are sorted.
public final class RecordCodec {

    static final String MEMBER = "is";
    static final String VALUE = "value";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordCodec() {}

    /// The tree of a record (or list, map, scalar).
    public static JsonNode write(Object value) {
        return write(value, value.getClass());
    }

    static JsonNode write(@Nullable Object value, Type declared) {
        if (value == null) {
            return NullNode.getInstance();
        }
        var plain = writePlain(value, declared);
        var declaredClass = rawClass(declared);
        if (!Family.isFamily(declaredClass)) {
            return plain;
        }
        var tagged = plain instanceof ObjectNode object
                ? object
                : NODES.objectNode().set(VALUE, plain);
        return ((ObjectNode) tagged).put(MEMBER, Family.nameOf(memberClass(value)));
    }

    private static Class<?> memberClass(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    private static JsonNode writePlain(Object value, Type declared) {
        var text = Scalars.write(value);
        if (text != null) {
            return TextNode.valueOf(text);
        }
        return switch (value) {
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> LongNode.valueOf(number);
            case Long number -> LongNode.valueOf(CanonicalJson.checked(number));
            case Enum<?> constant -> TextNode.valueOf(constant.name());
            case Collection<?> many -> writeMany(many, declared);
            case Map<?, ?> map -> writeMap(map, declared);
            case Record record -> writeRecord(record);
            default -> throw new IllegalArgumentException("cannot write " + value.getClass());
        };
    }

    private static JsonNode writeMany(Collection<?> many, Type declared) {
        var element = argument(declared, 0);
        var nodes = new ArrayList<JsonNode>();
        for (Object one : many) {
            nodes.add(write(one, element == null ? one.getClass() : element));
        }
        if (many instanceof java.util.Set<?>) {
            nodes.sort((a, b) -> Arrays.compareUnsigned(CanonicalJson.write(a),
                    CanonicalJson.write(b)));
        }
        return NODES.arrayNode().addAll(nodes);
    }

    private static JsonNode writeMap(Map<?, ?> map, Type declared) {
        var type = argument(declared, 1);
        var node = NODES.objectNode();
        for (var entry : map.entrySet()) {
            var key = write(entry.getKey(), entry.getKey().getClass());
            if (!key.isTextual()) {
                throw new IllegalArgumentException("not a text key: " + key);
            }
            var value = entry.getValue();
            node.set(key.textValue(), write(value, type == null ? value.getClass() : type));
        }
        return node;
    }

    private static JsonNode writeRecord(Record record) {
        var components = record.getClass().getRecordComponents();
        if (isText(components)) {
            return write(component(record, components[0]), components[0].getType());
        }
        var node = NODES.objectNode();
        for (var each : components) {
            var value = component(record, each);
            if (value instanceof Optional<?> maybe) {
                var inner = argument(each.getGenericType(), 0);
                maybe.ifPresent(v -> node.set(each.getName(),
                        write(v, inner == null ? v.getClass() : inner)));
            } else {
                node.set(each.getName(), write(value, each.getGenericType()));
            }
        }
        return node;
    }

    /// A value record: one component, which is a text or a decimal.
    static boolean isText(RecordComponent[] components) {
        return components.length == 1 && (components[0].getType() == String.class
                || components[0].getType() == BigDecimal.class);
    }

    private static @Nullable Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    record.getClass() + " must be public, in an exported package", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(component + " failed", e.getCause());
        }
    }

    /// The value of type `type` that `node` tells of.
    ///
    /// @throws IllegalArgumentException naming the place where it does not fit
    public static <T> T read(JsonNode node, Class<T> type) {
        var value = RecordReader.read(node, type, type.getSimpleName());
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    static Class<?> rawClass(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            default -> throw new IllegalArgumentException("no plain type: " + type);
        };
    }

    static @Nullable Type argument(Type type, int index) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : null;
    }

    /// The elements of a list node.
    static ArrayNode list(JsonNode node, String where) {
        if (node instanceof ArrayNode list) {
            return list;
        }
        throw new IllegalArgumentException("a list is missing at " + where);
    }
}
