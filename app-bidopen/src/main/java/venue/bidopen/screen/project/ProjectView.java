package venue.bidopen.screen.project;

import java.util.List;

import javafx.scene.Parent;

import venue.bidopen.screen.Choices;
import venue.bidopen.session.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;
import venue.ui.Screen;

/// 载入项目包: from the centre or from a file. Ids: `#project-choice`, `#project-refresh`,
/// `#project-fetch`, `#project-import`.
public final class ProjectView implements Screen {

    private final ProjectModel model;
    private final FileChoice files;
    private final boolean online;

    /// @param online whether a centre is configured
    public ProjectView(ProjectModel model, FileChoice files, boolean online) {
        this.model = model;
        this.files = files;
        this.online = online;
    }

    @Override
    public String id() {
        return "project";
    }

    @Override
    public Parent node() {
        var choice = Choices.of("project-choice", model.offered(),
                ProjectModel.Offer::title, model.chosenProperty());
        var fetch = Buttons.primary("project-fetch", Say.it("project.fetch"), model::fetch);
        fetch.disableProperty().bind(model.chosenProperty().isNull());
        var refresh = Buttons.plain("project-refresh", Say.it("project.refresh"), model::refresh);
        refresh.setDisable(!online);
        var centre = Cards.card(Say.it("project.centre"),
                new Form().row(Say.it("project.package"), choice)
                        .line(Cards.row(fetch, refresh)).node());
        var importing = Buttons.plain("project-import", Say.it("project.import"),
                () -> files.open(Say.it("project.import"), List.of("parcel", "zip"))
                        .ifPresent(model::take));
        var stick = Cards.card(Say.it("project.file"), Cards.text(Say.it("project.file.text")),
                importing);
        return Cards.page(Say.it("project.title"), Say.it("project.lead"), centre, stick);
    }

    @Override
    public void shown() {
        if (online) {
            model.refresh();
        }
    }
}
