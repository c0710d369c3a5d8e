package venue.witness.parts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import venue.domain.witness.Incident;
import venue.domain.witness.Watch;

/// One finding chosen among some; keeps the choice while the watch goes on.
public final class IncidentPick {

    private final Predicate<Incident> which;
    private final ObjectProperty<List<Incident>> items = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Incident>> chosen = new SimpleObjectProperty<>(
            Optional.empty());

    /// Among those that `which` holds for.
    public IncidentPick(Predicate<Incident> which) {
        this.which = which;
    }

    /// Shows the findings of now; the newest one is chosen when none was.
    public void show(Watch watch) {
        var now = watch.incidents().values().stream().filter(which).toList();
        var id = chosen.get().map(Incident::id);
        chosen.set(now.stream().filter(one -> id.filter(one.id()::equals).isPresent()).findFirst()
                .or(() -> now.isEmpty() ? Optional.empty() : Optional.of(now.getLast())));
        items.set(now);
    }

    /// All of them.
    public ObjectProperty<List<Incident>> itemsProperty() {
        return items;
    }

    /// The chosen one.
    public ObjectProperty<Optional<Incident>> chosenProperty() {
        return chosen;
    }

    /// The chosen one.
    public Optional<Incident> chosen() {
        return chosen.get();
    }
}
