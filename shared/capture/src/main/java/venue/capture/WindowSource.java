package venue.capture;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import venue.crypto.Bytes;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.WitnessEvent.Source;

/// A picture of the application's own window (本机截屏), as PNG, given by the screen.
public record WindowSource(Bytes png, String title, String device) implements CaptureSource {

    @Override
    public ExhibitKind kind() {
        return ExhibitKind.SCREEN;
    }

    @Override
    public ExhibitOrigin origin() {
        return ExhibitOrigin.CAPTURED;
    }

    @Override
    public Source source() {
        return new Source(device, "", "");
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(png.array());
    }
}
