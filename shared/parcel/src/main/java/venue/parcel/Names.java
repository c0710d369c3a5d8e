package venue.parcel;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names an entry may have: ASCII, relative, the same on every system, never one of ours.
final class Names {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.json.p7s";
    private static final int LENGTH_MAX = 200;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern DEVICE = Pattern
            .compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private Names() {}

    /// Refuses a name that is not allowed.
    static void check(String name) {
        boolean ours = name.equalsIgnoreCase(MANIFEST) || name.equalsIgnoreCase(SIGNATURE);
        if (ours || name.isEmpty() || name.length() > LENGTH_MAX) {
            throw new ParcelFailure(ParcelFailure.Code.NAME_BAD, name);
        }
        for (var segment : name.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.endsWith(".")
                    || DEVICE.matcher(segment.toLowerCase(Locale.ROOT)).matches()) {
                throw new ParcelFailure(ParcelFailure.Code.NAME_BAD, name);
            }
        }
    }

    /// Refuses bad names and two that some system would take for one.
    static void check(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (var name : names) {
            check(name);
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new ParcelFailure(ParcelFailure.Code.NAME_TWICE, name);
            }
        }
    }
}
