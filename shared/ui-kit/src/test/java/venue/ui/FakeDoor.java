package venue.ui;

import java.nio.file.Path;
import java.util.List;
import venue.words.Failure;
import venue.words.Words;

/// A door that knows one right PIN for the station and one for each medium.
final class FakeDoor implements StartDoor {

    static final class DoorFailure extends Failure {

        private static final long serialVersionUID = 1L;

        DoorFailure(String code, Object... arguments) {
            super(code, null, arguments);
        }

        @Override
        protected Words words() {
            return Sample.words();
        }
    }

    private int triesLeft = 6;

    @Override
    public void open(char[] pin, Watch watch) {
        for (var step : List.of("读取本机登记", "打开加密日志", "核对日志完整性", "装载信任列表")) {
            watch.begun(step);
            watch.progress(0.5);
            if (step.startsWith("打开") && !"246810".equals(String.valueOf(pin))) {
                throw new DoorFailure("STATION_PIN_WRONG");
            }
        }
    }

    @Override
    public SignedIn signIn(Path medium, char[] pin) {
        if (!"13579".equals(String.valueOf(pin))) {
            throw new DoorFailure("PIN_WRONG", medium.getFileName(), --triesLeft);
        }
        var name = String.valueOf(medium.getFileName()).replace(".p12", "");
        return new SignedIn(name, "丹东市公共资源交易中心", "主持人", "证书 0A3F" + name.hashCode() % 100);
    }

    @Override
    public void close() {
        triesLeft = 0;
    }
}
