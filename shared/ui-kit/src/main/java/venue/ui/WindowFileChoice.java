package venue.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The system's own file dialog over a window.
public record WindowFileChoice(Window owner) implements FileChoice {

    @Override
    public Optional<Path> open(String title, List<String> endings) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (!endings.isEmpty()) {
            var patterns = endings.stream().map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters()
                    .add(new ExtensionFilter(String.join(" ", patterns), patterns));
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(file -> file.toPath());
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(file -> file.toPath());
    }
}
