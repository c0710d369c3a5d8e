package venue.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import venue.verifier.read.Form;
import venue.verifier.read.Json;

/// Where two records of one kind say something else.
final class Differences {

    private Differences() {}

    /// The names of the fields that differ, except `besides`.
    static List<String> of(Record one, Record other, Set<String> besides) {
        var left = Json.read(Form.bytes(one));
        var right = Json.read(Form.bytes(other));
        var names = new TreeSet<String>();
        left.fieldNames().forEachRemaining(names::add);
        right.fieldNames().forEachRemaining(names::add);
        names.removeAll(besides);
        var different = new ArrayList<String>();
        for (var name : names) {
            if (!left.path(name).equals(right.path(name))) {
                different.add(name);
            }
        }
        return different;
    }
}
