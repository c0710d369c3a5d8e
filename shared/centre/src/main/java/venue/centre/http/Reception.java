package venue.centre.http;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import venue.centre.Device;
import venue.centre.store.RequestBook;
import venue.domain.base.TenderId;
import venue.journal.Origin;
import venue.sync.wire.ClockSample;
import venue.sync.wire.Cursor;
import venue.sync.wire.Hello;
import venue.sync.wire.Json;
import venue.sync.wire.Offer;
import venue.sync.wire.Peer;
import venue.sync.wire.Protocol;
import venue.sync.wire.TaskList;
import venue.sync.wire.Welcome;

/// Where every round begins: who are you, what time is it, how far has each log come, what waits.
final class Reception {

    private final House house;

    Reception(House house) {
        this.house = house;
    }

    Answer hello(Visit visit) throws IOException {
        var hello = Json.read(visit.body(Protocol.JSON_BYTES_MAX), Hello.class);
        var device = visit.device();
        if (!Protocol.speaks(hello.protocol())) {
            throw new Rejected(426, "VERSION", hello.protocol(), Protocol.VERSION);
        }
        if (!hello.device().equals(device.id().value())) {
            throw new Rejected(403, "OTHER_DEVICE", hello.device());
        }
        if (hello.generation() > 0) {
            noticeRollback(device, hello);
        }
        house.registry().heard(device.id(), software(hello), hello.size(), now());
        return Answer.json(new Welcome(Protocol.VERSION, Protocol.SOFTWARE, device.id().value(),
                device.kind().name(), device.room(),
                device.tenders().stream().map(TenderId::value).sorted().toList(),
                house.identity().witness().text(), sample(hello.nonce()), peers(device),
                offer(device)));
    }

    private static String software(Hello hello) {
        var text = hello.software();
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    /// A log that is shorter than what was here already: the disk was set back.
    private void noticeRollback(Device device, Hello hello) {
        var origin = new Origin(device.id(), hello.generation());
        long held = house.logs().size(origin);
        int newest = house.logs().newestGeneration(device.id());
        if (hello.size() < held) {
            rolledBack(device, origin.name() + " " + hello.size() + " < " + held);
        } else if (hello.generation() < newest) {
            rolledBack(device, origin.name() + " < g" + newest);
        }
    }

    private void rolledBack(Device device, String detail) {
        house.book().alarm(
                new RequestBook.Alarm(now(), device.id().value(), "ROLLED_BACK", detail), null);
    }

    Answer clock(Visit visit) {
        return Answer.json(sample(visit.query("nonce").orElse("")));
    }

    private ClockSample sample(String nonce) {
        if (!nonce.matches("[0-9a-f]{32,64}")) {
            throw new Rejected(400, "NONCE");
        }
        var at = now().toString();
        var signature = house.identity().sign(ClockSample.message(nonce, at));
        return new ClockSample(nonce, at, signature.base64());
    }

    Answer cursors(Visit visit) {
        return Answer.json(new Offer(offer(visit.device())));
    }

    Answer assignments(Visit visit) {
        return Answer.json(new TaskList(house.tasks().of(visit.device().id())));
    }

    private List<Peer> peers(Device device) {
        return house.registry().neighbours(device).stream()
                .filter(other -> !other.id().equals(device.id()))
                .map(other -> new Peer(other.id().value(), other.kind().name(), other.room(),
                        other.key().base64()))
                .toList();
    }

    private List<Cursor> offer(Device device) {
        var readable = house.registry().neighbours(device).stream()
                .map(other -> other.id().value()).toList();
        return house.logs().cursors().stream()
                .filter(cursor -> readable.contains(cursor.device())).toList();
    }

    private Instant now() {
        return house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
