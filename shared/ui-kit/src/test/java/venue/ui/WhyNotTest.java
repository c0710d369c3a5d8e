package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WhyNotTest {

    private static final String SENTENCE = "递交投标文件的投标人少于三个，不得开标（依据：《招标投标法实施条例》第四十四条第二款）请由主持人办理。";

    private final Sample sample = new Sample();

    @Start
    void show(Stage stage) {
        sample.refusal.set(Optional.of(SampleRefusal.FEWER_THAN_THREE));
        var scene = new Scene(sample.node(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void saysTheConditionTheBasisAndWhoCanFulfilIt(FxRobot robot) {
        var button = robot.lookup("#begin").queryAs(Button.class);
        var caption = robot.lookup("#begin-why").queryAs(Label.class);
        assertTrue(button.isDisabled());
        assertEquals(SENTENCE, caption.getText());
        assertEquals(SENTENCE, caption.getAccessibleText());
        assertEquals(SENTENCE, button.getAccessibleHelp());
        assertTrue(caption.isVisible());
    }

    @Test
    void isReachedByTheTabKeyWhileRefused(FxRobot robot) {
        robot.clickOn("#note").push(KeyCode.TAB);
        assertTrue(robot.lookup("#begin-why").queryAs(Label.class).isFocused());
    }

    @Test
    void vanishesWhenTheConditionIsFulfilled(FxRobot robot) {
        robot.interact(() -> sample.refusal.set(Optional.empty()));
        assertFalse(robot.lookup("#begin-why").queryAs(Label.class).isVisible());
        robot.clickOn("#begin");
        assertEquals(1, sample.pressed);
    }
}
