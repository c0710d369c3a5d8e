package venue.ui;

import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Holds a screen inside the scrolling content area: at least as tall as the screen likes to be, so
/// that nothing is ever cut off, and as tall as the window when there is room.
final class ContentHolder extends StackPane {

    ContentHolder() {
        getStyleClass().add("content");
    }

    void hold(Parent node) {
        if (node instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        getChildren().setAll(node);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return getChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0);
    }
}
