package venue.domain.base;

import java.util.regex.Pattern;

/// A person within one tender; opaque, never an identity number.
public record PersonId(String value) implements Comparable<PersonId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a PersonId: " + value);
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
