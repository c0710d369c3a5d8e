package venue.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.domain.base.Fact;
import venue.domain.evaluation.EvaluationEvent;
import venue.domain.opening.OpeningEvent;
import venue.domain.witness.WitnessEvent;
import venue.journal.json.CanonicalJson;
import venue.journal.json.Family;
import venue.journal.json.RecordCodec;

/// The sealed families of events and the wire names of their members, derived from the class names:
/// `OpeningEvent.BidderSignedIn` of the family `opening` is `opening.bidder-signed-in`.
public final class Families {

    private final Map<String, Class<?>> byKind = new TreeMap<>();
    private final Map<Class<?>, String> byClass = new HashMap<>();

    private Families(Map<String, Class<?>> families) {
        families.forEach((prefix, family) -> Family.members(family).forEach((name, member) -> {
            byKind.put(prefix + "." + name, member);
            byClass.put(member, prefix + "." + name);
        }));
    }

    /// The families of the house.
    public static Families house() {
        return House.FAMILIES;
    }

    /// Chosen families and the journal's own.
    public static Families of(Map<String, Class<? extends Fact>> families) {
        var all = new LinkedHashMap<String, Class<?>>(families);
        all.put("session", SessionEvent.class);
        return new Families(all);
    }

    /// All wire names.
    public Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    /// The wire name of a fact.
    public String kind(Fact fact) {
        return switch (fact) {
            case Unread unread -> unread.kind();
            case Withheld withheld -> withheld.kind();
            default -> {
                var kind = byClass.get(fact.getClass());
                if (kind == null) {
                    throw new IllegalArgumentException("no wire name for " + fact.getClass());
                }
                yield kind;
            }
        };
    }

    /// The fact of `kind` with these fields; [Unread] if the kind is not known here.
    ///
    /// @throws IllegalArgumentException if a known kind has other fields than it should
    public Fact event(String kind, byte[] json) {
        return event(kind, CanonicalJson.read(json));
    }

    Fact event(String kind, JsonNode node) {
        var type = byKind.get(kind);
        return type == null
                ? new Unread(kind, Bytes.of(CanonicalJson.write(node)),
                        timeOf(node.path("at").textValue()))
                : (Fact) RecordCodec.read(node, type);
    }

    private static Instant timeOf(@Nullable String text) {
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }

    private static final class House {
        private static final Families FAMILIES = of(
                Map.of("opening", OpeningEvent.class, "evaluation", EvaluationEvent.class,
                        "witness", WitnessEvent.class));
    }
}
