package venue.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import venue.words.Typeface;

/// The look of the house: its stylesheet, its typeface, its large-text mode.
public final class Theme {

    static final String SHEET = "/META-INF/look/venue-ui.css";

    private static final String LARGE = "large-text";

    private Theme() {}

    /// Gives `scene` the look of the house.
    public static void dress(Scene scene) {
        Letters.load();
        scene.getStylesheets().add(sheet());
    }

    /// Text of twice the size under `root`, or the normal one.
    public static void large(Parent root, boolean large) {
        root.getStyleClass().remove(LARGE);
        if (large) {
            root.getStyleClass().add(LARGE);
        }
    }

    /// The address of the stylesheet.
    public static String sheet() {
        return Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm();
    }

    /// Loads the typeface once in a program's life.
    private static final class Letters {

        private static final boolean READY = loadAll();

        static void load() {
            if (!READY) {
                throw new IllegalStateException("typeface cannot be read");
            }
        }

        private static boolean loadAll() {
            boolean ready = true;
            for (var face : Typeface.values()) {
                try (var stream = face.open()) {
                    ready &= Font.loadFont(stream, 15) != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return ready;
        }
    }
}
