package venue.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import venue.words.Language;
import venue.words.Words;

/// What the frame around every screen shows: steps, person, place, time, line and journal.
/// Used on the screen's thread only.
public final class ShellModel {

    private final ObservableList<StepItem> steps = FXCollections.observableArrayList();
    private final StringProperty tenderTitle = new SimpleStringProperty("");
    private final StringProperty tenderCode = new SimpleStringProperty("");
    private final StringProperty who = new SimpleStringProperty("");
    private final StringProperty role = new SimpleStringProperty("");
    private final StringProperty room = new SimpleStringProperty("");
    private final StringProperty clockText = new SimpleStringProperty("");
    private final StringProperty clockTrust = new SimpleStringProperty("");
    private final ObjectProperty<Tone> clockTone = new SimpleObjectProperty<>(Tone.IDLE);
    private final BooleanProperty online = new SimpleBooleanProperty();
    private final LongProperty unsent = new SimpleLongProperty();
    private final StringProperty journalHealth = new SimpleStringProperty("");
    private final ObjectProperty<Tone> journalTone = new SimpleObjectProperty<>(Tone.IDLE);
    private final BooleanProperty rehearsal = new SimpleBooleanProperty();
    private final BooleanProperty largeText = new SimpleBooleanProperty();
    private final BooleanProperty workInProgress = new SimpleBooleanProperty();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Words.spoken());

    /// A model with nothing in it yet.
    public ShellModel() {}

    /// The steps of the day, in order. Set again in the new language when [#languageProperty]
    /// changes.
    public ObservableList<StepItem> steps() {
        return steps;
    }

    /// Name of the lot, in the title bar.
    public StringProperty tenderTitleProperty() {
        return tenderTitle;
    }

    /// Code of the lot, in the title bar.
    public StringProperty tenderCodeProperty() {
        return tenderCode;
    }

    /// Name of who works here; several names are joined by 、.
    public StringProperty whoProperty() {
        return who;
    }

    /// Their role in clerk's words.
    public StringProperty roleProperty() {
        return role;
    }

    /// Room and seat.
    public StringProperty roomProperty() {
        return room;
    }

    /// Hall time as shown.
    public StringProperty clockTextProperty() {
        return clockText;
    }

    /// How far hall time can be trusted, in words.
    public StringProperty clockTrustProperty() {
        return clockTrust;
    }

    /// The colour of [#clockTrustProperty].
    public ObjectProperty<Tone> clockToneProperty() {
        return clockTone;
    }

    /// Whether the centre can be reached.
    public BooleanProperty onlineProperty() {
        return online;
    }

    /// Own entries the centre has not countersigned yet.
    public LongProperty unsentProperty() {
        return unsent;
    }

    /// State of the journal in words.
    public StringProperty journalHealthProperty() {
        return journalHealth;
    }

    /// The colour of [#journalHealthProperty].
    public ObjectProperty<Tone> journalToneProperty() {
        return journalTone;
    }

    /// 演练: training data; shown on every screen.
    public BooleanProperty rehearsalProperty() {
        return rehearsal;
    }

    /// Text of twice the size.
    public BooleanProperty largeTextProperty() {
        return largeText;
    }

    /// Whether closing the window would interrupt something; then it asks first.
    public BooleanProperty workInProgressProperty() {
        return workInProgress;
    }

    /// The language in use; changed by the switch in the title bar.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }
}
