package venue.journal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A sealed family and the wire names of its members, derived from their class names:
/// `BidderSignedIn` is `bidder-signed-in`.
public final class Family {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Family() {}

    /// Whether values of `type` must say which member they are.
    static boolean isFamily(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    /// The wire name of a member.
    public static String nameOf(Class<?> member) {
        return HUMP.matcher(member.getSimpleName()).replaceAll("-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /// The members of a sealed family, those of inner families included, by wire name.
    public static Map<String, Class<?>> members(Class<?> family) {
        var members = new LinkedHashMap<String, Class<?>>();
        collect(family, members);
        return members;
    }

    private static void collect(Class<?> family, Map<String, Class<?>> members) {
        for (var permitted : family.getPermittedSubclasses()) {
            if (isFamily(permitted)) {
                collect(permitted, members);
            } else if (members.put(nameOf(permitted), permitted) != null) {
                throw new IllegalStateException("two members are called " + nameOf(permitted));
            }
        }
    }
}
