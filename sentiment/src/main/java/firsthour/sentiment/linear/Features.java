package firsthour.sentiment.linear;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.Arrays;

/// The hashed features of a post: words alone and in twos to fours, marked where a negation reaches
/// them, two words with one or two others between them, and the letters of each word in threes to
/// fives.
///
/// A feature is a number below a power of two; different ones may share a number. Each counts once
/// in a post. One object may be filled again and again; it belongs to one thread.
public final class Features {
    private static final long WORD = 0x9E3779B97F4A7C15L;
    private static final long PAIR = 0xC2B2AE3D27D4EB4FL;
    private static final long TRIPLE = 0x165667B19E3779F9L;
    private static final long FOURSOME = 0x2545F4914F6CDD1DL;
    private static final long APART = 0x9FB21C651E98DF25L;
    private static final long LETTERS = 0x27D4EB2F165667C5L;
    private static final long NEGATED = 0x85EBCA77C2B2AE63L;
    private static final long SHAPE = 0x94D049BB133111EBL;
    private static final long EDGE = 0xBF58476D1CE4E5B9L;

    /// The owner of a feature that belongs to no token.
    static final int OF_POST = -1;

    private static final int LONGEST_WORD = 24;

    private static final Hashes NEGATIONS =
            Hashes.ofWords(
                    "not no never none nothing nobody nowhere neither nor cannot without hardly",
                    "barely scarcely don't doesn't didn't isn't aren't wasn't weren't won't",
                    "wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't mustn't",
                    "dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt",
                    "shouldnt havent hasnt hadnt aint");
    private static final long BUT = Tokens.hashOf("but");
    private static final long HOWEVER = Tokens.hashOf("however");

    private final int mask;
    private final int[] table = new int[1 << 13];
    private final int[] stamps = new int[1 << 13];
    private int stamp = 1;
    private int[] ids = new int[512];
    private int size;

    /// The token that each feature came from, [#OF_POST] for the post as a whole.
    private int[] owners = new int[512];

    /// By feature, for whoever looks the features up.
    private int[] places = new int[512];

    private int owner = OF_POST;
    private boolean[] negated = new boolean[64];

    /// @param bits of a feature's number, 10 to 28
    public Features(int bits) {
        mask = (1 << bits) - 1;
    }

    public int size() {
        return size;
    }

    public int get(int i) {
        return ids[i];
    }

    /// The token that a feature came from: the last word of a pair or three, and the first token in
    /// the post that has it; [#OF_POST] where it came from none.
    int owner(int i) {
        return owners[i];
    }

    /// Room for a number of each feature; it holds what was written there last.
    int[] places() {
        return places;
    }

    public int[] copy() {
        return Arrays.copyOf(ids, size);
    }

    /// Whether a negation reaches a token of the post that was read last.
    public boolean negated(int token) {
        return negated[token];
    }

    /// Reads a post's features; what was read before is forgotten.
    public Features read(Tokens tokens) {
        clear();
        markNegations(tokens);
        words(tokens);
        int shouted = 0;
        int stretched = 0;
        for (int t = 0; t < tokens.size(); t++) {
            owner = t;
            addLetters(tokens, t);
            shouted += tokens.shouted(t) ? 1 : 0;
            stretched += tokens.stretched(t) ? 1 : 0;
        }
        owner = OF_POST;
        add(mix(SHAPE, 1 + Math.min(shouted, 3)));
        add(mix(SHAPE, 10 + Math.min(stretched, 3)));
        add(mix(SHAPE, 20 + Math.min(tokens.size() / 6, 6)));
        return this;
    }

    public void clear() {
        stamp++;
        size = 0;
        owner = OF_POST;
    }

    private void words(Tokens tokens) {
        long before = 0;
        long beforeThat = 0;
        long first = 0;
        for (int t = 0; t < tokens.size(); t++) {
            long hash = tokens.hash(t);
            owner = t;
            add(mix(WORD, negated[t] ? hash ^ NEGATED : hash));
            add(mix(PAIR ^ (before * 31), hash));
            if (beforeThat != 0) {
                add(mix(TRIPLE ^ (beforeThat * 961) ^ (before * 31), hash));
            }
            if (first != 0) {
                add(mix(FOURSOME ^ (first * 29791) ^ (beforeThat * 961) ^ (before * 31), hash));
            }
            if (tokens.kind(t) != Kind.PUNCTUATION) {
                if (t > 1 && tokens.kind(t - 2) != Kind.PUNCTUATION) {
                    add(mix(APART ^ (beforeThat * 31), hash));
                }
                if (t > 2 && tokens.kind(t - 3) != Kind.PUNCTUATION) {
                    add(mix(APART ^ (first * 31), hash));
                }
            }
            if (tokens.kind(t) == Kind.HASHTAG) {
                add(mix(WORD, tokens.plainHash(t)));
            }
            first = beforeThat;
            beforeThat = before;
            before = hash;
        }
        add(mix(PAIR ^ (before * 31), EDGE));
    }

    /// Adds the letters of one word in threes to fives, its edges marked.
    public void addLetters(Tokens tokens, int token) {
        int from = tokens.lettersFrom(token);
        int length = Math.min(tokens.lettersTo(token) - from, LONGEST_WORD);
        if (length < 2) {
            return;
        }
        char[] letters = tokens.letters();
        for (int i = -1; i < length - 1; i++) {
            long hash = LETTERS;
            for (int n = 0; n < 5; n++) {
                int at = i + n;
                if (at > length) {
                    break;
                }
                char c = at < 0 ? '^' : at == length ? '$' : letters[from + at];
                hash = (hash ^ c) * 0x100000001b3L;
                if (n >= 2) {
                    add(mix(LETTERS, hash));
                }
            }
        }
    }

    void markNegations(Tokens tokens) {
        if (negated.length < tokens.size()) {
            negated = new boolean[2 * tokens.size()];
        }
        boolean reaches = false;
        for (int t = 0; t < tokens.size(); t++) {
            long hash = tokens.hash(t);
            if (tokens.kind(t) == Kind.PUNCTUATION || hash == BUT || hash == HOWEVER) {
                reaches = false;
            }
            negated[t] = reaches;
            if (tokens.kind(t) == Kind.WORD && NEGATIONS.contains(hash)) {
                reaches = true;
            }
        }
    }

    public void add(long hash) {
        int id = (int) (hash ^ (hash >>> 32)) & mask;
        int slot = (id * 0x9E3779B1) >>> 19;
        while (stamps[slot] == stamp) {
            if (table[slot] == id) {
                return;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        if (size >= table.length / 2) {
            return;
        }
        stamps[slot] = stamp;
        table[slot] = id;
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            owners = Arrays.copyOf(owners, 2 * size);
            places = new int[2 * size];
        }
        owners[size] = owner;
        ids[size++] = id;
    }

    public static long mix(long salt, long hash) {
        long h = hash * salt;
        h ^= h >>> 29;
        h *= 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 32);
    }
}
