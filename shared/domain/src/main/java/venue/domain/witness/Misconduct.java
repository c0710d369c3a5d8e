package venue.domain.witness;

import java.util.List;
import venue.domain.base.Basis;
import venue.domain.tender.Regime;

/// One entry of the misconduct catalogue (行为目录).
///
/// @param code stable, e.g. `BID09`
/// @param inTendering its class under 招标投标法
/// @param inProcurement its class under 政府采购法
/// @param bases articles in force
/// @param drafts articles of a draft that is not law yet; traced, never printed as a ground
public record Misconduct(String code, SubjectKind kind, FindingClass inTendering,
        FindingClass inProcurement, String title, List<Basis> bases, List<Basis> drafts) {
    public Misconduct {
        bases = List.copyOf(bases);
        drafts = List.copyOf(drafts);
    }

    /// The class in this tender's regime.
    public FindingClass classIn(Regime regime) {
        return switch (regime) {
            case Z -> inTendering;
            case C -> inProcurement;
        };
    }

    /// The articles that can apply in this tender's regime: outside government procurement its
    /// laws are left out.
    public List<Basis> basesIn(Regime regime) {
        return switch (regime) {
            case Z -> bases.stream().filter(basis -> !basis.source().startsWith("政府采购")).toList();
            case C -> bases;
        };
    }
}
