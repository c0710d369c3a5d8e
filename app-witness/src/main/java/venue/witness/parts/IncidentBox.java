package venue.witness.parts;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import venue.domain.witness.Catalogue;
import venue.domain.witness.Incident;
import venue.domain.witness.IncidentId;
import venue.witness.Say;

/// Draws an [IncidentPick] as a box to choose from.
public final class IncidentBox {

    private IncidentBox() {}

    /// The box with its id for tests.
    public static ComboBox<IncidentId> of(String id, IncidentPick pick) {
        var box = new ComboBox<IncidentId>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(Say.it("incident.choose"));
        box.setConverter(new Names(pick));
        Runnable fill = () -> {
            var ids = pick.itemsProperty().get().stream().map(Incident::id).toList();
            if (!box.getItems().equals(ids)) {
                box.getItems().setAll(ids);
            }
            box.setValue(pick.chosen().map(Incident::id).orElse(null));
        };
        pick.itemsProperty().addListener((_, _, _) -> fill.run());
        fill.run();
        box.setOnAction(_ -> pick.itemsProperty().get().stream()
                .filter(one -> one.id().equals(box.getValue())).findFirst()
                .ifPresent(one -> pick.chosenProperty().set(Optional.of(one))));
        return box;
    }

    /// `J001 BID02 未按时解密 · 沈阳某公司`
    public static String line(Incident incident) {
        return incident.id().brief() + "  " + incident.code() + " "
                + Catalogue.find(incident.code()).map(entry -> brief(entry.title())).orElse("")
                + " · "
                + incident.subject().line();
    }

    private static String brief(String title) {
        int bracket = title.indexOf('（');
        return bracket < 0 ? title : title.substring(0, bracket);
    }

    private static final class Names extends StringConverter<IncidentId> {

        private final IncidentPick pick;

        Names(IncidentPick pick) {
            this.pick = pick;
        }

        @Override
        public String toString(IncidentId id) {
            return pick.itemsProperty().get().stream().filter(one -> one.id().equals(id))
                    .findFirst().map(IncidentBox::line).orElse("");
        }

        @Override
        public IncidentId fromString(String text) {
            throw new UnsupportedOperationException("the box is not typed into");
        }
    }
}
