package venue.evaluation;

import java.util.List;
import venue.domain.tender.Person;
import venue.ui.Launch;
import venue.ui.VenueApp;
import venue.ui.Work;
import venue.words.Words;
import venue.workstation.OpenStation;
import venue.workstation.Salvage;
import venue.workstation.Station;

/// The evaluation application (评标): one window at one seat of the evaluation room.
public final class EvaluationApp extends VenueApp {

    /// For the launcher and for rehearsals.
    public EvaluationApp() {}

    @Override
    protected Station.Kind kind() {
        return Station.Kind.EVALUATION;
    }

    @Override
    protected Words words() {
        return Say.WORDS;
    }

    @Override
    protected List<Person> roster(Salvage at) {
        return EvaluationWork.roster(at);
    }

    @Override
    protected Work work(OpenStation station, Launch launch) {
        return new EvaluationWork(station);
    }
}
