package venue.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import venue.crypto.Bytes;
import venue.domain.base.Digest;
import venue.domain.base.Fact;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.draw.Draw;
import venue.domain.draw.Transcript;
import venue.domain.opening.BidFile;
import venue.domain.opening.OpeningEvent;
import venue.domain.opening.OpeningEvent.*;
import venue.domain.opening.OpeningRules;
import venue.domain.opening.Probes;
import venue.domain.opening.Staff;
import venue.domain.record.OpeningRecordFacts;
import venue.domain.tender.BidSheet;
import venue.journal.Wire;

/// The opening of the small day.
final class SmallOpening {

    static final String PAPER = "documents/opening-record.pdf";

    private final SmallDay day;
    private final List<OpeningEvent> told = new ArrayList<>();

    SmallOpening(SmallDay day) {
        this.day = day;
    }

    void tell() throws IOException {
        var brief = SmallTender.opening(day.people);
        day.file("tender/opening-brief.json", Wire.write(brief));
        say(new SessionPrepared(brief, new Digest("a".repeat(64)), day.later()));
        day.at(SmallPeople.NINE);
        var host = new PersonId("P-HOST");
        say(new CheckInBegan(day.later()),
                new BidderSignedIn(SmallTender.bidder(1), "代表一", "授权委托书", false, day.later()),
                new SubmissionClosed(SmallPeople.NINE, day.later()),
                new MeetingOpened(new Staff(host, host, host, new PersonId("P-SUPERVISOR")),
                        day.later()),
                new BidsCounted(SmallTender.BIDS, day.later()));
        draw();
        say(new DecryptionBegan(SmallPeople.NINE.plusSeconds(1800), day.later()));
        for (int n = 1; n <= SmallTender.BIDS; n++) {
            decrypt(n);
        }
        say(new DecryptionClosed(SmallTender.BIDS, 0, day.later()), new ReadOutBegan(day.later()));
        record();
    }

    private void decrypt(int number) throws IOException {
        var sheet = sheet(number);
        var bytes = Wire.write(sheet);
        var digest = day.file("opening/bids/" + sheet.bidder() + "/sheet.json", bytes);
        say(new BidDecrypted(sheet.bidder(), sheet,
                List.of(new BidFile("sheet.json", bytes.length, digest)),
                new Probes("0A", "0A", true, "代表", ""), List.of(), "0A", day.later()));
    }

    BidSheet sheet(int number) {
        var sheet = SmallTender.sheet(number);
        if (day.lie == Lie.WORDS && number == 2) {
            return new BidSheet(sheet.bidder(), sheet.bidderName(),
                    Money.yuan("10275001.49"), sheet.priceInWords(), 300, "合格",
                    sheet.manager(), sheet.managerLicence(), sheet.bond(), sheet.bondForm(), "");
        }
        return sheet;
    }

    private void draw() {
        var values = SmallTender.tender().draws().getFirst().values();
        var nonce = "5a".repeat(32);
        var commitment = Draw.commitment("K-1", "machine", Bytes.fromHex(nonce).array());
        var transcript = new Transcript("K-1", "K", values.size(), Draw.digestOf(values), 1,
                List.of(new Transcript.Contribution("machine", commitment, nonce)),
                List.of(3, 1, 6));
        var drawn = Draw.taken(transcript, values).getFirst();
        var said = day.lie == Lie.DRAW
                ? values.stream().filter(v -> !v.equals(drawn)).findFirst().orElseThrow()
                : drawn;
        say(new DrawBegan("K", "K-1", List.of("machine"), day.later()),
                new NonceCommitted("K", "machine", commitment, day.later()),
                new DiceRecorded("K", List.of(3, 1, 6), new PersonId("P-HOST"),
                        new PersonId("P-SUPERVISOR"), day.later()),
                new NonceRevealed("K", "machine", nonce, day.later()),
                new DrawConcluded("K", said, transcript.text(), day.later()));
    }

    private void record() throws IOException {
        var rules = new OpeningRules();
        var state = rules.beginning();
        for (var event : told) {
            state = rules.after(state, event);
        }
        var facts = OpeningRecordFacts.of(state).unsigned();
        day.file("opening/record.json", Wire.write(facts));
        var pdf = SmallDay.text("%PDF 开标记录表");
        var sha256 = day.file(PAPER, pdf);
        say(new RecordDrafted(1, sha256, new Digest(Bytes.of(pdf).sm3()), day.later()));
        for (var person : List.of("P-HOST", "P-SUPERVISOR")) {
            var cms = day.sign(PAPER, person);
            say(new RecordSigned(1,
                    person.equals("P-HOST") ? Role.HOST : Role.OPENING_SUPERVISOR,
                    new PersonId(person), person, "0A", cms.base64(), day.later()));
        }
        say(new OpeningEnded(day.later()));
    }

    private void say(OpeningEvent... events) {
        told.addAll(List.of(events));
        day.write("hall-1", "P-HOST", Role.HOST, (Fact[]) events);
    }
}
