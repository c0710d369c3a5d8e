package venue.evaluation.parts;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import venue.evaluation.Say;
import venue.ui.Buttons;
import venue.ui.Cards;
import venue.ui.FileChoice;
import venue.ui.Form;

/// The host proves himself on the spot with his own certificate medium and PIN. Ids: `#host-token`,
/// `#host-browse`, `#host-pin`.
public final class HostProof {

    private final TextField medium = new TextField();
    private final PasswordField pin = new PasswordField();
    private final FileChoice files;

    /// Fields to be filled in by the host.
    public HostProof(FileChoice files) {
        this.files = files;
        medium.setId("host-token");
        medium.setPromptText(Say.it("host.token.prompt"));
        pin.setId("host-pin");
    }

    /// Adds the fields to a form.
    public Form on(Form form) {
        var browse = Buttons.plain("host-browse", Say.it("browse"),
                () -> files.open(Say.it("host.token"), List.of("p12", "pfx"))
                        .ifPresent(path -> medium.setText(path.toString())));
        return form.row(Say.it("host.token"), Cards.row(Cards.grow(medium), browse))
                .row(Say.it("host.pin"), pin);
    }

    /// Whether something is missing.
    public BooleanBinding isIncomplete() {
        return Bindings.createBooleanBinding(
                () -> medium.getText().isBlank() || pin.getText().isEmpty(),
                medium.textProperty(), pin.textProperty());
    }

    /// The medium.
    public Path medium() {
        return Path.of(medium.getText().strip());
    }

    /// The PIN, once; the field is empty afterwards.
    public char[] takePin() {
        var taken = pin.getText().toCharArray();
        pin.clear();
        return taken;
    }
}
