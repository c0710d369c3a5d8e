package venue.ui;

import java.nio.file.Path;
import venue.workstation.Startup;

/// What the first screens ask of the machine. Every method may take its time and runs beside the
/// screen's thread; trouble comes as [venue.words.Failure].
public interface StartDoor {

    /// Hears how the start-up goes. Any thread.
    interface Watch {
        /// A step has begun; the one before is finished.
        void begun(String title);

        /// How far the present step is, 0 to 1.
        void progress(double fraction);

        /// What of the present step is being done and how much of it, in words.
        void counted(String sentence);

        /// Passes on what a station's start-up tells.
        default void hear(Startup.News news) {
            if (news.standing() != Startup.Standing.RUNNING) {
                return;
            }
            if (news.total() > 0) {
                progress((double) news.done() / news.total());
                counted(news.count());
            } else if (news.part().isEmpty()) {
                begun(news.say());
            }
        }
    }

    /// Somebody who has signed in at this desk.
    ///
    /// @param certificate serial number and expiry, as a clerk reads them
    record SignedIn(String name, String unit, String roles, String certificate) {}

    /// Starts the station with its PIN (本机口令). Failed steps have been taken back when it throws.
    void open(char[] pin, Watch watch);

    /// Signs a person in with a certificate medium.
    SignedIn signIn(Path medium, char[] pin);

    /// Takes back what was opened, when the window closes before the work begins.
    void close();
}
