package venue.domain.witness;

import java.util.Locale;
import java.util.regex.Pattern;
import venue.domain.base.DeviceId;

/// The number of a piece of evidence (证据编号): `E001-witness-1`.
public record ExhibitId(String value) implements Comparable<ExhibitId> {

    private static final Pattern SHAPE = Pattern.compile("E[0-9]{3,6}-[a-z0-9-]{1,40}");

    public ExhibitId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an ExhibitId: " + value);
        }
    }

    /// The `number`-th of a desk.
    public static ExhibitId of(int number, DeviceId device) {
        return new ExhibitId(String.format(Locale.ROOT, "E%03d-%s", number, device));
    }

    /// The part before the desk, for screens of one desk.
    public String brief() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(ExhibitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
