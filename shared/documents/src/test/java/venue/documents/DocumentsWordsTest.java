package venue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import venue.crypto.Bytes;
import venue.words.Language;
import venue.words.Words;

class DocumentsWordsTest {

    @Test
    void saysTheSameInBothLanguages() {
        var words = Words.of("venue.documents", Paper.class);
        assertEquals(words.keys(Language.ZH), words.keys(Language.EN));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoPdf() {
        var failure = assertThrows(DocumentsFailure.class,
                () -> PdfText.of(Bytes.of(new byte[]{1, 2, 3})));
        assertEquals("PDF_UNREADABLE", failure.code());
        assertTrue(failure.what().startsWith("PDF 文件无法读取"), failure.what());
    }
}
