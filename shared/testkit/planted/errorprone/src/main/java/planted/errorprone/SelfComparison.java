package planted.errorprone;

/// Compares a value with itself: Error Prone must refuse it.
public final class SelfComparison {
    boolean same(String name) {
        return name.equals(name);
    }
}
