package venue.domain.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.tender.Regime;
import venue.domain.tender.TenderKind;

class CatalogueTest {

    @ParameterizedTest(name = "{0}: {1} entries")
    @CsvSource({"BIDDER, 15", "TENDERER, 12", "AGENCY, 10", "EXPERT, 20", "STAFF, 14", "OTHER, 3"})
    void holdsEveryEntryOfASubjectKind(SubjectKind kind, int count) {
        var entries = Catalogue.of(kind);
        assertEquals(count, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.code().startsWith(kind.prefix())));
    }

    @Test
    void givesEachCodeOnce() {
        var codes = Catalogue.entries().stream().map(Misconduct::code).toList();
        assertEquals(codes.size(), new HashSet<>(codes).size());
    }

    @ParameterizedTest(name = "{0} is {2} in regime {1}")
    @CsvSource({"BID02, Z, A", "BID05, Z, A_TO_B", "BID09, C, B", "EXP10, Z, A_TO_B", "EXP10, C, B",
            "TEN11, Z, A", "TEN11, C, B"})
    void knowsTheClassOfTheRegime(String code, Regime regime, FindingClass expected) {
        assertEquals(expected, Catalogue.find(code).orElseThrow().classIn(regime));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            BID02 | 《电子招标投标办法》第三十一条
            BID10 | 《招标投标法》第五十三条 《招标投标法实施条例》第六十七条 《政府采购法》第七十七条
            TEN02 | 《招标投标法实施条例》第六十四条第（四）项
            AGT09 | 《政府采购法》第七十六条 《政府采购货物和服务招标投标管理办法》第七十八条第（十一）项
            EXP03 | 《招标投标法实施条例》第七十一条第（一）项 《政府采购法实施条例》第七十五条
            SUP01 | 《招标投标法实施条例》第八十条
            """)
    void citesTheLawInFull(String code, String bases) {
        assertEquals(bases,
                Catalogue.find(code).orElseThrow().bases().stream().map(Object::toString)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void leavesTheProcurementLawOutOfATender() {
        var entry = Catalogue.find("BID10").orElseThrow();
        assertEquals(2, entry.basesIn(Regime.Z).size());
        assertEquals(3, entry.basesIn(Regime.C).size());
    }

    @Test
    void neverCitesTheDraftAsLaw() {
        assertTrue(Catalogue.entries().stream().flatMap(entry -> entry.bases().stream())
                .noneMatch(basis -> basis.source().contains("征求意见稿")));
        assertTrue(!Catalogue.find("STF13").orElseThrow().drafts().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "10, 十", "11, 十一", "20, 二十", "77, 七十七", "100, 一百", "105, 一百零五",
            "110, 一百一十", "199, 一百九十九"})
    void writesNumbersAsStatutesDo(int number, String text) {
        assertEquals(text, Citation.chinese(number));
    }

    @ParameterizedTest
    @CsvSource({"Z, WORKS, BIDDER, 住房和城乡建设部门", "C, GOODS, BIDDER, 财政部门", "Z, WORKS, STAFF, 本机构主管部门",
            "Z, GOODS, EXPERT, 发展改革部门"})
    void putsTheUsualDepartmentFirst(Regime regime, TenderKind kind, SubjectKind subject,
            String first) {
        var all = Departments.forTender(regime, kind, subject);
        assertEquals(first, all.getFirst());
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @Test
    void hasAChecklistForEveryStage() {
        for (var stage : WatchStage.values()) {
            assertTrue(!Checklist.of(stage).isEmpty(), stage.title());
        }
        assertEquals(59, Checklist.items().size());
        assertEquals("通讯工具存放", Checklist.find("PQ-02").orElseThrow().title());
    }
}
