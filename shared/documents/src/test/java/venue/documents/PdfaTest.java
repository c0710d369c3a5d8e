package venue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Asks an independent judge, veraPDF, whether the files are PDF/A-2u.
class PdfaTest {

    @BeforeAll
    static void wakeTheJudge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Paper> papers() {
        return Stream.of(Samples.small(), Samples.opening(Mark.DRAFT),
                Samples.opening(Mark.OFFICIAL), Samples.large());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void isPdfa2u(Paper paper) throws Exception {
        var result = judge(Pdf.render(paper).pdf().array());
        assertEquals("", failures(result));
        assertTrue(result.isCompliant());
    }

    @Test
    void isJudgedByOneWhoNoticesAWrongClaim() throws Exception {
        var pdf = Pdf.render(Samples.small()).pdf().array();
        var text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        var spoilt = text.replace("<pdfaid:part>2<", "<pdfaid:part>4<")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(judge(spoilt).isCompliant());
    }

    private static ValidationResult judge(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U,
                        false)) {
            return validator.validate(parser);
        }
    }

    private static String failures(ValidationResult result) {
        var text = new StringBuilder();
        for (var a : result.getTestAssertions()) {
            if (a.getStatus() == TestAssertion.Status.FAILED) {
                text.append(a.getRuleId()).append(' ').append(a.getMessage()).append('\n');
            }
        }
        return text.toString();
    }
}
