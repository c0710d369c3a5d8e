package venue.domain.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.record.Retention.Plan;
import venue.domain.tender.Regime;
import venue.domain.witness.ExhibitKind;

class RetentionTest {

    private static final LocalDate ENDED = LocalDate.of(2026, 4, 7);

    @ParameterizedTest(name = "{0} {1}: {2} to {3}")
    @CsvSource({"C, BIDS, YEARS_15, 2041-04-07, 《政府采购法》第四十二条",
            "C, RECORDS, YEARS_15, 2041-04-07, 《政府采购法》第四十二条",
            "C, REPORTS, YEARS_15, 2041-04-07, 《政府采购法》第四十二条",
            "C, RECORDINGS, YEARS_15, 2041-04-07, 《政府采购货物和服务招标投标管理办法》第三十九条",
            "C, EVIDENCE, YEARS_15, 2041-04-07, 《政府采购法》第四十二条",
            "C, JOURNAL, PERMANENT, , 《本场所档案管理规定》",
            "Z, BIDS, YEARS_15, 2041-04-07, 《本场所档案管理规定》",
            "Z, RECORDS, YEARS_15, 2041-04-07, 《本场所档案管理规定》",
            "Z, REPORTS, YEARS_15, 2041-04-07, 《本场所档案管理规定》",
            "Z, RECORDINGS, YEARS_15, 2041-04-07, 《本场所档案管理规定》",
            "Z, EVIDENCE, YEARS_15, 2041-04-07, 《本场所档案管理规定》",
            "Z, JOURNAL, PERMANENT, , 《本场所档案管理规定》"})
    void keepsEachMaterialForItsPeriod(Regime regime, Material material, RetentionClass period,
            LocalDate lastDay, String basis) {
        var retention = Retention.of(regime, material, ENDED, Plan.usual(), false);
        assertEquals(period, retention.period());
        assertEquals(Optional.ofNullable(lastDay), retention.lastDay());
        assertEquals(basis, retention.basis().toString());
    }

    @ParameterizedTest(name = "{0} {1} chosen {2}: {3}")
    @CsvSource({"C, BIDS, YEARS_3, YEARS_15, true", "C, BIDS, YEARS_10, YEARS_15, true",
            "C, BIDS, YEARS_15, YEARS_15, false", "C, BIDS, YEARS_30, YEARS_30, false",
            "C, REPORTS, PERMANENT, PERMANENT, false", "Z, BIDS, YEARS_3, YEARS_3, false",
            "Z, RECORDINGS, YEARS_10, YEARS_10, false", "Z, JOURNAL, YEARS_30, PERMANENT, true",
            "C, JOURNAL, PERMANENT, PERMANENT, false"})
    void thePlanOfTheVenueNeverGoesBelowTheLaw(Regime regime, Material material,
            RetentionClass chosen, RetentionClass period, boolean warned) {
        var plan = new Plan(Map.of(material, chosen));
        assertEquals(period, Retention.of(regime, material, ENDED, plan, false).period());
        assertEquals(warned ? List.of(material) : List.of(), plan.belowFloor(regime));
    }

    @ParameterizedTest(name = "{0} + {1} ends {2}")
    @CsvSource({"2026-04-07, YEARS_3, 2029-04-07", "2024-02-29, YEARS_3, 2027-03-01",
            "2024-02-29, YEARS_15, 2039-03-01", "2016-02-29, YEARS_10, 2026-03-01",
            "2026-02-28, YEARS_10, 2036-02-28", "2026-12-31, YEARS_30, 2056-12-31"})
    void neverEndsADayTooEarly(LocalDate ended, RetentionClass period, LocalDate lastDay) {
        assertEquals(Optional.of(lastDay), period.lastDay(ended));
    }

    @ParameterizedTest(name = "on {0}, held {1}: {2}")
    @CsvSource({"2041-04-06, false, false", "2041-04-07, false, false", "2041-04-08, false, true",
            "2041-04-08, true, false", "2099-01-01, true, false"})
    void isDueOnTheDayAfterUnlessACaseIsOpen(LocalDate today, boolean held, boolean due) {
        assertEquals(due,
                Retention.of(Regime.C, Material.BIDS, ENDED, Plan.usual(), held).isDue(today));
    }

    @Test
    void theJournalIsNeverDue() {
        var all = Retention.all(Regime.C, ENDED, Plan.usual(), false);
        assertEquals(Material.values().length, all.size());
        assertEquals(List.of(Material.JOURNAL),
                all.stream().filter(each -> !each.isDue(LocalDate.of(2999, 1, 1)))
                        .map(Retention::material).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyExhibitIsEvidenceOrARecording(ExhibitKind kind) {
        boolean recorded = kind == ExhibitKind.VIDEO || kind == ExhibitKind.AUDIO;
        assertEquals(recorded ? Material.RECORDINGS : Material.EVIDENCE, Material.of(kind));
    }

    @Test
    void longerPeriodsCoverShorterOnes() {
        assertTrue(RetentionClass.PERMANENT.covers(RetentionClass.YEARS_30));
        assertTrue(RetentionClass.YEARS_15.covers(RetentionClass.YEARS_15));
        assertFalse(RetentionClass.YEARS_10.covers(RetentionClass.YEARS_15));
        assertEquals(15, RetentionClass.YEARS_15.years().orElseThrow());
        assertTrue(RetentionClass.PERMANENT.years().isEmpty());
        assertEquals("永久", RetentionClass.PERMANENT.title());
    }
}
