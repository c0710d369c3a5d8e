package venue.witness.screen.incident;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import venue.domain.base.Basis;
import venue.domain.witness.FindingClass;
import venue.domain.witness.Incident;
import venue.domain.witness.Subject;
import venue.domain.witness.SubjectKind;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.Form;
import venue.ui.Screen;
import venue.ui.Tables;
import venue.ui.WhyNot;
import venue.witness.Say;
import venue.witness.parts.Times;
import venue.witness.screen.incident.IncidentSheet.Entry;

/// Draws an [IncidentModel]. Ids: `#kind-<KIND>`, `#subject`, `#code`, `#facts`, `#minutes-ago`,
/// `#incident-save`, `#incidents`.
public final class IncidentView implements Screen {

    private final IncidentModel model;

    /// A view of `model`.
    public IncidentView(IncidentModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "incident";
    }

    @Override
    public Parent node() {
        var form = new VBox();
        Runnable draw = () -> form.getChildren().setAll(kinds(), form());
        model.sheetProperty().addListener((_, _, _) -> draw.run());
        draw.run();
        form.getStyleClass().add("column");
        return Cards.page(Say.it("incident.title"), Say.it("incident.lead"),
                Cards.card("", form), Cards.grow(recorded()));
    }

    private Node kinds() {
        var row = Cards.wrap();
        for (var kind : SubjectKind.values()) {
            var button = Buttons.toggle("kind-" + kind, kind.title());
            button.setSelected(kind == model.sheetProperty().get().kind());
            button.setOnAction(_ -> model.turnTo(kind));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node form() {
        var sheet = model.sheetProperty().get();
        var subject = box("subject", sheet.subjects(), Subject::line);
        subject.setValue(model.subjectProperty().get().orElse(null));
        subject.setOnAction(_ -> model.subjectProperty()
                .set(Optional.ofNullable(subject.getValue())));
        var code = box("code", sheet.entries(), IncidentView::line);
        code.setValue(model.entryProperty().get().orElse(null));
        code.setOnAction(_ -> model.entryProperty().set(Optional.ofNullable(code.getValue())));
        model.entryProperty().addListener((_, _, now) -> code.setValue(now.orElse(null)));
        var bases = Cards.hint("");
        bases.textProperty().bind(model.entryProperty().map(IncidentView::bases));
        var facts = new TextArea();
        facts.setId("facts");
        facts.setWrapText(true);
        facts.setPrefRowCount(2);
        facts.setPromptText(Say.it("incident.facts.prompt"));
        facts.textProperty().bindBidirectional(model.factsProperty());
        var ago = box("minutes-ago", List.of(0, 1, 2, 3, 5, 10, 30),
                minutes -> minutes == 0
                        ? Say.it("incident.now")
                        : Say.it("incident.ago", minutes));
        ago.setValue(model.minutesAgoProperty().get());
        ago.setOnAction(_ -> model.minutesAgoProperty()
                .set(ago.getValue() == null ? 0 : ago.getValue()));
        var save = Buttons.primary("incident-save", Say.it("incident.save"), model::save);
        return new Form()
                .row(Say.it("incident.subject"), Cards.row(Cards.grow(subject), ago))
                .row(Say.it("incident.code"), new VBox(code, bases))
                .row(Say.it("incident.facts"), facts)
                .line(WhyNot.bind(save, model.whyNot(), Say.WORDS)).node();
    }

    private static String line(Entry entry) {
        return entry.misconduct().code() + "  [" + entry.findingClass().mark() + "] "
                + entry.misconduct().title();
    }

    private static String bases(Optional<Entry> entry) {
        return entry.map(chosen -> Say.it("incident.class", chosen.findingClass().title(),
                chosen.bases().isEmpty()
                        ? Say.it("incident.no-basis")
                        : chosen.bases().stream().map(Basis::toString)
                                .collect(Collectors.joining("；"))))
                .orElse(Say.it("incident.choose-code"));
    }

    private static <T> ComboBox<T> box(String id, List<T> items,
            java.util.function.Function<T, String> text) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(items);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : text.apply(item);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("the box is not typed into");
            }
        });
        return box;
    }

    private Node recorded() {
        return Tables.of("incidents", model.recorded())
                .column(Say.it("number"), 70, one -> one.id().brief())
                .chips(Say.it("class"), 80, one -> one.isSuspicion()
                        ? Chip.warn(FindingClass.B.mark())
                        : Chip.info(FindingClass.A.mark()))
                .column(Say.it("code"), 80, Incident::code)
                .column(Say.it("incident.subject"), 240, one -> one.subject().line())
                .column(Say.it("incident.facts"), one -> one.recorded().facts())
                .column(Say.it("incident.recorded"), 100, one -> Times.clock(one.recorded().at()))
                .chips(Say.it("incident.lag"), 150, IncidentView::lag)
                .whenEmpty(Say.it("incident.none")).tall(3).node();
    }

    private static Chip lag(Incident one) {
        var text = Say.it("incident.lag.value", one.lag().toMinutes(), one.lag().toSecondsPart());
        return one.withinTarget() ? Chip.ok(text) : Chip.warn(text);
    }
}
