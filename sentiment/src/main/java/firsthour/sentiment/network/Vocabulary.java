package firsthour.sentiment.network;

import firsthour.sentiment.text.Hashes;
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

    private final Hashes words;

    /// @param words hashes of normal forms, none twice and none 0; their numbers count from 1
    public Vocabulary(long[] words) {
        this.words = new Hashes(words);
    }

    /// How many numbers there are: those of the words, and [#UNKNOWN].
    public int size() {
        return words.size() + 1;
    }

    /// The number of a token; a hashtag that is not known counts as the word behind its sign.
    public int numberOf(Tokens tokens, int token) {
        int number = numberOf(tokens.hash(token));
        return number == UNKNOWN ? numberOf(tokens.plainHash(token)) : number;
    }

    private int numberOf(long hash) {
        return words.find(hash) + 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(words.size());
        for (int i = 0; i < words.size(); i++) {
            out.writeLong(words.get(i));
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        long[] words = new long[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        return new Vocabulary(words);
    }
}
