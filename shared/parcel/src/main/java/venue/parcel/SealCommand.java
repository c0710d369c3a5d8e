package venue.parcel;

import java.time.InstantSource;
import venue.words.Failure;

/// The bidder's command `seal`: packs a folder, signs it, seals it (加密投标文件) to the bidder
/// and the tender side, and reads the result back.
public final class SealCommand {

    private SealCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Told.over(System.out, System.err), InstantSource.system()));
    }

    static int run(String[] arguments, Told told, InstantSource clock) {
        if (Options.asksForHelp(arguments)) {
            told.help("help.seal");
            return 0;
        }
        try {
            var order = SealOrder.of(Options.of(arguments, SealOrder.KNOWN, false));
            return new Sealer(order, told, clock).run();
        } catch (Options.Misused e) {
            told.fault(e.sentence());
            told.progress("command.help", "seal");
            return 2;
        } catch (Failure e) {
            told.failure(e);
            return 1;
        }
    }
}
