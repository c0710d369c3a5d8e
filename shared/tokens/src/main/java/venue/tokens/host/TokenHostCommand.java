package venue.tokens.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/// The process that a vendor's driver runs in. It is started by the application only, takes no
/// arguments and ends when the application does.
public final class TokenHostCommand {

    private TokenHostCommand() {}

    /// Serves until the input ends.
    public static void main(String[] arguments) throws IOException {
        var out = PrivateChannel.take();
        System.setOut(System.err);
        new Serving(new FileInputStream(FileDescriptor.in), out).run();
    }
}
