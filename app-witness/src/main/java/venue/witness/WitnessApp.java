package venue.witness;

import java.util.List;
import venue.domain.tender.Person;
import venue.ui.Launch;
import venue.ui.VenueApp;
import venue.ui.Work;
import venue.words.Words;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;
import venue.workstation.Station;

/// The witness application (见证): one window at a witness's desk.
public final class WitnessApp extends VenueApp {

    /// For the launcher and for rehearsals.
    public WitnessApp() {}

    @Override
    protected Station.Kind kind() {
        return Station.Kind.WITNESS;
    }

    @Override
    protected Words words() {
        return Say.WORDS;
    }

    @Override
    protected List<Person> roster(Salvage at) {
        return WitnessWork.roster(at);
    }

    @Override
    protected Work work(OpenStation station, Launch launch) {
        return new WitnessWork(station);
    }
}
