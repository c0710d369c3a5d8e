package venue.verifier;

import java.util.List;

/// What a check came to, with every finding and not only the first.
///
/// @param looked how many things were looked at
public record Result(Check check, Verdict verdict, int looked, List<Finding> findings) {
    public Result {
        findings = List.copyOf(findings);
    }

    /// Whether it keeps the archive from being accepted.
    public boolean blocks() {
        return verdict == Verdict.FAIL || verdict == Verdict.NOT_RUN && check.required();
    }
}
