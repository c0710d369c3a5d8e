package venue.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.crypto.CryptoFailure;
import venue.domain.base.DeviceId;
import venue.sync.DeviceKind;

class CentreStartTest {

    @TempDir
    Path dir;

    @Test
    void namesTheBusyPortAndTheWayOut() throws IOException {
        try (var venue = new Venue(dir); var busy = new ServerSocket(0)) {
            int port = busy.getLocalPort();
            var failure = assertThrows(CentreFailure.class,
                    () -> Centre.start(dir.resolve("other"), port, venue.identity));
            assertEquals("PORT_BUSY", failure.code());
            assertTrue(failure.what().contains(Integer.toString(port)), failure.what());
            assertTrue(failure.remedy().contains("--port"), failure.remedy());
            Centre.start(dir.resolve("other"), 0, venue.identity).close();
        }
    }

    @Test
    void refusesADataDirectoryThatIsAFile() throws IOException {
        try (var venue = new Venue(dir)) {
            var file = Files.writeString(dir.resolve("plain"), "no directory");
            var failure = assertThrows(CentreFailure.class,
                    () -> Centre.start(file, 0, venue.identity));
            assertEquals("DATA_READ_ONLY", failure.code());
            assertTrue(failure.what().contains("plain"));
        }
    }

    @Test
    void refusesToWorkTwiceOnTheSameData() {
        try (var venue = new Venue(dir)) {
            var failure = assertThrows(CentreFailure.class,
                    () -> Centre.start(dir.resolve("centre"), 0, venue.identity));
            assertEquals("DATA_IN_USE", failure.code());
        }
    }

    @Test
    void opensItsIdentityWithTheRightPinOnly() {
        try (var venue = new Venue(dir)) {
            var again = CentreIdentity.open(dir.resolve("centre"), Venue.PIN);
            assertEquals(venue.identity.witness(), again.witness());
            assertThrows(CryptoFailure.class,
                    () -> CentreIdentity.open(dir.resolve("centre"), "00000000".toCharArray()));
        }
        var missing = assertThrows(CentreFailure.class,
                () -> CentreIdentity.open(dir.resolve("nowhere"), Venue.PIN));
        assertEquals("IDENTITY_MISSING", missing.code());
    }

    @Test
    void makesItsIdentityOnceAndFailsOnABusyPortWithStatusOne() throws IOException {
        assertEquals(0, CentreCommand.run("--help"));
        assertEquals(2, CentreCommand.run("--port"));
        assertEquals(2, CentreCommand.run("--port", "70000"));
        assertEquals(2, CentreCommand.run("--colour", "red"));
        var data = dir.resolve("fresh");
        try (var busy = new ServerSocket(0)) {
            var port = Integer.toString(busy.getLocalPort());
            assertEquals(1, CentreCommand.run("--port", port, "--data", data.toString()));
            var key = Files.readString(data.resolve("witness.vkey"));
            assertEquals(1, CentreCommand.run("--port", port, "--data", data.toString()));
            assertEquals(key, Files.readString(data.resolve("witness.vkey")));
        }
        var pin = Files.readString(data.resolve("centre.pin")).strip().toCharArray();
        var authority = DeviceAuthority.open(data, pin);
        assertEquals(authority.certificate(),
                CentreIdentity.open(data, pin).authorities().getFirst());
    }

    @Test
    void readsItsListsAtTheStart() throws IOException {
        try (var venue = new Venue(dir)) {
            var data = dir.resolve("lists");
            var devices = Files.createDirectories(data.resolve("devices"));
            var assignments = Files.createDirectories(data.resolve("assignments"));
            Files.writeString(devices.resolve("hall-1.json"), """
                    {"id":"hall-1","kind":"BIDOPEN","room":"hall","key":"%s",
                     "certificate":"%s","tenders":["%s"]}""".formatted(
                    venue.journalKeys("hall-1").device().pub().base64(),
                    Venue.certificate(Venue.keys("hall-1")), Venue.LOT));
            Files.writeString(assignments.resolve("package.zip"), "a package");
            Files.writeString(assignments.resolve("package.json"), """
                    {"tender":"%s","kind":"project","title":"项目包","file":"package.zip",
                     "devices":["hall-1"]}""".formatted(Venue.LOT));
            try (var centre = Centre.start(data, 0, venue.identity)) {
                assertEquals(new DeviceId("hall-1"), centre.devices().getFirst().id());
                assertEquals(DeviceKind.BIDOPEN, centre.devices().getFirst().kind());
            }
            Centre.start(data, 0, venue.identity).close();
            Files.writeString(devices.resolve("seat-1.json"), "{\"id\":\"seat-1\"}");
            var failure = assertThrows(CentreFailure.class,
                    () -> Centre.start(data, 0, venue.identity));
            assertEquals("LIST_BROKEN", failure.code());
            assertTrue(failure.what().contains("seat-1.json"));
        }
    }
}
