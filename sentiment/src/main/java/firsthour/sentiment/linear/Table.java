package firsthour.sentiment.linear;

import java.util.Arrays;
import java.util.List;

/// A row of weights, a byte each, for each number that a feature may have.
///
/// Of these numbers most have no weight; a set of bits tells which do, and only their rows are
/// kept, side by side: the bits of four million numbers take half a megabyte. Immutable.
final class Table {
    private static final int ZERO = 128;
    private static final long ZEROS = 0x8080808080808080L;
    private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;

    /// Rows whose sums are sure to fit two bytes.
    private static final int MOST_AT_ONCE = 256;

    private final int bits;
    private final int width;

    /// Of a row.
    private final int elements;

    /// One bit for each number that a feature may have.
    private final long[] used;

    /// Of each element of the bits: how many have rows before it, and one more.
    private final int[] before;

    /// Eight weights in an element, the first one lowest, each greater by [#ZERO] so that none is
    /// negative. The first row is zeros, for all that have none.
    private final long[] weights;

    private Table(int bits, int width, long[] used, long[] weights) {
        this.bits = bits;
        this.width = width;
        this.elements = elements(width);
        this.used = used;
        this.before = new int[used.length];
        before[0] = 1;
        for (int i = 1; i < used.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(used[i - 1]);
        }
        this.weights = weights;
    }

    private static int elements(int width) {
        return (width + Long.BYTES - 1) / Long.BYTES;
    }

    /// One table whose rows are those of several, one behind another.
    ///
    /// @param tables of features of the same bits; one at the least
    static Table sideBySide(List<Table> tables) {
        int bits = tables.getFirst().bits;
        if (tables.stream().anyMatch(table -> table.bits != bits)) {
            throw new IllegalArgumentException("The tables are of features of different bits");
        }
        int width = tables.stream().mapToInt(table -> table.width).sum();
        long[] used = new long[tables.getFirst().used.length];
        int size = 0;
        for (int i = 0; i < used.length; i++) {
            for (var table : tables) {
                used[i] |= table.used[i];
            }
            size += Long.bitCount(used[i]);
        }
        long[] weights = new long[elements(width) * (size + 1)];
        Arrays.fill(weights, ZEROS);
        var together = new Table(bits, width, used, weights);
        int column = 0;
        for (var table : tables) {
            together.take(table, column);
            column += table.width;
        }
        return together;
    }

    /// Takes another table's rows, whose features have zeros in this one, while this one is made.
    /// This is done at every start: both are gone through in their order, eight weights at a time.
    private void take(Table other, int column) {
        int element = column / Long.BYTES;
        int shift = Byte.SIZE * (column % Long.BYTES);
        int to = element;
        int from = 0;
        for (int i = 0; i < used.length; i++) {
            for (long left = used[i]; left != 0; left &= left - 1) {
                to += elements;
                if ((other.used[i] & Long.lowestOneBit(left)) != 0) {
                    from += other.elements;
                    for (int k = 0; k < other.elements; k++) {
                        put(weights, to + k, shift, other.weights[from + k] ^ ZEROS);
                    }
                }
            }
        }
    }

    /// Puts up to eight weights where zeros stand.
    ///
    /// @param shift bits by which the first one stands off an element's first place
    /// @param eight the first one lowest, and 0 for those beyond the row
    private static void put(long[] weights, int at, int shift, long eight) {
        weights[at] ^= eight << shift;
        if (shift > 0 && eight >>> (Long.SIZE - shift) != 0) {
            weights[at + 1] ^= eight >>> (Long.SIZE - shift);
        }
    }

    /// Some of the columns as a table of their own.
    Table columns(int first, int count) {
        var rows = new Builder(bits, count, size());
        byte[] row = new byte[count];
        for (int feature = 0; feature < 1 << bits; feature++) {
            int at = place(feature);
            for (int k = 0; k < count; k++) {
                row[k] = (byte) weight(at, first + k);
            }
            rows.add(feature, row);
        }
        return rows.build();
    }

