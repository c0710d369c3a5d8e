package venue.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.testkit.Duty;

class FaultsTest {

    /// Shares no factor with the number of faults per call, so that all sorts come up.
    private static final int STRIDE = 17;

    @TempDir
    Path dir;

    @Test
    @Duty("HOUSE-1")
    void losesNothingThatWasToldWhicheverCallFails() throws IOException {
        Lab.missing().ifPresent(System.err::println);
        assumeTrue(Lab.missing().isEmpty(), () -> Lab.missing().orElse(""));
        try (var lab = Lab.set()) {
            var days = new Faults(lab, dir.resolve("faults.trace")).run(STRIDE);
            assertEquals(List.of(), days.stream().filter(day -> !day.isGood()).toList());
            assertEquals("", days.getFirst().answers(), "a day without a fault");
            assertTrue(days.stream().skip(1).allMatch(day -> day.struck() > 0), days::toString);
            assertTrue(days.stream().anyMatch(day -> day.answers().contains("append STOPPED")),
                    days::toString);
        }
    }

    @Test
    void sweepsEveryCallOfEachKind() {
        var faults = Fault.sweep(Map.of("fsync", 2L, "rename", 1L, "fired", 9L), 1);
        assertEquals(List.of("fsync-1-EIO", "fsync-1-EIO+", "fsync-2-EIO", "fsync-2-EIO+",
                "rename-1-EIO"), faults.stream().map(Fault::text).toList());
        assertEquals(faults, faults.stream().map(Fault::text).map(Fault::parse).toList());
    }
}
