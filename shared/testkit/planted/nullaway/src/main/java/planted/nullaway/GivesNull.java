package planted.nullaway;

import org.jspecify.annotations.NullMarked;

/// Returns null where nothing is said to be nullable: NullAway must refuse it.
@NullMarked
public final class GivesNull {
    String name() {
        return null;
    }
}
