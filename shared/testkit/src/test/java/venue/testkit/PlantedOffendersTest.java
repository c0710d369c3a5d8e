package venue.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The build's own checks, each seen to refuse a planted offender (`shared/testkit/planted`).
class PlantedOffendersTest {

    @Test
    void everyCheckOfTheBuildBites() throws IOException, InterruptedException {
        var said = build();
        assertAll(() -> says(said, "planted-format", "format violations"),
                () -> says(said, "planted-lint", "[rawtypes] found raw type"),
                () -> says(said, "planted-errorprone", "[SelfEquals]"),
                () -> says(said, "planted-nullaway", "[NullAway] returning @Nullable"),
                () -> says(said, "planted-enforcer", "BannedDependencies"),
                () -> assertFalse(said.contains("BUILD SUCCESS"), said));
    }

    private static void says(String log, String module, String reason) {
        assertTrue(log.contains("on project " + module), module + " was not refused:\n" + log);
        assertTrue(log.contains(reason), reason + " was not given:\n" + log);
    }

    private static String build() throws IOException, InterruptedException {
        var top = Path.of(System.getProperty("venue.top"));
        var log = Files.createTempFile("planted", ".log");
        var maven = new ProcessBuilder("mvn", "-B", "-o", "-fae", "compile")
                .directory(top.resolve("shared/testkit/planted").toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        maven.environment().remove("JAVA_HOME");
        var process = maven.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(240, TimeUnit.SECONDS), "the planted build hangs");
        return Files.readString(log);
    }
}
