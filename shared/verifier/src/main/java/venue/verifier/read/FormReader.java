package venue.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import venue.crypto.Bytes;

/// The reading half of [Form]: strict, an unknown field is an error.
final class FormReader {

    private FormReader() {}

    static Object read(JsonNode node, Type type, String where) {
        var raw = Form.raw(type);
        if (Form.isFamily(raw)) {
            return member(node, raw, where);
        }
        if (Form.scalars().contains(raw.getName())) {
            return scalar(text(node, where), raw, where);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return require(node.isBoolean(), where, node.booleanValue());
        }
        if (raw == int.class || raw == Integer.class) {
            return require(node.isIntegralNumber() && node.canConvertToInt(), where,
                    node.intValue());
        }
        if (raw == long.class || raw == Long.class) {
            return require(node.isIntegralNumber() && node.canConvertToLong(), where,
                    node.longValue());
        }
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .filter(c -> ((Enum<?>) c).name().equals(node.textValue())).findFirst()
                    .orElseThrow(() -> new Unreadable("unknown constant at " + where));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return many(node, Form.argument(type, 0), raw, where);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(node, type, raw, where);
        }
        return record(node, raw, Set.of(), where);
    }

    private static Object member(JsonNode node, Class<?> family, String where) {
        var member = Form.members(family).get(node.path(Form.MEMBER).asText());
        if (member == null) {
            throw new Unreadable("unknown member at " + where);
        }
        boolean wrapped = node.size() == 2 && node.has(Form.VALUE)
                && (member.isEnum() || Form.isText(member.getRecordComponents()));
        return wrapped
                ? read(node.path(Form.VALUE), member, where)
                : record(node, member, Set.of(Form.MEMBER), where);
    }

    private static Object scalar(String text, Class<?> type, String where) {
        try {
            return switch (type.getSimpleName()) {
                case "BigDecimal" -> new BigDecimal(text);
                case "Instant" -> Instant.parse(text);
                case "Duration" -> Duration.parse(text);
                case "LocalDate" -> LocalDate.parse(text);
                case "Bytes" -> Bytes.fromBase64(text);
                default -> text;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unreadable("no " + type.getSimpleName() + " at " + where, e);
        }
    }

    private static Object many(JsonNode node, Type element, Class<?> raw, String where) {
        require(node.isArray(), where, node);
        var all = new ArrayList<Object>();
        for (var each : node) {
            all.add(read(each, element, where + "[" + all.size() + "]"));
        }
        if (SortedSet.class.isAssignableFrom(raw)) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(all));
        }
        return Set.class.isAssignableFrom(raw)
                ? Collections.unmodifiableSet(new LinkedHashSet<>(all))
                : List.copyOf(all);
    }

    private static Object map(JsonNode node, Type type, Class<?> raw, String where) {
        require(node.isObject(), where, node);
        Map<Object, Object> map = SortedMap.class.isAssignableFrom(raw)
                ? new TreeMap<>()
                : new LinkedHashMap<>();
        var texts = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
        node.properties().forEach(field -> map.put(
                read(texts.textNode(field.getKey()), Form.argument(type, 0), where),
                read(field.getValue(), Form.argument(type, 1), where + "." + field.getKey())));
        return map;
    }

    private static Object record(JsonNode node, Class<?> raw, Set<String> besides, String where) {
        var components = raw.getRecordComponents();
        if (components == null) {
            throw new Unreadable(raw.getSimpleName() + " is no record at " + where);
        }
        if (Form.isText(components)) {
            return build(raw, components,
                    List.of(scalar(text(node, where), components[0].getType(), where)), where);
        }
        require(node.isObject(), where, node);
        var left = new HashSet<String>();
        node.fieldNames().forEachRemaining(left::add);
        left.removeAll(besides);
        var values = new ArrayList<Object>();
        for (var component : components) {
            left.remove(component.getName());
            values.add(component(node, component, where + "." + component.getName()));
        }
        require(left.isEmpty(), where + "." + left, node);
        return build(raw, components, values, where);
    }

    private static Object component(JsonNode node, RecordComponent component, String where) {
        var value = node.path(component.getName());
        if (component.getType() == Optional.class) {
            return value.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(read(value, Form.argument(component.getGenericType(), 0), where));
        }
        require(!value.isMissingNode() && !value.isNull(), where, value);
        return read(value, component.getGenericType(), where);
    }

    private static Object build(Class<?> raw, RecordComponent[] components, List<Object> values,
            String where) {
        try {
            return raw.getDeclaredConstructor(Arrays.stream(components)
                    .map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new Unreadable("refused by " + raw.getSimpleName() + " at " + where, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(raw + " cannot be built", e);
        }
    }

    private static String text(JsonNode node, String where) {
        if (node.textValue() == null) {
            throw new Unreadable("a text is missing at " + where);
        }
        return node.textValue();
    }

    private static <T> T require(boolean ok, String where, T value) {
        if (!ok) {
            throw new Unreadable("does not fit at " + where);
        }
        return value;
    }
}
