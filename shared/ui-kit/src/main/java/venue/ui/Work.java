package venue.ui;

import java.util.List;
import venue.domain.tender.Person;

/// What an application does at its station, from start-up to closing. One for each window.
public interface Work extends AutoCloseable {

    /// Who may sign in here: the persons of the tenders at this station. Asked anew at each
    /// sign-in, beside the screen's thread, so it may read the disk.
    List<Person> people();

    /// The people are complete: fills the frame and shows the first page. On the screen's thread.
    void begin(Workplace place);

    /// Ends what [VenueApp#work] began, before the station itself is closed. Beside the screen's
    /// thread.
    @Override
    void close();
}
