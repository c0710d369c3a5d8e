package venue.bidopen.session;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import venue.ui.Launch;
import venue.ui.RoleNames;
import venue.ui.StartDoor;

/// What the first screens ask of the host's desk.
public final class HallDoor implements StartDoor {

    private final Launch launch;
    private volatile @Nullable Workplace place;

    /// A door to the station that `launch` names.
    public HallDoor(Launch launch) {
        this.launch = launch;
    }

    /// The desk, once its station is open.
    public Optional<Workplace> place() {
        return Optional.ofNullable(place);
    }

    @Override
    public void open(char[] pin, Watch watch) {
        place = Workplace.open(launch.data(), pin, launch.clock(), watch::hear);
    }

    @Override
    public SignedIn signIn(Path medium, char[] pin) {
        var shift = place().orElseThrow(BidOpenFailure::noProject).signIn(medium, pin);
        var certificate = shift.certificate();
        return new SignedIn(shift.name(), shift.people().getFirst().unit(),
                RoleNames.of(shift.roles()), Say.it("signed-in.certificate",
                        certificate.serialHex(),
                        Say.time(certificate.notAfter()).substring(0, 10)));
    }

    @Override
    public void close() {
        place().ifPresent(Workplace::close);
    }
}
