package venue.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;

/// Records of the domain as JSON trees: the writing half of the format's rules. A record of one
/// text or decimal is that text; an empty `Optional` is absent; an enum is its name; a member of a
/// sealed family inside a record says which one it is in the field `is`; sets are sorted by their
/// bytes.
public final class Form {

    static final String MEMBER = "is";
    static final String VALUE = "value";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Form() {}

    /// The canonical bytes of a record.
    public static byte[] bytes(Object record) {
        return Json.canonical(write(record, record.getClass()));
    }

    private static JsonNode write(Object value, Type declared) {
        var node = plain(value, declared);
        if (!isFamily(raw(declared))) {
            return node;
        }
        var object = node instanceof ObjectNode o ? o : NODES.objectNode().set(VALUE, node);
        var member = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
        return ((ObjectNode) object).put(MEMBER, memberName(member));
    }

    private static JsonNode plain(Object value, Type declared) {
        return switch (value) {
            case String text -> NODES.textNode(text);
            case BigDecimal number -> NODES.textNode(number.toPlainString());
            case Instant at -> NODES.textNode(MILLIS.format(at));
            case Bytes bytes -> NODES.textNode(bytes.base64());
            case Duration duration -> NODES.textNode(duration.toString());
            case LocalDate day -> NODES.textNode(day.toString());
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number.longValue());
            case Long number -> NODES.numberNode(number);
            case Enum<?> constant -> NODES.textNode(constant.name());
            case Collection<?> many -> list(many, declared);
            case Map<?, ?> map -> map(map, declared);
            case Record record -> record(record);
            default -> throw new Unreadable("cannot write " + value.getClass());
        };
    }

    private static ArrayNode list(Collection<?> many, Type declared) {
        var element = argument(declared, 0);
        var nodes = new ArrayList<JsonNode>();
        many.forEach(one -> nodes.add(write(one, element)));
        if (many instanceof Set<?>) {
            nodes.sort((a, b) -> Arrays.compareUnsigned(Json.canonical(a), Json.canonical(b)));
        }
        return NODES.arrayNode().addAll(nodes);
    }

    private static ObjectNode map(Map<?, ?> map, Type declared) {
        var node = NODES.objectNode();
        map.forEach((key, value) -> node.set(write(key, key.getClass()).asText(),
                write(value, argument(declared, 1))));
        return node;
    }

    private static JsonNode record(Record record) {
        var components = record.getClass().getRecordComponents();
        if (isText(components)) {
            return write(value(record, components[0]), components[0].getType());
        }
        var node = NODES.objectNode();
        for (var each : components) {
            var value = value(record, each);
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(v -> node.set(each.getName(),
                        write(v, argument(each.getGenericType(), 0))));
            } else {
                node.set(each.getName(), write(value, each.getGenericType()));
            }
        }
        return node;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            var value = component.getAccessor().invoke(record);
            if (value == null) {
                throw new Unreadable("nothing in " + component);
            }
            return value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /// One component, a text or a decimal.
    static boolean isText(RecordComponent[] components) {
        return components.length == 1 && (components[0].getType() == String.class
                || components[0].getType() == BigDecimal.class);
    }

    static boolean isFamily(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    /// `BidderSignedIn` is `bidder-signed-in`.
    static String memberName(Class<?> member) {
        return member.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /// The members of a family by name, those of inner families included.
    public static Map<String, Class<?>> members(Class<?> family) {
        var members = new LinkedHashMap<String, Class<?>>();
        for (var permitted : family.getPermittedSubclasses()) {
            if (isFamily(permitted)) {
                members.putAll(members(permitted));
            } else {
                members.put(memberName(permitted), permitted);
            }
        }
        return members;
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    }

    static Type argument(@Nullable Type type, int index) {
        if (type instanceof ParameterizedType p) {
            return p.getActualTypeArguments()[index];
        }
        throw new Unreadable("of what? " + type);
    }

    /// What `json` tells of.
    ///
    /// @throws Unreadable naming the place that does not fit
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(FormReader.read(Json.read(json), type, type.getSimpleName()));
    }

    /// The same from a tree.
    public static <T> T read(JsonNode node, Class<T> type) {
        return type.cast(FormReader.read(node, type, type.getSimpleName()));
    }

    static List<String> scalars() {
        return List.of(String.class.getName(), BigDecimal.class.getName(), Instant.class.getName(),
                Bytes.class.getName(), Duration.class.getName(), LocalDate.class.getName());
    }
}
