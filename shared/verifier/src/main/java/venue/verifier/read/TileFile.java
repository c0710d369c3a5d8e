package venue.verifier.read;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The files of a log as tiles (瓦片, C2SP tlog-tiles), made anew from its leaves.
public final class TileFile {

    private static final int WIDTH = 256;

    private TileFile() {}

    /// Every file of a log of `size` leaves but its checkpoint, by path.
    public static Map<String, byte[]> all(Tree tree, List<byte[]> leaves, int size) {
        var files = new TreeMap<String, byte[]>();
        var hashes = new ArrayList<byte[]>();
        for (int first = 0; first < size; first += WIDTH) {
            int width = Math.min(WIDTH, size - first);
            var bundle = new ByteArrayOutputStream();
            for (var leaf : leaves.subList(first, first + width)) {
                bundle.write(leaf.length >> 8);
                bundle.write(leaf.length);
                bundle.writeBytes(leaf);
                hashes.add(tree.leafHash(leaf));
            }
            files.put(path("entries", first / WIDTH, width), bundle.toByteArray());
        }
        List<byte[]> row = hashes;
        for (int level = 0; !row.isEmpty(); level++) {
            row = level(tree, files, level, row);
        }
        return files;
    }

    /// Writes one level and answers the hashes over its whole tiles.
    private static List<byte[]> level(Tree tree, Map<String, byte[]> files, int level,
            List<byte[]> row) {
        var above = new ArrayList<byte[]>();
        for (int first = 0; first < row.size(); first += WIDTH) {
            var tile = row.subList(first, Math.min(row.size(), first + WIDTH));
            var content = new ByteArrayOutputStream();
            tile.forEach(content::writeBytes);
            files.put(path(Integer.toString(level), first / WIDTH, tile.size()),
                    content.toByteArray());
            if (tile.size() == WIDTH) {
                above.add(tree.over(tile));
            }
        }
        return above;
    }

    private static String path(String level, int number, int width) {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", number % 1000));
        for (int rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, "tile/" + level + "/");
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }
}
