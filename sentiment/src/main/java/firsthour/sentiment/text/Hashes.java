package firsthour.sentiment.text;

import java.util.stream.Stream;

/// A list of hashes, such as those of words, in which each is found by a step or two and nothing is
/// made.
///
/// Immutable.
public final class Hashes {
    private final long[] listed;

    /// Open addressing, a power of two; 0 is no hash.
    private final long[] slots;

    /// By slot: the place in the list.
    private final int[] places;

    /// @param listed none of them 0; of one that is told twice the first place counts
    public Hashes(long... listed) {
        this.listed = listed.clone();
        int room = Integer.highestOneBit(Math.max(listed.length, 8)) * 4;
        slots = new long[room];
        places = new int[room];
        for (int place = 0; place < listed.length; place++) {
            int slot = slot(listed[place]);
            if (slots[slot] == 0) {
                slots[slot] = listed[place];
                places[slot] = place;
            }
        }
    }

    /// The hashes of words.
    ///
    /// @param words in their normal form, a space between two
    public static Hashes ofWords(String... words) {
        return new Hashes(
                Stream.of(words)
                        .flatMap(line -> Stream.of(line.split(" ", -1)))
                        .mapToLong(Tokens::hashOf)
                        .toArray());
    }

    /// How many are in the list.
    public int size() {
        return listed.length;
    }

    /// The hash at a place of the list.
    public long get(int place) {
        return listed[place];
    }

    /// The place of a hash in the list; -1 where it is not in it.
    public int find(long hash) {
        int slot = slot(hash);
        return slots[slot] == 0 ? -1 : places[slot];
    }

    public boolean contains(long hash) {
        return slots[slot(hash)] != 0;
    }

    /// Where a hash stands, or would stand.
    private int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[slot] != hash && slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
