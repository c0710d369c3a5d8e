package venue.capture;

import java.io.IOException;
import java.io.InputStream;
import venue.domain.witness.ExhibitKind;
import venue.domain.witness.ExhibitOrigin;
import venue.domain.witness.WitnessEvent.Source;

/// Where a piece of evidence comes from: something that can be read once, from its first byte.
public interface CaptureSource {

    /// What it is.
    ExhibitKind kind();

    /// Whether this program took it, or somebody brought it.
    ExhibitOrigin origin();

    /// What people call it.
    String title();

    /// The device, its serial number, and the name the file had.
    Source source();

    /// Its format, e.g. `image/png`.
    String mediaType();

    /// The bytes. The caller closes the stream.
    InputStream open() throws IOException;
}
