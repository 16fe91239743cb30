package firsthour.sentiment.cues;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.Arrays;

/// The words of a post in a row, as phrases are looked for in them: hyphens, quotation marks and
/// brackets are left out, the marks that end a clause stay. Each word knows its sentence, whether a
/// negation reaches it and whether it stands in quotation marks.
///
/// One object may be filled again and again; it belongs to one thread.
final class Words {
    /// How far a negation reaches: "didn't even have to wait".
    private static final int REACH = 5;

    /// "no delay", "without a single hitch".
    private static final int SHORT_REACH = 3;

    private static final Hashes NEGATIONS =
            Hashes.ofWords(
                    "not never isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't");
    private static final Hashes SHORT_NEGATIONS =
            Hashes.ofWords("no without nor neither zero avoid");

    /// Behind these the negation is over: "but", and verbs that take the negation on themselves, as
    /// in "they didn't fix the leak".
    private static final Hashes ENDS =
            Hashes.ofWords(
                    "but however because since so that until when if why how only just fix fixed"
                            + " solve solved replace replaced explain tell told warn warned care"
                            + " mention help believe understand know surprised");

    /// Left out: they stand inside of words or around them.
    private static final Hashes SKIPPED = Hashes.ofWords("- -- \" ' ( ) * ** *** _ ~ [ ] +");

    private static final Hashes QUOTES = Hashes.ofWords("\" ' * '' **");
    private static final Hashes SENTENCE_ENDS = Hashes.ofWords(". .. ... ! !! !!! ? ?? ??? …");
    private static final Hashes CLAUSE_ENDS = Hashes.ofWords(", ; : &");

    private int size;
    private int shouted;
    private long[] hashes = new long[64];
    private long[] plain = new long[64];
    private byte[] kinds = new byte[64];
    private int[] sentences = new int[64];
    private boolean[] negated = new boolean[64];
    private boolean[] quoted = new boolean[64];
    private int[] tokens = new int[64];

    private static final byte WORD = 0;
    private static final byte NUMBER = 1;
    private static final byte MARK = 2;

    /// Reads the words of a post; what was read before is forgotten.
    Words read(Tokens of) {
        size = 0;
        shouted = 0;
        int sentence = 0;
        int reach = 0;
        for (int t = 0; t < of.size(); t++) {
            long hash = of.hash(t);
            Kind kind = of.kind(t);
            if (isSkipped(of, t)) {
                continue;
            }
            boolean ends = kind == Kind.PUNCTUATION && SENTENCE_ENDS.contains(hash);
            if (ends || (kind == Kind.PUNCTUATION && CLAUSE_ENDS.contains(hash))) {
                reach = 0;
            }
            add(of, t, hash, kind);
            shouted += of.shouted(t) ? 1 : 0;
            int at = size - 1;
            sentences[at] = sentence;
            sentence += ends ? 1 : 0;
            if (reach > 0 && ENDS.contains(hash)) {
                reach = 0;
            }
            negated[at] = reach > 0;
            reach = Math.max(reach - 1, reachOf(hash));
        }
        return this;
    }

    private void add(Tokens of, int token, long hash, Kind kind) {
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        plain[size] = of.plainHash(token);
        kinds[size] =
                switch (kind) {
                    case NUMBER -> NUMBER;
                    case PUNCTUATION -> MARK;
                    default -> WORD;
                };
        quoted[size] = isQuote(of, token - 1) && isQuote(of, token + 1);
        tokens[size] = token;
        size++;
    }

    /// Whether a token is no word of a row.
    static boolean isSkipped(Tokens of, int token) {
        return switch (of.kind(token)) {
            case LINK -> true;
            case PUNCTUATION -> SKIPPED.contains(of.hash(token));
            default -> false;
        };
    }

    private static boolean isQuote(Tokens of, int token) {
        return token >= 0
                && token < of.size()
                && of.kind(token) == Kind.PUNCTUATION
                && QUOTES.contains(of.hash(token));
    }

    private static int reachOf(long hash) {
        if (NEGATIONS.contains(hash)) {
            return REACH;
        }
        return SHORT_NEGATIONS.contains(hash) ? SHORT_REACH : 0;
    }

    private void grow() {
        int room = 2 * size;
        hashes = Arrays.copyOf(hashes, room);
        plain = Arrays.copyOf(plain, room);
        kinds = Arrays.copyOf(kinds, room);
        sentences = Arrays.copyOf(sentences, room);
        negated = Arrays.copyOf(negated, room);
        quoted = Arrays.copyOf(quoted, room);
        tokens = Arrays.copyOf(tokens, room);
    }

    int size() {
        return size;
    }

    /// How many are in capitals.
    int shouted() {
        return shouted;
    }

    long hash(int word) {
        return hashes[word];
    }

    /// The hash of a hashtag without its sign; that of the word for others.
    long plain(int word) {
        return plain[word];
    }

    boolean isNumber(int word) {
        return kinds[word] == NUMBER;
    }

    boolean isMark(int word) {
        return kinds[word] == MARK;
    }

    /// Counted from 0.
    int sentence(int word) {
        return sentences[word];
    }

    boolean negated(int word) {
        return negated[word];
    }

    boolean quoted(int word) {
        return quoted[word];
    }

    /// The token that a word is.
    int token(int word) {
        return tokens[word];
    }

    /// The sentences in which a brand is named, a bit each.
    long sentences(Occurrences named) {
        long found = 0;
        for (int word = 0; word < size; word++) {
            if (named.covers(tokens[word])) {
                found |= Seen.sentence(sentences[word]);
            }
        }
        return found;
    }
}
