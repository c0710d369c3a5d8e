package venue.parcel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `seal` was asked to do.
///
/// @param tenderCertificate the tender side's certificate, unless `project` is given
/// @param project a project package, or the plan in it, with the opening key
/// @param trust folder with the authorities that are believed and their revocation lists
/// @param rescue where to write a rescue code
/// @param backup where to write a backup file
record SealOrder(String tender, Path bidderP12, Optional<String> pinEnv, Optional<Path> pinFile,
        Optional<Path> tenderCertificate, Optional<Path> project, Optional<Path> trust, Path in,
        Path out, Optional<Path> receipt, Optional<Path> rescue, Optional<Path> backup) {

    static final List<String> KNOWN = List.of("--tender", "--bidder-p12", "--pin-env",
            "--pin-file", "--tender-cert", "--project", "--trust", "--in", "--out", "--receipt",
            "--rescue", "--backup");

    static SealOrder of(Options options) throws Options.Misused {
        var tender = options.must("--tender");
        if (!tender.matches("[A-Z0-9]{23}")) {
            throw new Options.Misused("command.tender", tender);
        }
        if (options.may("--pin-env").isPresent() == options.may("--pin-file").isPresent()) {
            throw new Options.Misused("command.pin");
        }
        if (options.may("--tender-cert").isPresent() == options.may("--project").isPresent()) {
            throw new Options.Misused("command.key");
        }
        try {
            return new SealOrder(tender, Path.of(options.must("--bidder-p12")),
                    options.may("--pin-env"), options.may("--pin-file").map(Path::of),
                    options.may("--tender-cert").map(Path::of),
                    options.may("--project").map(Path::of), options.may("--trust").map(Path::of),
                    Path.of(options.must("--in")), Path.of(options.must("--out")),
                    options.may("--receipt").map(Path::of), options.may("--rescue").map(Path::of),
                    options.may("--backup").map(Path::of));
        } catch (InvalidPathException e) {
            throw new Options.Misused("command.path", e.getInput());
        }
    }

    /// The PIN; the caller wipes it.
    char[] pin() throws Options.Misused {
        return pin(pinEnv, pinFile);
    }

    static char[] pin(Optional<String> env, Optional<Path> file) throws Options.Misused {
        if (env.isPresent() == file.isPresent()) {
            throw new Options.Misused("command.pin");
        }
        if (env.isPresent()) {
            var value = System.getenv(env.get());
            if (value == null || value.isEmpty()) {
                throw new Options.Misused("command.noenv", env.get());
            }
            return value.toCharArray();
        }
        return read(file.orElseThrow());
    }

    private static char[] read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParcelFailure(ParcelFailure.Code.PART_UNREADABLE, e, file);
        }
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
        var pin = new char[text.remaining()];
        text.get(pin);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return pin;
    }
}
