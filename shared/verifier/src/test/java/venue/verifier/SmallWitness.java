package venue.verifier;

import java.io.IOException;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.witness.CustodyAct;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.WitnessEvent;
import venue.domain.witness.WitnessEvent.*;

/// The witness's desk of the small day: one piece of evidence and the report.
final class SmallWitness {

    static final String PAPER = "documents/witness-report.pdf";

    private final SmallDay day;

    SmallWitness(SmallDay day) {
        this.day = day;
    }

    void tell() throws IOException {
        var by = new PersonId("P-WITNESS");
        var exhibit = ExhibitId.of(1, new DeviceId("witness-1"));
        var original = SmallDay.text("照片");
        var sha256 = day.file("witness/exhibits/" + exhibit + "/original.jpg", original);
        say(new CaptureBegan(exhibit, Optional.empty(), ExhibitKind.values()[0],
                ExhibitOrigin.values()[0], "走廊照片", new Source("相机", "SN1", "a.jpg"), "开标一室",
                day.later(), by, Optional.empty(), "ff".repeat(16), day.later()),
                new CaptureEnded(exhibit, original.length, sha256,
                        new Digest(Bytes.of(original).sm3()), "image/jpeg", day.later()));
        Optional<Digest> giver = day.lie == Lie.CUSTODY
                ? Optional.empty()
                : Optional.of(day.file("witness/papers/giver.p7s", SmallDay.text("移交人签名")));
        say(new CustodyEntered(exhibit, CustodyAct.HANDED_OVER, "见证工位", "主管部门", "移交", true, giver,
                Optional.empty(), Optional.of("代收"), day.later()));
        var pdf = SmallDay.text("%PDF 见证报告");
        var paper = day.file(PAPER, pdf);
        var cms = day.sign(PAPER, "P-WITNESS");
        say(new WitnessReportSigned("JZ-1", false, paper, new Digest(Bytes.of(pdf).sm3()),
                new Digest(cms.sha256()), by, day.later()));
    }

    private void say(WitnessEvent... events) {
        day.write("witness-1", "P-WITNESS", Role.WITNESS, (venue.domain.base.Fact[]) events);
    }
}
