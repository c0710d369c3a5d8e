package venue.journal;

import venue.domain.base.Fact;
import venue.journal.json.CanonicalJson;
import venue.journal.json.RecordCodec;

/// Records of the domain as bytes and back: canonical JSON (RFC 8785), the same bytes on any
/// machine. Amounts, ids, digests and times are strings; an empty `Optional` is absent; a field
/// that is not known is an error.
public final class Wire {

    private Wire() {}

    /// The canonical bytes of a record.
    public static byte[] write(Object record) {
        return CanonicalJson.write(RecordCodec.write(record));
    }

    /// The record that `json` tells of; the text need not be canonical, but complete.
    ///
    /// @throws JournalFailure UNREADABLE, naming the place that does not fit
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return RecordCodec.read(CanonicalJson.read(json), type);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw JournalFailure.unreadable(type.getSimpleName(), e);
        }
    }

    /// The wire name of an event.
    public static String kind(Fact fact) {
        return Families.house().kind(fact);
    }

    /// The event of `kind`; [Unread] if a later version wrote it.
    ///
    /// @throws JournalFailure UNREADABLE
    public static Fact event(String kind, byte[] json) {
        try {
            return Families.house().event(kind, json);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw JournalFailure.unreadable(kind, e);
        }
    }
}
