/// Records and reports: one page model, PDF/A from it, same facts same bytes.
@org.jspecify.annotations.NullMarked module venue.documents {
    requires static transitive org.jspecify;
    requires transitive venue.domain;
    requires transitive venue.crypto;
    requires transitive venue.words;
    requires java.desktop;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires io.pebbletemplates;
    // for the automatic modules above, which cannot say what they need
    requires org.slf4j;
    requires java.logging;
    requires org.apache.commons.logging;
    requires org.apache.xmpbox;

    exports venue.documents;
}
