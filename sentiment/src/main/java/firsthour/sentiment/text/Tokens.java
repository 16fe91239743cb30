package firsthour.sentiment.text;

import java.util.Arrays;

/// The tokens of a post as people write on networks: words, numbers, hashtags, mentions of
/// accounts, links, emoji, emoticons and punctuation, each with its exact offsets in the post.
///
/// Every token has a normal form, of which only a hash is kept: letters in lower case, a letter
/// that is stretched ("sooo") twice, every account and every link alike, emoji without skin tones.
/// The tokeniser takes any string, looks at each unit about once and makes no strings.
///
/// One object may be filled again and again; it belongs to one thread.
public final class Tokens {
    /// UTF-16 units that are read at most; what comes later in a post is not judged.
    public static final int MAXIMUM_LENGTH = 4_000;

    /// What a token is.
    public enum Kind {
        WORD,
        NUMBER,
        HASHTAG,
        MENTION,
        LINK,
        EMOJI,
        EMOTICON,
        PUNCTUATION
    }

    private final Reading reading = new Reading(this);
    private int size;
    private Kind[] kinds = new Kind[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] hashes = new long[64];
    private boolean[] shouted = new boolean[64];
    private boolean[] stretched = new boolean[64];

    /// Letters of all words in their normal form, one behind another, for the n-grams of letters.
    private char[] letters = new char[512];

    private int written;
    private int[] letterStarts = new int[65];

    /// Reads a post; what was read before is forgotten.
    public Tokens read(String post) {
        size = 0;
        written = 0;
        reading.read(post, Math.min(post.length(), MAXIMUM_LENGTH));
        return this;
    }

    public int size() {
        return size;
    }

    public Kind kind(int token) {
        return kinds[token];
    }

    /// The offset of its first UTF-16 unit.
    public int start(int token) {
        return starts[token];
    }

    /// The offset after its last UTF-16 unit.
    public int end(int token) {
        return ends[token];
    }

    /// Of the normal form.
    public long hash(int token) {
        return hashes[token];
    }

    /// Of a hashtag's normal form without its sign; the same as [#hash] for other words.
    public long plainHash(int token) {
        if (kinds[token] != Kind.HASHTAG) {
            return hashes[token];
        }
        long hash = Signs.NOTHING;
        for (int i = letterStarts[token]; i < letterStarts[token + 1]; i++) {
            hash = Signs.with(hash, letters[i]);
        }
        return hash;
    }

    /// Whether a word of two letters or more is in capitals.
    public boolean shouted(int token) {
        return shouted[token];
    }

    /// Whether a letter or a sign was repeated three times or more.
    public boolean stretched(int token) {
        return stretched[token];
    }

    /// The letters of a word's or a hashtag's normal form; other tokens have none.
    public char[] letters() {
        return letters;
    }

    /// Where a token's letters begin in [#letters()]; they end where the next one's begin.
    public int lettersFrom(int token) {
        return letterStarts[token];
    }

    public int lettersTo(int token) {
        return letterStarts[token + 1];
    }

    /// The hash of a normal form, as [#hash] gives it.
    public static long hashOf(String normal) {
        return extended(Signs.NOTHING, normal);
    }

    /// The hash of a normal form that goes on after one whose hash is known.
    public static long extended(long hash, String more) {
        long longer = hash;
        for (int i = 0; i < more.length(); i++) {
            longer = Signs.with(longer, more.charAt(i));
        }
        return longer;
    }

    /// Takes a letter of the word that is added next.
    void put(char letter) {
        if (written == letters.length) {
            letters = Arrays.copyOf(letters, 2 * written);
        }
        letters[written++] = letter;
    }

    /// Takes a token with the letters that were put.
    ///
    /// @return where it ends
    int add(Kind kind, int start, int end, long hash, boolean shouts, boolean stretches) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        shouted[size] = shouts;
        stretched[size] = stretches;
        size++;
        letterStarts[size] = written;
        return end;
    }

    private void grow() {
        int room = 2 * size;
        kinds = Arrays.copyOf(kinds, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        hashes = Arrays.copyOf(hashes, room);
        shouted = Arrays.copyOf(shouted, room);
        stretched = Arrays.copyOf(stretched, room);
        letterStarts = Arrays.copyOf(letterStarts, room + 1);
    }
}
