package venue.domain.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.base.Basis;
import venue.domain.tender.Regime;

/// How long what of a tender is kept, and why (保管期限与依据). The software deletes nothing: it
/// lists what is due, and the archivist decides by appraisal, approval and a destruction list
/// (鉴定、审批、销毁清册).
///
/// @param lastDay last day of the period; none if for ever
/// @param held whether a complaint or a case is open, which keeps everything (暂缓处置)
public record Retention(Material material, RetentionClass period, Optional<LocalDate> lastDay,
        Basis basis, boolean held) {

    private static final Basis PROCUREMENT = new Basis("政府采购法", "第四十二条");
    private static final Basis RECORDING = new Basis("政府采购货物和服务招标投标管理办法", "第三十九条");
    private static final Basis PLATFORM = new Basis("招标投标电子文件归档规范（DA/T 103—2024）", "");
    private static final Basis HOUSE = new Basis("本场所档案管理规定", "");

    /// What the venue has decided for its tenders (保管期限表), where it differs from fifteen years.
    /// The journal is always kept for ever.
    ///
    /// @param chosen periods by material
    public record Plan(Map<Material, RetentionClass> chosen) {
        public Plan {
            var copy = new EnumMap<Material, RetentionClass>(Material.class);
            copy.putAll(chosen);
            chosen = Collections.unmodifiableMap(copy);
        }

        /// Fifteen years for everything: what government procurement demands, and what no rule on
        /// tendering goes beyond.
        public static Plan usual() {
            return new Plan(Map.of());
        }

        /// Materials that are to be kept shorter than the law wants, as a warning to the one who
        /// sets the plan.
        public List<Material> belowFloor(Regime regime) {
            return chosen.entrySet().stream()
                    .filter(entry -> !entry.getValue().covers(floor(regime, entry.getKey())))
                    .map(Map.Entry::getKey).toList();
        }
    }

    /// The shortest period that the law allows: fifteen years in government procurement, for ever
    /// for the journal, three years on a trading platform where nothing else is said.
    public static RetentionClass floor(Regime regime, Material material) {
        return material == Material.JOURNAL
                ? RetentionClass.PERMANENT
                : switch (regime) {
                    case C -> RetentionClass.YEARS_15;
                    case Z -> RetentionClass.YEARS_3;
                };
    }

    /// How long `material` of a tender is kept. A plan below the floor counts as the floor.
    ///
    /// @param ended the day on which the procurement ended (采购结束之日)
    /// @param held whether a complaint or a case is open
    public static Retention of(Regime regime, Material material, LocalDate ended, Plan plan,
            boolean held) {
        var floor = floor(regime, material);
        var wanted = plan.chosen().getOrDefault(material, RetentionClass.YEARS_15);
        var period = wanted.covers(floor) ? wanted : floor;
        return new Retention(material, period, period.lastDay(ended),
                basis(regime, material, period), held);
    }

    private static Basis basis(Regime regime, Material material, RetentionClass period) {
        if (material == Material.JOURNAL) {
            return HOUSE;
        }
        return switch (regime) {
            case C -> period != RetentionClass.YEARS_15
                    ? HOUSE
                    : material == Material.RECORDINGS ? RECORDING : PROCUREMENT;
            case Z -> period == RetentionClass.YEARS_3 ? PLATFORM : HOUSE;
        };
    }

    /// Everything of a tender.
    public static List<Retention> all(Regime regime, LocalDate ended, Plan plan, boolean held) {
        var all = new ArrayList<Retention>();
        for (var material : Material.values()) {
            all.add(of(regime, material, ended, plan, held));
        }
        return List.copyOf(all);
    }

    /// Whether the archivist should look at it: the period is over and nothing holds it.
    public boolean isDue(LocalDate today) {
        return !held && lastDay.filter(today::isAfter).isPresent();
    }
}
