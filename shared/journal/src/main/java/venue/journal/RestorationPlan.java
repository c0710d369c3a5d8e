package venue.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import venue.crypto.Bytes;
import venue.journal.SessionEvent.Approval;
import venue.journal.SessionEvent.GenerationBegun;
import venue.journal.proof.Note;

/// What a restoration would do.
///
/// @param before the log that ends
/// @param next the log that begins
/// @param size entries carried over
/// @param root SHA-256 root over them
/// @param note the furthest checkpoint known of this device, signed; empty text if there is none
/// @param remembered size of the checkpoint in the memory; 0 if there is none
/// @param finding what is wrong, one line
record RestorationPlan(Origin before, Origin next, long size, Bytes root, String note,
        long remembered, String finding) {

    private static final int REASON_LEAST = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// The first entry of the new generation.
    ///
    /// @throws JournalFailure REASON_MISSING
    GenerationBegun begun(String reason, List<Approval> approvals, Instant at) {
        var said = line(reason);
        if (said.codePointCount(0, said.length()) < REASON_LEAST) {
            throw JournalFailure.reasonMissing(REASON_LEAST);
        }
        return new GenerationBegun(before, size, root, note, finding, said, approvals,
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    /// One line without what could make it look like two.
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    static String statement(Origin next, GenerationBegun begun) {
        return "venue-restoration/v1\nnext " + next.name() + "\nbefore " + begun.before().name()
                + "\nsize " + begun.size() + "\nroot " + begun.root().base64() + "\n"
                + known(begun.note()) + "finding " + line(begun.finding()) + "\nreason "
                + line(begun.reason()) + "\nat " + TIME.format(begun.at()) + "\n";
    }

    private static String known(String note) {
        if (note.isEmpty()) {
            return "known -\n";
        }
        var checkpoint = Note.parse(note).checkpoint();
        return "known " + checkpoint.origin() + " " + checkpoint.size() + " "
                + checkpoint.root().base64() + "\n";
    }
}
