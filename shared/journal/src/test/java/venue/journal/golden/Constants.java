package venue.journal.golden;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The names that may stand in an event where its shape has an enum: `kind.component.component` and
/// the constants in order of their names. They are as much part of the shape as the fields.
final class Constants {

    private final Map<String, String> found = new TreeMap<>();

    private Constants() {}

    /// All of one kind.
    static Map<String, String> of(String kind, Class<?> event) {
        var constants = new Constants();
        constants.walk(kind, event);
        return constants.found;
    }

    private void walk(String path, Type type) {
        if (type instanceof ParameterizedType many) {
            for (var argument : many.getActualTypeArguments()) {
                walk(path, argument);
            }
        } else if (type instanceof Class<?> plain) {
            walkClass(path, plain);
        }
    }

    private void walkClass(String path, Class<?> plain) {
        if (plain.isEnum()) {
            found.put(path, Arrays.stream(plain.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name()).sorted()
                    .collect(Collectors.joining(" ")));
        } else if (plain.isSealed() && plain.isInterface()) {
            for (var member : plain.getPermittedSubclasses()) {
                walk(path + "." + member.getSimpleName(), member);
            }
        } else if (plain.isRecord()) {
            for (var component : plain.getRecordComponents()) {
                walk(path + "." + component.getName(), component.getGenericType());
            }
        }
    }
}