    /// Bits of a feature's number.
    int bits() {
        return bits;
    }

    /// Features that have weights.
    int size() {
        return weights.length / elements - 1;
    }

    /// Weights of a feature.
    int width() {
        return width;
    }

    /// One weight of a row.
    int weight(int place, int column) {
        long eight = weights[place + column / Long.BYTES];
        return ((int) (eight >>> (Byte.SIZE * column)) & 0xFF) - ZERO;
    }

    /// Where a feature's weights begin; 0, where zeros stand, for one that has none.
    int place(int feature) {
        long among = used[feature / Long.SIZE];
        int has = (int) (among >>> feature) & 1;
        return -has & place(feature, among);
    }

    private int place(int feature, long among) {
        long earlier = among & ((1L << feature) - 1);
        return elements * (before[feature / Long.SIZE] + Long.bitCount(earlier));
    }

    /// The sums of the weights of what a post has.
    int[] sums(Features features) {
        int[] places = features.places();
        int found = find(features, places);
        int[] sums = new int[width];
        for (int from = 0; from < found; from += MOST_AT_ONCE) {
            int to = Math.min(from + MOST_AT_ONCE, found);
            for (int element = 0; element < elements; element++) {
                add(places, from, to, element, sums);
            }
        }
        return sums;
    }

    /// Collects the places of those that have weights, without a branch, which no processor could
    /// foresee.
    ///
    /// @return how many there are
    private int find(Features features, int[] places) {
        int found = 0;
        for (int i = 0; i < features.size(); i++) {
            int feature = features.get(i);
            long among = used[feature / Long.SIZE];
            places[found] = place(feature, among);
            found += (int) (among >>> feature) & 1;
        }
        return found;
    }

    /// Adds eight columns at once: every other byte of an element has two bytes to grow in.
    private void add(int[] places, int from, int to, int element, int[] sums) {
        long even = 0;
        long odd = 0;
        for (int i = from; i < to; i++) {
            long eight = weights[places[i] + element];
            even += eight & EVERY_OTHER;
            odd += (eight >>> Byte.SIZE) & EVERY_OTHER;
        }
        int first = element * Long.BYTES;
        for (int k = first; k < Math.min(first + Long.BYTES, width); k++) {
            long lanes = k % 2 == 0 ? even : odd;
            int lane = (k - first) / 2;
            sums[k] += (int) (lanes >>> (Short.SIZE * lane)) & 0xFFFF;
            sums[k] -= ZERO * (to - from);
        }
    }

    /// Takes rows in the order of their features.
    static final class Builder {
        private final int bits;
        private final int width;
        private final long[] used;
        private final int elements;
        private long[] weights;
        private int size;

        /// @param bits of a feature's number
        /// @param expected features that will have weights; there may be more
        Builder(int bits, int width, int expected) {
            this.bits = bits;
            this.width = width;
            this.elements = elements(width);
            this.used = new long[Math.max(1, (1 << bits) / Long.SIZE)];
            this.weights = new long[elements * (expected + 1)];
            this.size = elements;
            Arrays.fill(weights, 0, size, ZEROS);
        }

        /// Keeps what is not zero.
        void add(int feature, byte[] row) {
            boolean zero = true;
            for (byte weight : row) {
                zero &= weight == 0;
            }
            if (zero) {
                return;
            }
            used[feature / Long.SIZE] |= 1L << feature;
            if (size + elements > weights.length) {
                weights = Arrays.copyOf(weights, 2 * weights.length);
            }
            Arrays.fill(weights, size, size + elements, ZEROS);
            for (int k = 0; k < width; k++) {
                int shift = Byte.SIZE * (k % Long.BYTES);
                put(weights, size + k / Long.BYTES, shift, row[k] & 0xFFL);
            }
            size += elements;
        }

        Table build() {
            boolean full = size == weights.length;
            return new Table(bits, width, used, full ? weights : Arrays.copyOf(weights, size));
        }
    }
}
