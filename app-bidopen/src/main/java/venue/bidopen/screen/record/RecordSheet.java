package venue.bidopen.screen.record;

import java.util.List;

import venue.bidopen.session.Say;
import venue.domain.opening.Opening;
import venue.domain.opening.RecordVersion;
import venue.domain.opening.Signer;
import venue.ui.Chip;
import venue.ui.RoleNames;

/// The record and who has signed it.
///
/// @param version 0 before it is drafted
/// @param digest of the PDF, or empty
public record RecordSheet(int version, String digest, List<Row> rows, List<Signer> waiting) {

    /// One signer.
    public record Row(String duty, String name, String unit, Chip state, String detail) {}

    /// As `opening` stands.
    public static RecordSheet of(Opening opening) {
        if (opening.draft().isEmpty()) {
            return new RecordSheet(0, "", List.of(), List.of());
        }
        var draft = opening.draft().get();
        return new RecordSheet(draft.number(), draft.sha256().hex(),
                Signer.of(opening).stream().map(signer -> row(opening, signer)).toList(),
                Signer.waiting(opening));
    }

    private static Row row(Opening opening, Signer signer) {
        var made = signer.signature(opening);
        return new Row(RoleNames.of(signer.duty()), signer.name(), signer.unit(),
                made.map(RecordSheet::chip).orElse(Chip.idle(Say.it("record.waiting"))),
                made.map(RecordSheet::detail).orElse(""));
    }

    private static Chip chip(RecordVersion.Signature signature) {
        return signature.refusal().isPresent()
                ? Chip.warn(Say.it("record.refused"))
                : Chip.ok(Say.it("record.signed"));
    }

    private static String detail(RecordVersion.Signature signature) {
        return signature.refusal().orElseGet(() -> Say.it("record.signed.detail",
                Say.clock(signature.at()), signature.certificateSerial()));
    }
}
