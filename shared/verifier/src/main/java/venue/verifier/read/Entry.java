package venue.verifier.read;

import java.util.Comparator;
import venue.domain.base.Fact;

/// A fact of the day and where it stands.
public record Entry(String log, String device, Leaf leaf, Fact fact) {

    static final Comparator<Entry> ORDER = Comparator
            .<Entry>comparingLong(entry -> entry.leaf().hybrid()).thenComparing(Entry::device)
            .thenComparingInt(entry -> entry.leaf().gen())
            .thenComparingLong(entry -> entry.leaf().seq());

    /// Where it stands, for people.
    public String place() {
        return log + " #" + leaf.seq();
    }
}
