package venue.evaluation.screen.election;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import venue.evaluation.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.Chip;
import venue.ui.RoleNames;
import venue.ui.Screen;
import venue.ui.WhyNot;

/// Draws an [ElectionModel]. Ids: `#candidate-<person>`, `#vote`, `#votes-cast`, `#chair`.
public final class ElectionView implements Screen {

    private final ElectionModel model;

    /// A view of `model`.
    public ElectionView(ElectionModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "election";
    }

    @Override
    public Parent node() {
        var sheet = model.sheetProperty();
        var figures = Cards.row(
                Cards.figure("election-round", Say.it("election.round"),
                        sheet.map(now -> String.valueOf(now.round()))),
                Cards.figure("votes-cast", Say.it("election.cast"),
                        sheet.map(now -> now.voted() + " / " + now.members())),
                Cards.figure("chair", Say.it("election.chair"),
                        sheet.map(now -> now.chair().orElse("—"))));
        var list = new VBox();
        list.getStyleClass().add("choices");
        Runnable draw = () -> list.getChildren().setAll(candidates(sheet.get()));
        sheet.addListener((_, before, now) -> {
            if (!before.candidates().equals(now.candidates()) || before.open() != now.open()
                    || before.haveVoted() != now.haveVoted()) {
                draw.run();
            }
        });
        draw.run();
        var vote = Buttons.primary("vote", Say.it("election.vote"), model::vote);
        var why = WhyNot.bind(vote, model.whyNotVote(), Say.WORDS);
        return Cards.page(Say.it("election.title"), Say.it("election.lead"), figures,
                Cards.card(Say.it("election.candidates"), list, why));
    }

    private java.util.List<Node> candidates(ElectionSheet sheet) {
        var group = new ToggleGroup();
        return sheet.candidates().stream().<Node>map(candidate -> {
            var radio = new RadioButton(candidate.name());
            radio.setId("candidate-" + candidate.id());
            radio.setToggleGroup(group);
            radio.setDisable(!sheet.open() || sheet.haveVoted());
            radio.setSelected(model.choiceProperty().get().equals(Optional.of(candidate.id())));
            radio.setOnAction(_ -> model.choiceProperty().set(Optional.of(candidate.id())));
            radio.setMinWidth(RadioButton.USE_PREF_SIZE);
            var row = Cards.row(radio, Chip.info(RoleNames.of(candidate.role())).node(),
                    Cards.grow(Cards.hint(candidate.unit())));
            candidate.votes().ifPresent(votes -> row.getChildren()
                    .add(Chip.ok(Say.it("election.votes", votes)).node()));
            row.getStyleClass().add("choice");
            return row;
        }).toList();
    }
}
