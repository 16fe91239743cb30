package firsthour.sentiment.network;

import firsthour.sentiment.text.Tokens;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The words that a network knows, by the hash of their normal form.
///
/// Immutable.
public final class Vocabulary {
    /// Stands for every word that is not known.
    public static final int UNKNOWN = 0;

    private final long[] words;

    /// Open addressing, a power of two; 0 is no word.
    private final long[] hashes;

    private final int[] numbers;

    /// @param words hashes of normal forms, none twice and none 0; their numbers count from 1
    public Vocabulary(long[] words) {
        this.words = words.clone();
        int room = Integer.highestOneBit(Math.max(words.length, 16)) * 4;
        hashes = new long[room];
        numbers = new int[room];
        for (int word = 0; word < words.length; word++) {
            int slot = slot(words[word]);
            while (hashes[slot] != 0) {
                slot = (slot + 1) & (room - 1);
            }
            hashes[slot] = words[word];
            numbers[slot] = word + 1;
        }
    }

    /// How many numbers there are: those of the words, and [#UNKNOWN].
    public int size() {
        return words.length + 1;
    }

    /// The number of a token; a hashtag that is not known counts as the word behind its sign.
    public int numberOf(Tokens tokens, int token) {
        int number = numberOf(tokens.hash(token));
        return number == UNKNOWN ? numberOf(tokens.plainHash(token)) : number;
    }

    private int numberOf(long hash) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return numbers[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return UNKNOWN;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(words.length);
        for (long word : words) {
            out.writeLong(word);
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        long[] words = new long[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        return new Vocabulary(words);
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    }
}
