package venue.workstation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import venue.crypto.Ed25519;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.journal.Author;
import venue.journal.Families;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.SessionEvent.IncidentNoted;
import venue.words.Failure;

/// A workstation in use: its journal is open and checked, its trust list read, its clock running.
public final class OpenStation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStation.class);

    private final Startup startup = new Startup();
    private final HallClock clock;
    private @Nullable Station station;
    private @Nullable Secrets secrets;
    private @Nullable TrustList trust;
    private @Nullable Journal journal;
    private @Nullable Token token;
    private final ReentrantLock certifying = new ReentrantLock();
    private boolean certified;
    private volatile @Nullable Failure uncertified;

    private OpenStation(Path dir, char[] pin, HallClock clock) {
        this.clock = clock;
        startup.step("station", _ -> station = Station.read(dir))
                .step("vault", _ -> openVault(pin), this::forget)
                .step("trust", _ -> trust = TrustList.read(station().trustFolder()))
                .step("journal", this::openJournal, () -> journal().close())
                .step("clock", _ -> checkClock())
                .step("device", _ -> openToken(), () -> deviceToken().ifPresent(Token::close));
    }

    /// Opens the workstation in `dir` with its PIN, telling of each step.
    ///
    /// @param clock the hall clock; `HallClock.system()` but for rehearsals
    /// @throws StationFailure STATION_MISSING, STATION_PIN_WRONG, ALREADY_RUNNING, DATA_READ_ONLY …
    /// @throws JournalFailure DAMAGED …
    public static OpenStation open(Path dir, char[] pin, HallClock clock,
            Consumer<Startup.News> news) {
        var open = new OpenStation(dir, pin, clock);
        open.startup.run(news);
        return open;
    }

    /// The same with a clock over `source`.
    public static OpenStation open(Path dir, char[] pin, InstantSource source,
            Consumer<Startup.News> news) {
        return open(dir, pin, source instanceof HallClock hall ? hall : HallClock.over(source),
                news);
    }

    /// The names of the steps, to be shown before they run.
    public static List<String> steps() {
        return new OpenStation(Path.of(""), new char[0], HallClock.system()).startup.names();
    }

    private void openVault(char[] pin) {
        secrets = Secrets.open(station(), pin);
    }

    private void openJournal(Startup.Reporter reporter) {
        var dir = station().journalFolder();
        try {
            journal = Journal.open(station().journalPlace(), present(secrets).keys(),
                    station().device(), clock, progress -> reporter.report(progress.step(),
                            progress.done(), progress.total()),
                    Families.house());
        } catch (JournalFailure e) {
            throw switch (e.code()) {
                case "IN_USE" -> StationFailure.alreadyRunning(dir, e);
                case "READ_ONLY" -> StationFailure.readOnly(dir, e);
                default -> e;
            };
        }
    }

    private void checkClock() {
        var origin = journal().origin();
        var last = journal().after(origin, Math.max(0, journal().size() - 2)).getFirst().stamp();
        var now = clock.instant();
        if (now.isBefore(last.at().minusSeconds(60))) {
            throw StationFailure.clockBehind(now, last.at());
        }
    }

    private void openToken() {
        token = present(secrets).deviceToken().orElse(null);
    }

    private void forget() {
        present(secrets).close();
        secrets = null;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the workstation is not open");
        }
        return part;
    }

    /// What it is.
    public Station station() {
        return present(station);
    }

    /// Its journal.
    public Journal journal() {
        return present(journal);
    }

    /// The authorities it believes.
    public TrustList trust() {
        return present(trust);
    }

    /// The hall time.
    public HallClock clock() {
        return clock;
    }

    /// The device's own certificate and key; empty at a workstation that never goes on the network.
    public Optional<Token> deviceToken() {
        return Optional.ofNullable(token);
    }

    /// A copy of the PIN of [Station#deviceFile], for the network's key store.
    public char[] devicePin() {
        return present(secrets).pin().clone();
    }

    /// The device key of the journal, to sign requests with.
    public Ed25519.Key deviceKey() {
        return present(secrets).keys().device();
    }

    /// The first person who signs in certifies the journal's session key with the token they
    /// signed in with; later ones find it done. Work goes on when it fails: the journal notes that,
    /// and the next sign-in tries again. Beside the screen's thread.
    ///
    /// @return why it could not be done
    public Optional<Failure> certify(Shift shift) {
        certifying.lock();
        try {
            if (!certified) {
                var acting = shift.acting();
                journal().certify(Author.of(acting, Author.NO_TENDER), shift.token());
                certified = true;
                uncertified = null;
            }
        } catch (Failure e) {
            LOG.warn("session.not-certified {}", e.code(), e);
            uncertified = e;
            note(e);
        } finally {
            certifying.unlock();
        }
        return uncertified();
    }

    private void note(Failure failure) {
        var device = station().device();
        try {
            journal().append(Author.station(device),
                    List.of(new IncidentNoted("SESSION_NOT_CERTIFIED", failure.code(),
                            clock.instant())));
        } catch (JournalFailure e) {
            failure.addSuppressed(e);
            uncertified = e;
        }
    }

    /// Why nobody has certified the session key although somebody has signed in.
    public Optional<Failure> uncertified() {
        return Optional.ofNullable(uncertified);
    }

    /// Ends everything in reverse order. Closing twice does nothing.
    @Override
    public void close() {
        startup.takeBack(_ -> {});
    }
}
