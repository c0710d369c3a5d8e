package venue.journal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The reading half of [RecordCodec]: strict, every message names the place.
final class RecordReader {

    private RecordReader() {}

    static @Nullable Object read(JsonNode node, Type type, String where) {
        if (node.isNull()) {
            return null;
        }
        var raw = RecordCodec.rawClass(type);
        if (Family.isFamily(raw)) {
            return readMember(node, raw, where);
        }
        if (Scalars.knows(raw)) {
            return scalar(node, raw, where);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return require(node.isBoolean(), node.booleanValue(), "true or false", where);
        }
        if (raw == long.class || raw == Long.class) {
            return whole(node, where);
        }
        if (raw == int.class || raw == Integer.class) {
            return Math.toIntExact(whole(node, where));
        }
        if (raw.isEnum()) {
            return constant(text(node, where), raw, where);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return readMany(node, type, raw, where);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return readMap(node, type, raw, where);
        }
        if (raw.isRecord()) {
            return readRecord(node, raw, where, Set.of());
        }
        throw new IllegalArgumentException("cannot read " + type + " at " + where);
    }

    private static Object scalar(JsonNode node, Class<?> raw, String where) {
        try {
            return Scalars.read(text(node, where), raw);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("no " + raw.getSimpleName() + " at " + where, e);
        }
    }

    private static @Nullable Object readMember(JsonNode node, Class<?> family, String where) {
        var name = node.path(RecordCodec.MEMBER).textValue();
        var member = name == null ? null : Family.members(family).get(name);
        if (member == null) {
            throw new IllegalArgumentException("unknown member " + name + " at " + where);
        }
        if (node.has(RecordCodec.VALUE) && node.size() == 2 && !hasValueField(member)) {
            return read(node.path(RecordCodec.VALUE), member, where);
        }
        return readRecord(node, member, where, Set.of(RecordCodec.MEMBER));
    }

    private static boolean hasValueField(Class<?> member) {
        var components = member.getRecordComponents();
        return components != null && !RecordCodec.isText(components) && Arrays.stream(components)
                .anyMatch(c -> c.getName().equals(RecordCodec.VALUE));
    }

    private static Collection<?> readMany(JsonNode node, Type type, Class<?> raw, String where) {
        var element = argument(type, 0, where);
        var many = new ArrayList<@Nullable Object>();
        int i = 0;
        for (var each : RecordCodec.list(node, where)) {
            many.add(read(each, element, where + "[" + i + "]"));
            i++;
        }
        if (SortedSet.class.isAssignableFrom(raw)) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(many));
        }
        return Set.class.isAssignableFrom(raw)
                ? Collections.unmodifiableSet(new LinkedHashSet<>(many))
                : Collections.unmodifiableList(many);
    }

    private static Map<?, ?> readMap(JsonNode node, Type type, Class<?> raw, String where) {
        var keys = argument(type, 0, where);
        var values = argument(type, 1, where);
        boolean sorted = SortedMap.class.isAssignableFrom(raw);
        Map<@Nullable Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        for (var field : object(node, where).properties()) {
            var key = com.fasterxml.jackson.databind.node.TextNode.valueOf(field.getKey());
            var place = where + "." + field.getKey();
            var value = read(field.getValue(), values, place);
            if (value == null) {
                throw new IllegalArgumentException("nothing at " + place);
            }
            map.put(read(key, keys, where), value);
        }
        return sorted
                ? Collections.unmodifiableSortedMap(new TreeMap<>(map))
                : Collections.unmodifiableMap(map);
    }

    private static Object readRecord(JsonNode node, Class<?> raw, String where, Set<String> more) {
        var components = raw.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(raw + " is no record at " + where);
        }
        if (RecordCodec.isText(components)) {
            return build(raw, components,
                    List.of(scalar(node, components[0].getType(), where)), where);
        }
        var left = new HashSet<String>();
        object(node, where).fieldNames().forEachRemaining(left::add);
        left.removeAll(more);
        var values = new ArrayList<@Nullable Object>();
        for (var component : components) {
            left.remove(component.getName());
            values.add(readComponent(node, component, where + "." + component.getName()));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown field " + left + " at " + where);
        }
        return build(raw, components, values, where);
    }

    private static @Nullable Object readComponent(JsonNode node, RecordComponent component,
            String where) {
        var type = component.getGenericType();
        var value = node.get(component.getName());
        if (component.getType() == Optional.class) {
            return value == null
                    ? Optional.empty()
                    : Optional.ofNullable(read(value, argument(type, 0, where), where));
        }
        if (value == null || (value.isNull() && component.getType().isPrimitive())) {
            throw new IllegalArgumentException("missing: " + where);
        }
        return read(value, type, where);
    }

    private static Object build(Class<?> raw, RecordComponent[] components,
            List<@Nullable Object> values, String where) {
        var types = Arrays.stream(components).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return raw.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            var cause = e.getCause();
            throw new IllegalArgumentException(
                    where + ": " + (cause == null ? e : cause.getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(raw + " cannot be built from outside", e);
        }
    }

    private static Type argument(Type type, int index, String where) {
        var argument = RecordCodec.argument(type, index);
        if (argument == null) {
            throw new IllegalArgumentException("of what? " + type + " at " + where);
        }
        return argument;
    }

    private static Object constant(String name, Class<?> type, String where) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "no " + type.getSimpleName() + " " + name + " at " + where);
    }

    private static ObjectNode object(JsonNode node, String where) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("an object is missing at " + where);
    }

    private static String text(JsonNode node, String where) {
        var text = node.textValue();
        if (text == null) {
            throw new IllegalArgumentException("a text is missing at " + where);
        }
        return text;
    }

    private static long whole(JsonNode node, String where) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("a whole number is missing at " + where);
        }
        return CanonicalJson.checked(node.longValue());
    }

    private static Object require(boolean ok, Object value, String what, String where) {
        if (!ok) {
            throw new IllegalArgumentException(what + " is missing at " + where);
        }
        return value;
    }
}
