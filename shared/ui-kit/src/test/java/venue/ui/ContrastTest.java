package venue.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contrast by WCAG 2.1 §1.4.3 of every text colour on every ground it stands on.
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("-v-([a-z-]+): #([0-9a-f]{6});");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill: ([^;]+);");
    private static final Map<String, double[]> COLOURS = colours();

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(textBlock = """
            text, page
            text, surface
            text, zebra
            text, head
            text, teal-tint
            text, idle-tint
            text, ok-tint
            text, info-tint
            text, warn-tint
            text, bad-tint
            muted, page
            muted, surface
            muted, zebra
            navy, page
            navy, surface
            navy, head
            teal, page
            teal, surface
            teal-deep, surface
            teal-deep, teal-tint
            teal-deep, zebra
            white, navy
            white, navy-deep
            white, teal
            white, teal-deep
            white, bad
            white, seal
            navy-soft, navy
            navy-soft, navy-deep
            ok, ok-tint
            warn, warn-tint
            warn, page
            warn, surface
            bad, bad-tint
            bad, surface
            bad, page
            idle, idle-tint
            info, info-tint
            band-text, band
            """)
    void textIsReadable(String text, String ground) {
        double contrast = contrast(colour(text), colour(ground));
        assertTrue(contrast >= 4.5, text + " on " + ground + " has only " + contrast);
    }

    @ParameterizedTest(name = "ring on {0}")
    @CsvSource({"page", "surface", "head"})
    void focusRingIsSeen(String ground) {
        double contrast = contrast(colour("focus"), colour(ground));
        assertTrue(contrast >= 2.7, "focus ring on " + ground + " has only " + contrast);
    }

    @Test
    void everyTextColourIsDeclared() {
        var undeclared = new TreeSet<String>();
        var fills = TEXT.matcher(sheet());
        while (fills.find()) {
            var fill = fills.group(1);
            if (!fill.startsWith("-v-") || !COLOURS.containsKey(fill.substring(3))) {
                undeclared.add(fill);
            }
        }
        assertEquals(new TreeSet<>(), undeclared);
    }

    private static double[] colour(String name) {
        var colour = COLOURS.get(name);
        assertTrue(colour != null, "no colour " + name);
        return colour;
    }

    private static double contrast(double[] one, double[] other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Map<String, double[]> colours() {
        var found = new HashMap<String, double[]>();
        var colours = COLOUR.matcher(sheet());
        while (colours.find()) {
            int rgb = Integer.parseInt(colours.group(2), 16);
            found.put(colours.group(1), new double[]{(rgb >> 16) / 255.0,
                    (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0});
        }
        return found;
    }

    private static String sheet() {
        try (var stream = Theme.class.getResourceAsStream(Theme.SHEET)) {
            assertTrue(stream != null);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
