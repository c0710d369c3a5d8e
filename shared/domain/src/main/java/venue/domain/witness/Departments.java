package venue.domain.witness;

import java.util.List;
import venue.domain.tender.Regime;
import venue.domain.tender.TenderKind;

/// Where a suspicion goes (报送部门对照表): the competent department by kind of deal. A crime clue too
/// goes to the department, which passes it on to the police.
public final class Departments {

    /// 招标投标活动的综合指导协调部门
    public static final String COORDINATOR = "发展改革部门";

    private static final String FINANCE = "财政部门";
    private static final String OWN_STAFF = "本机构主管部门";

    private static final List<String> TENDERING = List.of("住房和城乡建设部门", "交通运输部门", "水利部门",
            COORDINATOR);

    private static final List<String> OTHER_DEALS = List.of("自然资源部门", "国有资产监督管理部门", "纪检监察机关",
            "行政监督部门");

    private Departments() {}

    /// All recipients that this venue can address, the usual one for this tender and subject first.
    public static List<String> forTender(Regime regime, TenderKind kind, SubjectKind subject) {
        var usual = usual(regime, kind, subject);
        var all = new java.util.LinkedHashSet<String>();
        all.add(usual);
        all.addAll(regime == Regime.C ? List.of(FINANCE) : TENDERING);
        all.add(FINANCE);
        all.add(OWN_STAFF);
        all.addAll(OTHER_DEALS);
        return List.copyOf(all);
    }

    private static String usual(Regime regime, TenderKind kind, SubjectKind subject) {
        if (subject == SubjectKind.STAFF) {
            return OWN_STAFF;
        }
        if (regime == Regime.C) {
            return FINANCE;
        }
        return switch (kind) {
            case WORKS, CONSULTING -> "住房和城乡建设部门";
            case GOODS, SERVICES -> COORDINATOR;
        };
    }
}
