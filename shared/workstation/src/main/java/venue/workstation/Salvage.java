package venue.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.domain.base.Role;
import venue.domain.tender.Person;
import venue.journal.Origin;
import venue.journal.Progress;
import venue.journal.Restoration;
import venue.journal.SessionEvent.Approval;
import venue.words.Failure;

/// A workstation whose journal cannot be opened (日志恢复): its keys and trust list are at hand, so
/// that two persons can let the journal go on from a copy as a new generation. Nothing is changed
/// before both have signed.
public final class Salvage implements AutoCloseable {

    /// Fewest characters of a reason.
    public static final int REASON_LEAST = 10;

    private static final Set<Role> WATCHING = Set.of(Role.SUPERVISOR, Role.OPENING_SUPERVISOR);
    private static final Set<Role> DOING = Set.of(Role.TECHNICIAN, Role.HOST);

    private final Station station;
    private final Secrets secrets;
    private final TrustList trust;
    private final InstantSource clock;
    private final @Nullable Token device;

    private Salvage(Station station, Secrets secrets, InstantSource clock) {
        this.station = station;
        this.secrets = secrets;
        this.clock = clock;
        this.trust = TrustList.read(station.trustFolder());
        this.device = secrets.deviceToken().orElse(null);
    }

    /// Opens what is needed with the workstation's PIN; the journal is not touched.
    ///
    /// @throws StationFailure STATION_PIN_WRONG, STATION_DAMAGED
    public static Salvage open(Path dir, char[] pin, InstantSource clock) {
        var station = Station.read(dir);
        var secrets = Secrets.open(station, pin);
        try {
            return new Salvage(station, secrets, clock);
        } catch (Failure e) {
            secrets.close();
            throw e;
        }
    }

    /// Where.
    public Station station() {
        return station;
    }

    /// The authorities it believes.
    public TrustList trust() {
        return trust;
    }

    /// The device's own certificate and key, to read packages with.
    public Optional<Token> deviceToken() {
        return Optional.ofNullable(device);
    }

    /// The hall time, as this machine has it.
    public InstantSource clock() {
        return clock;
    }

    /// Looks what could be carried over from `source`: a backup, or the journal's own folder.
    public Restoration plan(Path source, Consumer<Progress> progress) {
        return Restoration.plan(source, station.journalPlace(), secrets.keys(), station.device(),
                clock, progress);
    }

    /// One of the two persons: the certificate must be good, stand on `roster` or among the
    /// workstation's [Custodians], and the medium must prove its key. Close its token afterwards.
    ///
    /// @throws ShiftFailure NOT_ON_LIST, CERT_EXPIRED, CERT_REVOKED …, KEY_NOT_PROVED
    public Shift signIn(Path medium, char[] pin, List<Person> roster) {
        var token = FileToken.open(medium, pin);
        try {
            var people = new ArrayList<>(roster);
            people.addAll(Custodians.read(station.dir()).people());
            return Shift.signIn(token, trust, people, clock.instant(), station.device());
        } catch (Failure e) {
            token.close();
            throw e;
        }
    }

    /// Who may decide this together: two persons, one who watches (supervisor, opening supervisor)
    /// and one who does (technician, host). Everybody else is refused.
    ///
    /// @throws ShiftFailure SAME_PERSON, NOT_THESE_TWO
    public static TwoPerson pair(Shift first, Shift second, String act, Instant at) {
        if (first.person().equals(second.person())
                || first.certificate().publicKeySha256()
                        .equals(second.certificate().publicKeySha256())) {
            throw ShiftFailure.samePerson(first.name());
        }
        for (var watching : WATCHING) {
            for (var doing : DOING) {
                if (has(first, watching) && has(second, doing)) {
                    return new TwoPerson(first.acting(watching), second.acting(doing), act, at);
                }
                if (has(first, doing) && has(second, watching)) {
                    return new TwoPerson(first.acting(doing), second.acting(watching), act, at);
                }
            }
        }
        throw ShiftFailure.notTheseTwo(first.name(), second.name());
    }

    private static boolean has(Shift shift, Role role) {
        return shift.roles().contains(role);
    }

    /// Both sign the statement of the restoration, then it is carried out.
    ///
    /// @return the log that begins
    /// @throws ShiftFailure SAME_PERSON, NOT_THESE_TWO; nothing has been changed then
    /// @throws venue.journal.JournalFailure if it could not be carried out
    public Origin carryOut(Restoration plan, String reason, Shift first, Shift second) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var act = plan.statement(reason, at);
        pair(first, second, act, at);
        var approvals = new ArrayList<Approval>();
        for (var each : List.of(first, second)) {
            approvals.add(new Approval(each.person(), each.name(), Detached.sign(each.token(),
                    act.getBytes(StandardCharsets.UTF_8), at)));
        }
        return plan.run(reason, approvals, at);
    }

    @Override
    public void close() {
        secrets.close();
        if (device != null) {
            device.close();
        }
    }
}
