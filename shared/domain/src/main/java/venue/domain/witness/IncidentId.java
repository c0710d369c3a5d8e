package venue.domain.witness;

import java.util.Locale;
import java.util.regex.Pattern;
import venue.domain.base.DeviceId;

/// The number of a finding (情况编号), kept for life, also when its class rises: `J001-witness-1`.
public record IncidentId(String value) implements Comparable<IncidentId> {

    private static final Pattern SHAPE = Pattern.compile("J[0-9]{3,6}-[a-z0-9-]{1,40}");

    public IncidentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an IncidentId: " + value);
        }
    }

    /// The `number`-th of a desk.
    public static IncidentId of(int number, DeviceId device) {
        return new IncidentId(String.format(Locale.ROOT, "J%03d-%s", number, device));
    }

    /// The part before the desk, for screens of one desk.
    public String brief() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
