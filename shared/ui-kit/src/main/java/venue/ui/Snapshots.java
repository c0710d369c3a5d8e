package venue.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;

/// Pictures of screens at an exact size, for the rehearsal's records and for looking at them.
public final class Snapshots {

    private Snapshots() {}

    /// A picture of what `scene` would show in a window of `width` × `height`. On the screen's
    /// thread.
    public static WritableImage image(Scene scene, int width, int height) {
        var root = scene.getRoot();
        double wide = root.getLayoutBounds().getWidth();
        double high = root.getLayoutBounds().getHeight();
        var picture = image(root, width, height);
        settle(root, wide, high);
        return picture;
    }

    /// A picture of a node laid out at `width` × `height`. On the screen's thread.
    public static WritableImage image(Parent root, int width, int height) {
        settle(root, width, height);
        var how = new SnapshotParameters();
        var scene = root.getScene();
        if (scene != null) {
            how.setFill(scene.getFill());
        }
        how.setViewport(new Rectangle2D(0, 0, width, height));
        return root.snapshot(how, new WritableImage(width, height));
    }

    /// Writes a picture of `scene` at an exact size as PNG. On the screen's thread.
    public static void png(Scene scene, int width, int height, Path file) {
        write(image(scene, width, height), file);
    }

    /// Writes a picture of `scene` at the size it is made for: 1920×1080 for the hall's screen,
    /// else the size of its window. On the screen's thread.
    public static void png(Scene scene, Path file) {
        if (scene.getRoot() instanceof HallFit) {
            png(scene, HallFrame.WIDTH, HallFrame.HEIGHT, file);
        } else {
            png(scene, (int) scene.getWidth(), (int) scene.getHeight(), file);
        }
    }

    /// Writes a picture of `root` at an exact size as PNG. On the screen's thread.
    public static void png(Parent root, int width, int height, Path file) {
        write(image(root, width, height), file);
    }

    /// Writes a picture as PNG; any thread.
    public static void write(WritableImage picture, Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var out = Files.newOutputStream(file)) {
                Png.write(picture, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several times: wrapped text and the rows of tables learn their height from the pass before.
    static void settle(Parent root, double width, double height) {
        for (int pass = 0; pass < 4; pass++) {
            root.resize(width, height);
            root.applyCss();
            layAnew(root);
            root.layout();
        }
    }

    /// What asked for a layout in the middle of a layout is overlooked otherwise.
    private static void layAnew(Parent parent) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                layAnew(inner);
            }
        }
        parent.requestLayout();
    }
}
