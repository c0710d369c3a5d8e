package venue.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import venue.crypto.FileToken;
import venue.workstation.Crew;
import venue.workstation.OpenStation;
import venue.workstation.Shift;
import venue.workstation.Station;
import venue.workstation.StationFailure;
import venue.words.Failure;

/// The real machine behind the first screens: opens the station, then the application's work, and
/// signs people in by their certificates.
final class WorkstationDoor implements StartDoor {

    static final ZoneId HALL = ZoneId.of("Asia/Shanghai");

    private final Launch launch;
    private final Station.Kind kind;
    private final Function<OpenStation, Work> begin;
    private final Crew crew = new Crew();
    private @Nullable OpenStation station;
    private @Nullable Work work;

    WorkstationDoor(Launch launch, Station.Kind kind, Function<OpenStation, Work> begin) {
        this.launch = launch;
        this.kind = kind;
        this.begin = begin;
    }

    @Override
    public synchronized void open(char[] pin, Watch watch) {
        watch.begun(Say.it("start.step.kind"));
        var is = Station.read(launch.data()).kind();
        if (is != kind) {
            throw StationFailure.wrongKind(is, kind);
        }
        var opened = OpenStation.open(launch.data(), pin, launch.clock(),
                watch::hear);
        try {
            watch.begun(Say.it("start.step.work"));
            work = begin.apply(opened);
        } catch (RuntimeException trouble) {
            opened.close();
            throw trouble;
        }
        station = opened;
    }

    @Override
    public synchronized SignedIn signIn(Path medium, char[] pin) {
        var at = station();
        var token = FileToken.open(medium, pin);
        try {
            var shift = Shift.signIn(token, at.trust(), work().people(), at.clock().instant(),
                    at.station().device());
            crew.join(shift);
            return said(shift, at.certify(shift));
        } catch (Failure refused) {
            token.close();
            throw refused;
        }
    }

    @Override
    public synchronized void close() {
        var begun = work;
        var open = station;
        work = null;
        station = null;
        try {
            if (begun != null) {
                begun.close();
            }
        } finally {
            crew.leave();
            if (open != null) {
                open.close();
            }
        }
    }

    Crew crew() {
        return crew;
    }

    synchronized OpenStation station() {
        return present(station);
    }

    synchronized Work work() {
        return present(work);
    }

    private static SignedIn said(Shift shift, Optional<Failure> uncertified) {
        var certificate = shift.certificate();
        var until = LocalDate.ofInstant(certificate.notAfter(), HALL);
        var serial = certificate.serialHex();
        var tail = serial.substring(Math.max(0, serial.length() - 8));
        var text = switch (shift.verdict()) {
            case VALID, EXPIRED, NOT_YET_VALID, UNTRUSTED, REVOKED ->
                Say.it("start.certificate", tail, until);
            case UNKNOWN_REVOCATION -> Say.it("start.certificate.unchecked", tail, until);
        };
        return new SignedIn(shift.name(), shift.people().getFirst().unit(),
                RoleNames.of(shift.roles()), uncertified(text, uncertified));
    }

    /// Adds to what is said of a certificate that it could not certify the journal's session.
    static String uncertified(String text, Optional<Failure> why) {
        return why.map(failure -> Say.it("start.certificate.uncertified", text, failure.code()))
                .orElse(text);
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the station is not open");
        }
        return part;
    }
}
