package venue.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.journal.Entry;
import venue.journal.Origin;

/// What a program under test told the outside world (应答): from then on it must hold. One line
/// each, beginning with `ACK `.
sealed interface Said {

    /// How a line begins.
    String MARK = "ACK ";

    /// An entry is on the disk.
    ///
    /// @param sum SHA-256 over all of the entry
    record Kept(Origin origin, long seq, String sum) {

        static Kept of(Entry entry) {
            return new Kept(entry.stamp().origin(), entry.stamp().seq(), sum(entry));
        }

        boolean is(Entry entry) {
            return sum.equals(sum(entry));
        }

        private static String sum(Entry entry) {
            return Bytes.of(entry.toString().getBytes(StandardCharsets.UTF_8)).sha256();
        }

        private String text() {
            return origin.device() + "/" + origin.generation() + "/" + seq + "/" + sum;
        }
    }

    /// Several entries of one append.
    record KeptTogether(List<Kept> entries) implements Said {
        public KeptTogether {
            entries = List.copyOf(entries);
        }
    }

    /// A blob is on the disk.
    record BlobKept(Digest digest, long size) implements Said {}

    /// A journal was opened; it has so many leaves.
    record Opened(long size) implements Said {}

    /// The journal is about to be closed: from here on its session may end.
    record Closing() implements Said {}

    /// The journal was closed in good order.
    record Closed() implements Said {}

    /// A day of its own begins, in a folder of its own: what was told before is not its business.
    record DayBegan(String folder) implements Said {}

    /// The day is over; what follows is looking and tidying up.
    record DayOver() implements Said {}

    /// The line for the entries of one append.
    static String line(List<Entry> entries) {
        return MARK + "entries " + String.join(" ",
                entries.stream().map(entry -> Kept.of(entry).text()).toList());
    }

    /// The line for a blob.
    static String line(Digest digest, long size) {
        return MARK + "blob " + digest.hex() + " " + size;
    }

    /// Reads a line.
    static Said parse(String line) {
        var words = line.split(" ", -1);
        return switch (words[1]) {
            case "entries" -> entries(words);
            case "blob" -> new BlobKept(new Digest(words[2]), Long.parseLong(words[3]));
            case "opened" -> new Opened(Long.parseLong(words[2]));
            case "closing" -> new Closing();
            case "closed" -> new Closed();
            case "day" -> new DayBegan(words[2]);
            case "over" -> new DayOver();
            default -> throw new IllegalArgumentException("not told in this house: " + line);
        };
    }

    private static KeptTogether entries(String[] words) {
        var kept = new ArrayList<Kept>();
        for (int i = 2; i < words.length; i++) {
            var parts = words[i].split("/", -1);
            kept.add(new Kept(new Origin(new DeviceId(parts[0]), Integer.parseInt(parts[1])),
                    Long.parseLong(parts[2]), parts[3]));
        }
        return new KeptTogether(kept);
    }
}
