package venue.workstation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import venue.crypto.Bytes;
import venue.crypto.CryptoFailure;
import venue.crypto.Ed25519;
import venue.crypto.FileToken;
import venue.crypto.Token;
import venue.crypto.Vault;
import venue.journal.JournalKeys;

/// What the workstation's vault holds, once the PIN has opened it.
@SuppressWarnings("ArrayRecordComponent") // wiped when closed, so no text
record Secrets(Station station, JournalKeys keys, char[] pin) implements AutoCloseable {

    /// @throws StationFailure STATION_PIN_WRONG, STATION_DAMAGED
    static Secrets open(Station station, char[] pin) {
        var file = station.dir().resolve("station.vault");
        try (var vault = Vault.open(file, pin)) {
            var seed = vault.secret(Station.SEED);
            var key = Ed25519.Key.of(seed);
            Arrays.fill(seed, (byte) 0);
            var own = JournalKeys.of(key, Bytes.of(vault.secret(Station.DATA_KEY)))
                    .writing(station.device(), station.kind().writes());
            return new Secrets(station, station.peers().into(own, station.device()),
                    new String(vault.secret(Station.DEVICE_PIN), StandardCharsets.UTF_8)
                            .toCharArray());
        } catch (CryptoFailure e) {
            throw e.code().equals(CryptoFailure.Code.VAULT_PIN_WRONG.name())
                    ? StationFailure.pinWrong(e)
                    : StationFailure.damaged(file, e);
        }
    }

    /// The device's own certificate and key for the network, where it has one.
    Optional<Token> deviceToken() {
        return Files.isRegularFile(station.deviceFile())
                ? Optional.of(FileToken.open(station.deviceFile(), pin.clone()))
                : Optional.empty();
    }

    @Override
    public void close() {
        Arrays.fill(pin, '\0');
    }
}
