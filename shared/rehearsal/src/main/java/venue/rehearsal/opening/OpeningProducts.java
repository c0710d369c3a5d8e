package venue.rehearsal.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import venue.rehearsal.Cast;
import venue.rehearsal.prepare.OpenSsl;

/// What the opening leaves: the signed record and the parcel for the evaluation, laid out to be
/// looked at and checked by a program that is not ours.
final class OpeningProducts {

    private final Cast cast;

    OpeningProducts(Cast cast) {
        this.cast = cast;
    }

    void lay(Path parcel) {
        var record = cast.station("hall-1").resolve("work").resolve("record");
        try (var files = Files.list(record)) {
            for (var file : files.sorted().toList()) {
                copy(file, cast.products().resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        copy(parcel, cast.products().resolve("handover.parcel"));
        var pdf = cast.products().resolve("opening-record.pdf").toString();
        var cms = cast.products().resolve("opening-record.P-HOST.p7s").toString();
        var said = OpenSsl.Programs.result(cast.home(), List.of("openssl", "cms", "-verify",
                "-binary", "-inform", "DER", "-in", cms, "-content", pdf, "-noverify", "-out",
                "/dev/null"));
        cast.checks().check("开标", "openssl 验证主持人对开标记录的签名", said.exit() == 0, said.said());
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
