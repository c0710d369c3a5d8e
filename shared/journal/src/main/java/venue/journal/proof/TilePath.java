package venue.journal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a tile stands in the folder (C2SP tlog-tiles): `tile/<level>/<number>[.p/<width>]`.
///
/// @param level of the hashes, in steps of 256 leaves; [#ENTRIES] for the leaves themselves
/// @param width how many hashes or leaves, at most 256
record TilePath(int level, int number, int width) {

    static final int ENTRIES = -1;

    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|[0-3])/((?:x[0-9]{3}/){0,2}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /// All that a log of `size` leaves has in one row.
    static List<TilePath> row(int level, int size) {
        int count = count(level, size);
        var row = new ArrayList<TilePath>();
        for (int number = 0; number < Math.ceilDiv(count, Level.WIDTH); number++) {
            row.add(new TilePath(level, number,
                    Math.min(Level.WIDTH, count - number * Level.WIDTH)));
        }
        return row;
    }

    /// All tiles of hashes that a log of `size` leaves has, from the leaves up.
    static List<TilePath> hashes(int size) {
        var all = new ArrayList<TilePath>();
        for (int level = 0; count(level, size) > 0; level++) {
            all.addAll(row(level, size));
        }
        return all;
    }

    private static int count(int level, int size) {
        return level == ENTRIES ? size : level > 3 ? 0 : size >> 8 * level;
    }

    /// Reads what [#text] writes; empty for anything else.
    static Optional<TilePath> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int number = Integer.parseInt(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? Level.WIDTH : Integer.parseInt(form.group(3));
        return Optional.of(new TilePath(level, number, width))
                .filter(path -> path.text().equals(text));
    }

    /// Whether a log of `size` leaves reaches so far.
    boolean isWithin(int size) {
        return (long) number * Level.WIDTH + width <= count(level, size);
    }

    /// Relative to the folder of the log, with slashes.
    String text() {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", number % 1000));
        for (int rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, level == ENTRIES ? "tile/entries/" : "tile/" + level + "/");
        return width == Level.WIDTH ? path.toString() : path + ".p/" + width;
    }

    /// Place of the first leaf of a row of leaves.
    int first() {
        return number * Level.WIDTH;
    }

    /// The hashes of the tile.
    byte[] hashes(MerkleTree tree) {
        return Arrays.copyOf(tree.segment(8 * level, number), width * TreeHash.LENGTH);
    }
}
