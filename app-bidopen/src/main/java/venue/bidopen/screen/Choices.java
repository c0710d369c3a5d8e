package venue.bidopen.screen;

import java.util.function.Function;

import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/// Controls of the forms: a choice among things, a line of text, a PIN.
public final class Choices {

    private Choices() {}

    /// A choice among `items`, each shown as `say` says it.
    public static <T> ComboBox<T> of(String id, ObservableList<T> items, Function<T, String> say,
            Property<@Nullable T> chosen) {
        var box = new ComboBox<T>(items);
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : say.apply(item);
            }

            @Override
            public @Nullable T fromString(@Nullable String text) {
                return items.stream().filter(item -> say.apply(item).equals(text)).findFirst()
                        .orElse(null);
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /// A line of text.
    public static TextField text(String id, Property<String> value) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    /// A PIN.
    public static PasswordField pin(String id) {
        var field = new PasswordField();
        field.setId(id);
        return field;
    }

    /// The PIN typed; the field is emptied.
    public static char[] taken(PasswordField field) {
        var pin = field.getText().toCharArray();
        field.clear();
        return pin;
    }
}
