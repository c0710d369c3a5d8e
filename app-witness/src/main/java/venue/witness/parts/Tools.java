package venue.witness.parts;

import venue.ui.Dialogs;
import venue.ui.FileChoice;

/// What a view may use of its window.
///
/// @param dialogs questions over the window
/// @param files how files are chosen
public record Tools(Dialogs dialogs, FileChoice files) {}
