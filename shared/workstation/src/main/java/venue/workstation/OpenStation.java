package venue.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Ed25519;
import venue.crypto.FileToken;
import venue.crypto.Token;
import venue.crypto.TrustList;
import venue.crypto.Vault;
import venue.journal.Journal;
import venue.journal.JournalFailure;
import venue.journal.JournalKeys;

/// A workstation in use: its journal is open and checked, its trust list read, its clock running.
public final class OpenStation implements AutoCloseable {

    private final Startup startup = new Startup();
    private final HallClock clock;
    private @Nullable Station station;
    private @Nullable JournalKeys keys;
    private @Nullable TrustList trust;
    private @Nullable Journal journal;
    private @Nullable Token token;
    private char[] devicePin = new char[0];

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
        try (var vault = Vault.open(station().dir().resolve("station.vault"), pin)) {
            var seed = vault.secret(Station.SEED);
            var key = Ed25519.Key.of(seed);
            Arrays.fill(seed, (byte) 0);
            var own = JournalKeys.of(key, Bytes.of(vault.secret(Station.DATA_KEY)))
                    .writing(station().device(), station().kind().writes());
            keys = station().peers().into(own, station().device());
            devicePin = new String(vault.secret(Station.DEVICE_PIN), StandardCharsets.UTF_8)
                    .toCharArray();
        } catch (CryptoFailure e) {
            throw e.code().equals(CryptoFailure.Code.VAULT_PIN_WRONG.name())
                    ? StationFailure.pinWrong(e)
                    : StationFailure.damaged(station().dir().resolve("station.vault"), e);
        }
    }

    private void openJournal(Startup.Reporter reporter) {
        var dir = station().journalFolder();
        try {
            journal = Journal.open(dir, present(keys), station().device(), clock,
                    progress -> reporter.report(progress.done(), progress.total()));
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
        if (Files.isRegularFile(station().deviceFile())) {
            token = FileToken.open(station().deviceFile(), devicePin.clone());
        }
    }

    private void forget() {
        Arrays.fill(devicePin, '\0');
        keys = null;
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
        return devicePin.clone();
    }

    /// The device key of the journal, to sign requests with.
    public Ed25519.Key deviceKey() {
        return present(keys).device();
    }

    /// Ends everything in reverse order. Closing twice does nothing.
    @Override
    public void close() {
        startup.takeBack(_ -> {});
    }
}
