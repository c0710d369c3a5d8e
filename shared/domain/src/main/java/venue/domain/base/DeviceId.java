package venue.domain.base;

import java.util.regex.Pattern;

/// A workstation (场内工位) as enrolled by the venue.
public record DeviceId(String value) implements Comparable<DeviceId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,40}");

    public DeviceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a DeviceId: " + value);
        }
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
