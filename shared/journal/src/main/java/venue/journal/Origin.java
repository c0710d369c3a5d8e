package venue.journal;

import java.util.regex.Pattern;
import venue.domain.base.DeviceId;

/// One log: a device and the generation of its disk.
public record Origin(DeviceId device, int generation) implements Comparable<Origin> {

    private static final String PLACE = "venue.hall/dev/";
    private static final Pattern SHAPE = Pattern
            .compile("venue\\.hall/dev/([a-z0-9-]+)/g([1-9][0-9]{0,5})");

    public Origin {
        if (generation < 1) {
            throw new IllegalArgumentException("generations count from 1");
        }
    }

    /// The origin line of its checkpoints (C2SP tlog-checkpoint).
    public String name() {
        return PLACE + device.value() + "/g" + generation;
    }

    /// The origin that an origin line names.
    public static Origin parse(String name) {
        var match = SHAPE.matcher(name);
        if (!match.matches()) {
            throw new IllegalArgumentException("not an origin: " + name);
        }
        return new Origin(new DeviceId(match.group(1)), Integer.parseInt(match.group(2)));
    }

    @Override
    public int compareTo(Origin other) {
        int byDevice = device.value().compareTo(other.device.value());
        return byDevice != 0 ? byDevice : Integer.compare(generation, other.generation);
    }

    @Override
    public String toString() {
        return device.value() + "/g" + generation;
    }
}
