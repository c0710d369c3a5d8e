package venue.crypto.threshold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import venue.crypto.SealedBid;
import venue.crypto.Suite;

/// A tender with five holders, three of whom open, the centre or the supervisor among them.
record Circle(KeyPlan plan, List<MemoryToken> tokens, MemoryToken bidder) {

    static final String LOT = "A2102110000000001001001";
    static final Instant DEADLINE = MemoryToken.NOON.plus(Duration.ofDays(1));
    static final List<Office> OFFICES = List.of(Office.CENTRE, Office.HALL, Office.AGENCY,
            Office.SUPERVISOR, Office.WITNESS);

    static Circle make() {
        var tokens = new ArrayList<MemoryToken>();
        var seats = new ArrayList<KeyPlan.Seat>();
        for (var office : OFFICES) {
            var token = MemoryToken.of(office.name());
            tokens.add(token);
            seats.add(new KeyPlan.Seat(office, token.signing(), token.encryption(),
                    office == Office.CENTRE || office == Office.SUPERVISOR));
        }
        var plan = KeyPlan.deal(new KeyPlan.Order(LOT, "某代理", DEADLINE, 3, 1,
                Set.of(Remedy.RESCUE_CODE), seats), MemoryToken.NOON);
        return new Circle(plan, List.copyOf(tokens), MemoryToken.of("bidder"));
    }

    SealedBid seal(Path folder, String name) throws IOException {
        var plain = Files.write(folder.resolve(name + ".plain"),
                ("报价 " + name).getBytes(StandardCharsets.UTF_8));
        var file = folder.resolve(name + ".ebid");
        SealedBid.seal(plain, file,
                new SealedBid.Header(LOT, "", "91210100MA0000000X", name, MemoryToken.NOON),
                bidder.encryption(), plan.certificate(), Suite.SM);
        return SealedBid.open(file);
    }

    /// What a machine knows that was compared with the centre.
    static TimeLock.Reading compared(Instant now) {
        return new TimeLock.Reading(now, Duration.ofMillis(200), true, Optional.empty());
    }

    /// What a machine knows that never was.
    static TimeLock.Reading alone(Instant now) {
        return new TimeLock.Reading(now, Duration.ofDays(1), false, Optional.empty());
    }

    TimeLock.Passed passed(int number) {
        return TimeLock.judge(plan, compared(DEADLINE.plusSeconds(1)), number, false, false);
    }

    Release.Signed give(int number, SealedBid... bids) {
        return Release.give(plan, tokens.get(number - 1),
                List.of(bids).stream().map(SealedBid::wrappedB).toList(), passed(number));
    }
}
