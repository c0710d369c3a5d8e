package venue.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import venue.crypto.Authority;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.crypto.KeyEntry;
import venue.crypto.Suite;
import venue.domain.base.PersonId;
import venue.journal.SessionEvent.Approval;

/// Persons with media of their own, who approve a restoration.
final class Approvers {

    static final String PIN = "246810";
    private static final Instant FROM = WireTest.NINE.minusSeconds(86_400);
    private static final Instant TO = FROM.plusSeconds(9_000_000);

    private final Authority root = Authority.root(Suite.SM, "演练根", FROM, TO);
    private final Path folder;
    private final Map<Path, FileToken> tokens = new HashMap<>();

    Approvers(Path folder) {
        this.folder = folder;
    }

    /// The medium of a person, made once: its key is derived from the PIN with much work.
    Path medium(String name, String person) {
        var p12 = folder.resolve(person + ".p12");
        if (!Files.exists(p12)) {
            KeyEntry.write(p12, PIN.toCharArray(), List.of(root.issue(
                    new Authority.Subject(name, "交易中心", person), Authority.Use.BOTH, FROM, TO)));
        }
        return p12;
    }

    /// A person's signature over a statement.
    Approval approval(String name, String person, String statement) {
        return approval(name, person, statement, medium(name, person));
    }

    /// The same with a medium that may be another's.
    Approval approval(String name, String person, String statement, Path p12) {
        var token = tokens.computeIfAbsent(p12,
                file -> FileToken.open(file, PIN.toCharArray()));
        return new Approval(new PersonId(person), name, Detached.sign(token,
                statement.getBytes(StandardCharsets.UTF_8), WireTest.NINE));
    }

    /// Two persons.
    List<Approval> two(String statement) {
        var both = new ArrayList<Approval>();
        both.add(approval("宋监督", "P-SUP", statement));
        both.add(approval("李技术", "P-TECH", statement));
        return both;
    }
}
