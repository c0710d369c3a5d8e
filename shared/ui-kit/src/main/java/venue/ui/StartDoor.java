package venue.ui;

import java.nio.file.Path;

/// What the first screens ask of the machine. Every method may take its time and runs beside the
/// screen's thread; trouble comes as [venue.words.Failure].
public interface StartDoor {

    /// Hears how the start-up goes. Any thread.
    interface Watch {
        /// A step has begun; the one before is finished.
        void begun(String title);

        /// How far the present step is, 0 to 1.
        void progress(double fraction);
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
