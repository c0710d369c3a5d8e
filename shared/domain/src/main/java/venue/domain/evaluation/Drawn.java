package venue.domain.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A value drawn at the opening (抽取结果).
///
/// @param id the draw's id in the tender, e.g. `K`
/// @param value as read out, e.g. `0.965`
public record Drawn(String id, String title, String value) {

    /// The id under which the committee's own lot between tied bidders stands.
    public static final String TIE = "TIE";

    /// The values by id.
    public static Map<String, String> byId(List<Drawn> draws) {
        var values = new TreeMap<String, String>();
        draws.forEach(drawn -> values.put(drawn.id(), drawn.value()));
        return values;
    }
}
