package venue.domain.planted;

/// Offends no-floating-fields and no-floating-answers.
public final class FloatsMoney {
    private final double price = 1;

    double price() {
        return price;
    }
}
