package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SnapshotsTest {

    @SuppressWarnings("NullAway.Init")
    private Label label;
    @SuppressWarnings("NullAway.Init")
    private StackPane root;

    @Start
    void show(Stage stage) {
        label = new Label("开");
        root = new StackPane(label);
        var scene = new Scene(root, 300, 200);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void hasExactlyTheSizeAskedFor(FxRobot robot, @TempDir Path dir) throws Exception {
        var file = dir.resolve("a/shot.png");
        robot.interact(() -> Snapshots.png(root.getScene(), 1366, 768, file));
        var header = ByteBuffer.wrap(Files.readAllBytes(file));
        assertEquals(0x89504e470d0a1a0aL, header.getLong());
        assertEquals(1366, header.getInt(16));
        assertEquals(768, header.getInt(20));
        assertEquals(300, root.getWidth());
    }

    @Test
    void drawsTwoChineseCharactersDifferently(FxRobot robot) {
        var first = drawn(robot, "开");
        var second = drawn(robot, "评");
        var tofu = drawn(robot, "\uE123");
        assertTrue(ink(first) > 40, "no ink for 开");
        assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(second));
        assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(tofu));
        assertEquals(Arrays.hashCode(first), Arrays.hashCode(drawn(robot, "开")));
    }

    private int[] drawn(FxRobot robot, String text) {
        var picture = new WritableImage[1];
        robot.interact(() -> {
            label.setText(text);
            label.setStyle("-fx-font-size: 40px");
            picture[0] = Snapshots.image(root, 60, 60);
        });
        var pixels = new int[60 * 60];
        picture[0].getPixelReader().getPixels(0, 0, 60, 60, PixelFormat.getIntArgbInstance(),
                pixels, 0, 60);
        return pixels;
    }

    private static long ink(int[] pixels) {
        return Arrays.stream(pixels).filter(argb -> (argb & 0xff) < 0x80).count();
    }
}
