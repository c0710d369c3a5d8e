package venue.journal.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import venue.journal.proof.VerifierKey.Kind;

/// Whom a verifier believes (信任策略, C2SP tlog-policy): any one of the logs must have signed a
/// checkpoint, and so many witnesses countersigned it as the quorum asks.
///
/// @param groups each built from witnesses and from groups before it
/// @param quorum name of a witness or a group, or `none`
public record TrustPolicy(List<Log> logs, List<Witness> witnesses, List<Group> groups,
        String quorum) {

    /// The quorum that asks for no witness.
    public static final String NONE = "none";

    /// A log; the name of its key is its origin.
    ///
    /// @param url where to ask it, if anywhere
    public record Log(VerifierKey key, Optional<String> url) {}

    /// A witness, named for this file only.
    public record Witness(String name, VerifierKey key, Optional<String> url) {}

    /// Witnesses if `atLeast` of its members do.
    public record Group(String name, int atLeast, List<String> members) {

        public Group {
            members = List.copyOf(members);
            require(atLeast >= 1 && atLeast <= members.size(), "group " + name);
        }
    }

    /// What became of a note.
    ///
    /// @param log the log that signed it
    /// @param witnesses names of the witnesses that countersigned
    /// @param broken keys whose signature stands in the note and is wrong
    /// @param quorum whether these witnesses are enough
    public record Verdict(Optional<VerifierKey> log, List<String> witnesses,
            List<VerifierKey> broken, boolean quorum) {

        /// Whether the note may be believed.
        public boolean isTrusted() {
            return log.isPresent() && quorum && broken.isEmpty();
        }
    }

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
        var logKeys = new HashSet<Object>();
        for (var log : logs) {
            require(log.key.kind() != Kind.COSIGNATURE && logKeys.add(log.key.key()),
                    "log " + log.key.name());
            log.url.ifPresent(url -> require(isWord(url), url));
        }
        var names = new HashSet<String>(Set.of(NONE));
        var witnessKeys = new HashSet<Object>();
        for (var witness : witnesses) {
            require(witness.key.kind() == Kind.COSIGNATURE && isWord(witness.name)
                    && names.add(witness.name) && witnessKeys.add(witness.key.key()),
                    "witness " + witness.name);
            witness.url.ifPresent(url -> require(isWord(url), url));
        }
        var members = new HashSet<String>(Set.of(NONE));
        for (var group : groups) {
            for (var member : group.members) {
                require(names.contains(member) && members.add(member), "member " + member);
            }
            require(isWord(group.name) && names.add(group.name), "group " + group.name);
        }
        require(names.contains(quorum), "quorum " + quorum);
    }

    /// Believes one log if at least so many of these witnesses countersigned.
    public static TrustPolicy of(VerifierKey log, List<VerifierKey> witnesses, int atLeast) {
        var named = witnesses.stream().map(key -> new Witness(key.name(), key, Optional.empty()))
                .toList();
        var logs = List.of(new Log(log, Optional.empty()));
        return atLeast == 0
                ? new TrustPolicy(logs, named, List.of(), NONE)
                : new TrustPolicy(logs, named,
                        List.of(new Group("witnesses", atLeast,
                                named.stream().map(Witness::name).toList())),
                        "witnesses");
    }

    /// The file.
    public String text() {
        var text = new StringBuilder();
        logs.forEach(log -> line(text, "log", log.key.text(), log.url.orElse("")));
        witnesses.forEach(witness -> line(text, "witness", witness.name, witness.key.text(),
                witness.url.orElse("")));
        groups.forEach(group -> line(text, "group", group.name, Integer.toString(group.atLeast),
                String.join(" ", group.members)));
        line(text, "quorum", quorum);
        return text.toString();
    }

    private static void line(StringBuilder text, String... items) {
        text.append(String.join(" ", items).stripTrailing()).append('\n');
    }

    /// Reads the file; whoever wrote it, in the order he liked.
    ///
    /// @throws IllegalArgumentException with the line that is not understood
    public static TrustPolicy parse(String text) {
        return new PolicyLines().read(text);
    }

    /// Asks every key of this policy about `note`.
    public Verdict judge(Note note) {
        var broken = new ArrayList<VerifierKey>();
        var log = logs.stream().map(Log::key).filter(key -> holds(key, note, broken))
                .filter(key -> note.body().startsWith(key.name() + "\n")).findFirst();
        var seen = new HashSet<String>(Set.of(NONE));
        for (var witness : witnesses) {
            if (holds(witness.key, note, broken)) {
                seen.add(witness.name);
            }
        }
        var cosigned = witnesses.stream().map(Witness::name).filter(seen::contains).toList();
        for (var group : groups) {
            if (group.members.stream().filter(seen::contains).count() >= group.atLeast) {
                seen.add(group.name);
            }
        }
        return new Verdict(log, cosigned, broken, seen.contains(quorum));
    }

    private static boolean holds(VerifierKey key, Note note, List<VerifierKey> broken) {
        boolean signed = note.isSignedBy(key);
        if (!signed && note.names(key)) {
            broken.add(key);
        }
        return signed;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
    }

    static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("not a trust policy: " + what);
        }
    }
}
