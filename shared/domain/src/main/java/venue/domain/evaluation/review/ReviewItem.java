package venue.domain.evaluation.review;

/// One item of the preliminary review (初步评审) as the tender file lists it.
///
/// @param id short name within the plan, e.g. `X-3`
/// @param clause where the tender file says so
/// @param ground code of the ground on which a bid is rejected that fails it, e.g. `R07`
public record ReviewItem(String id, Kind kind, String title, String clause, String ground) {

    /// The three parts of the preliminary review.
    public enum Kind {
        /// 形式评审
        FORM,
        /// 资格评审
        QUALIFICATION,
        /// 响应性评审
        RESPONSE
    }
}
