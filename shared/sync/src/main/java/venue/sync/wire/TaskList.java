package venue.sync.wire;

import java.util.List;

/// Everything that waits for the asking device.
public record TaskList(List<Task> tasks) {

    public TaskList {
        tasks = List.copyOf(tasks);
    }
}
