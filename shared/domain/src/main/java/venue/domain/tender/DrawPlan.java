package venue.domain.tender;

import java.util.List;

/// A draw that the tender file orders (抽取): what is drawn, from which values.
///
/// @param id short name within the tender, e.g. `K`
/// @param title as read out, e.g. 评标基准价下浮系数 K
/// @param values the candidates, in the order of the tender file
public record DrawPlan(String id, String title, List<String> values) {
    public DrawPlan {
        values = List.copyOf(values);
    }
}
