package venue.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import venue.verifier.check.Authenticity;
import venue.verifier.check.Completeness;
import venue.verifier.check.Consistency;
import venue.verifier.check.Evidence;
import venue.verifier.check.Probe;
import venue.verifier.read.ArchiveFile;
import venue.verifier.read.Dossier;
import venue.verifier.read.Unreadable;

/// What an archive (项目档案) is worth: every check by number, each passed, failed or not run with its
/// reason. Needs nothing but the archive and what the reader trusts beforehand.
///
/// @param subject what the archive says it is about
/// @param results in the order of their numbers
public record Verification(String subject, String title, List<Result> results) {

    public Verification {
        results = List.copyOf(results);
    }

    /// Looks at `archive`.
    ///
    /// @throws VerifierFailure if it is no archive at all
    public static Verification of(Path archive, Trust trust) {
        if (!Files.isRegularFile(archive)) {
            throw new VerifierFailure("ARCHIVE_MISSING", null, archive);
        }
        try (var file = ArchiveFile.open(archive)) {
            var probe = new Probe(new Dossier(file), trust);
            new Completeness(probe).run();
            new Authenticity(probe).run();
            new Consistency(probe).run();
            new Evidence(probe).run();
            return new Verification(file.manifest().subject(), file.manifest().title(),
                    probe.results());
        } catch (Unreadable e) {
            throw new VerifierFailure("NOT_AN_ARCHIVE", e, archive);
        }
    }

    /// Whether everything that must hold was looked at and holds.
    public boolean accepted() {
        return results.stream().noneMatch(Result::blocks);
    }

    /// The checks that failed.
    public List<Check> failed() {
        return results.stream().filter(result -> result.verdict() == Verdict.FAIL)
                .map(Result::check).toList();
    }

    /// How many came to `verdict`.
    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /// What one check came to.
    public Result result(Check check) {
        return results.stream().filter(result -> result.check() == check).findFirst()
                .orElseThrow();
    }
}
