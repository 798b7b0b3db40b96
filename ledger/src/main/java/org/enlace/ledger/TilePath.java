package org.enlace.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The place of a tile (C2SP tlog-tiles), relative to the log's address: {@code tile/<L>/<N>[.p/<W>]}.
 *
 * @param level 0 to 63 for hashes; {@link #ENTRIES} for bundles of entries
 * @param index the tile's number N within its level
 * @param width how many hashes or entries, 1 to 256; 256 is a complete tile
 */
public record TilePath(int level, long index, int width) {
    /** The width of a complete tile. */
    public static final int FULL = 256;
    /** Not a level of hashes: the entries themselves. */
    public static final int ENTRIES = -1;
    /** A level of tiles stands this many levels of the tree above the one below it. */
    public static final int HEIGHT = 8;

    private static final int HIGHEST_LEVEL = 63;
    private static final Pattern FORM = Pattern.compile(
            "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL) {
            throw new Malformed("A tile has a level from 0 to 63.");
        }
        if (index < 0 || index >= 1L << 56) {
            throw new Malformed("This tile number is out of range.");
        }
        if (width < 1 || width > FULL) {
            throw new Malformed("A tile is 1 to 256 wide.");
        }
    }

    public static TilePath complete(int level, long index) {
        return new TilePath(level, index, FULL);
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isPartial() {
        return width < FULL;
    }

    public String path() {
        var path = new StringBuilder("tile/")
                .append(isEntries() ? "entries" : Integer.toString(level))
                .append('/');
        path.append(groups(index));
        if (isPartial()) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }

    /**
     * Reads a path.
     *
     * @throws Malformed if this is not the one spelling of a tile's path
     */
    public static TilePath parse(String path) {
        var form = FORM.matcher(path);
        if (!form.matches()) {
            throw new Malformed("This is not the path of a tile.");
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        var tile = new TilePath(level, index, width);
        if (!tile.path().equals(path)) {
            throw new Malformed("This is not the path of a tile.");
        }
        return tile;
    }

    /** The tiles of a level, the incomplete last one included, in a log of this size. */
    public static List<TilePath> ofLevel(int level, long size) {
        long nodes = nodes(level, size);
        var tiles = new ArrayList<TilePath>();
        for (long index = 0; index < nodes / FULL; index++) {
            tiles.add(complete(level, index));
        }
        if (nodes % FULL != 0) {
            tiles.add(new TilePath(level, nodes / FULL, (int) (nodes % FULL)));
        }
        return tiles;
    }

    /** The tile of this level and number as it is in a log of this size. */
    public static TilePath in(long size, int level, long index) {
        long width = Math.min(FULL, nodes(level, size) - index * FULL);
        if (width < 1) {
            throw new Malformed("A log of this size has no such tile.");
        }
        return new TilePath(level, index, (int) width);
    }

    /** Whether a log of this size has the tile, complete or not. */
    public boolean existsIn(long size) {
        return index * FULL + width <= nodes(level, size);
    }

    /** How many hashes a tile level has in a log of this size. */
    private static long nodes(int level, long size) {
        int shift = level == ENTRIES ? 0 : level * HEIGHT;
        return shift > 62 ? 0 : size >> shift;
    }

    private static String groups(long index) {
        String digits = Long.toString(index);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        String[] groups = digits.split("(?<=\\G...)");
        return String.join(
                        "/",
                        Arrays.stream(groups, 0, groups.length - 1)
                                .map(group -> "x" + group)
                                .toList())
                + (groups.length > 1 ? "/" : "")
                + groups[groups.length - 1];
    }
}
