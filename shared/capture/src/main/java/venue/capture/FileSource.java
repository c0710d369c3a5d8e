package venue.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.WitnessEvent.Source;

/// A file that somebody brought (外部导入). What happened to it before is not known here, and said so.
public record FileSource(Path file, ExhibitKind kind, String title, String device, String serial)
        implements
            CaptureSource {

    /// 4 GiB; more is taken in as several pieces.
    public static final long SIZE_BYTES_MAX = 4L << 30;

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"),
            Map.entry("pdf", "application/pdf"), Map.entry("mp4", "video/mp4"),
            Map.entry("wav", "audio/wav"), Map.entry("mp3", "audio/mpeg"),
            Map.entry("txt", "text/plain"), Map.entry("log", "text/plain"),
            Map.entry("csv", "text/csv"), Map.entry("json", "application/json"));

    @Override
    public ExhibitOrigin origin() {
        return ExhibitOrigin.IMPORTED;
    }

    @Override
    public Source source() {
        return new Source(device, serial, name());
    }

    @Override
    public String mediaType() {
        var name = name();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    @Override
    public InputStream open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CaptureFailure(CaptureFailure.Code.FILE_MISSING, name());
        }
        if (Files.size(file) > SIZE_BYTES_MAX) {
            throw new CaptureFailure(CaptureFailure.Code.FILE_TOO_LARGE, name());
        }
        return Files.newInputStream(file);
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
