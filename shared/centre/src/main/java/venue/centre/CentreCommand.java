package venue.centre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import venue.crypto.Bytes;
import venue.words.Failure;
import venue.words.Language;
import venue.words.Words;

/// `centre [--port N] [--data DIR]`: starts the server alone and runs until it is interrupted. On
/// the first run it makes itself an identity and a small device authority.
public final class CentreCommand {

    private static final Words WORDS = Words.of("venue.centre", CentreCommand.class);
    private static final int PORT = 8443;

    private CentreCommand() {}

    private record Options(int port, Path data, boolean help) {}

    /// Runs; the exit status is 0 after an orderly stop, 1 after a failure of the world, 2 when the
    /// options are wrong.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            var options = options(arguments);
            if (options.help()) {
                System.out.println(WORDS.say(Language.ZH, "command.help"));
                System.out.println();
                System.out.println(WORDS.say(Language.EN, "command.help"));
                return 0;
            }
            serve(options);
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(WORDS.say("command.help"));
            return 2;
        } catch (Failure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void serve(Options options) {
        var identity = identity(options.data());
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (var centre = Centre.start(options.data(), options.port(), identity)) {
            Runtime.getRuntime().addShutdownHook(
                    Thread.ofPlatform().name("stop").unstarted(() -> {
                        stop.countDown();
                        await(stopped);
                    }));
            System.out.println(WORDS.say("command.started", centre.uri(),
                    centre.dutyPage(), options.data().toAbsolutePath(),
                    Integer.toString(centre.devices().size())));
            await(stop);
        } finally {
            stopped.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CentreIdentity identity(Path data) {
        var pinFile = data.resolve("centre.pin");
        try {
            if (!Files.exists(data.resolve(CentreIdentity.VAULT))) {
                create(data, pinFile);
                System.out.println(WORDS.say("command.created", data.toAbsolutePath()));
            }
            var pin = Files.readString(pinFile).strip().toCharArray();
            return CentreIdentity.open(data, pin);
        } catch (IOException e) {
            throw new CentreFailure(CentreFailure.DATA_READ_ONLY, e, data);
        }
    }

    /// The PIN lies beside the vault, readable for the owner only: an unattended server has
    /// nobody to type it. A centre with an operator takes the file away and lays it back for each
    /// start.
    private static void create(Path data, Path pinFile) throws IOException {
        Files.createDirectories(data);
        var pin = Bytes.random(16).hex();
        Files.writeString(pinFile, pin + "\n");
        if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-------"));
        }
        var now = Instant.now();
        var authority = DeviceAuthority.create("Venue device authority", now);
        var hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1",
                java.net.InetAddress.getLocalHost().getHostName()));
        var tls = authority.issueCentre(List.copyOf(hosts), pin.toCharArray(), now);
        Centre.enrol(data, pin.toCharArray(), tls, pin.toCharArray(),
                List.of(authority.certificate()));
        authority.save(data, pin.toCharArray());
    }

    private static Options options(String[] arguments) {
        int port = PORT;
        var data = Path.of("centre-data");
        boolean help = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h" -> help = true;
                case "--port" -> port = port(value(arguments, ++i));
                case "--data" -> data = Path.of(value(arguments, ++i));
                default -> throw new IllegalArgumentException(
                        WORDS.say("command.unknown", arguments[i]));
            }
        }
        return new Options(port, data, help);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(
                    WORDS.say("command.value", arguments[index - 1]));
        }
        return arguments[index];
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(WORDS.say("command.port", text));
        }
        return Integer.parseInt(text);
    }
}
