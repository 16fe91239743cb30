package firsthour.sentiment.toward;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import java.util.Arrays;

/// How the tokens of a post lie around the occurrences of a target: how far, on which side, in the
/// same clause or not.
///
/// One object may be filled again and again; it belongs to one thread.
final class Layout {
    /// As far as anything is.
    static final int FAR = 99;

    private static final Hashes SEPARATORS =
            Hashes.ofWords(
                    "but while whereas though although however yet because cause",
                    "; . .. ... ! !! !!! ? ?? ??? …");

    /// What ends a part of a clause.
    private static final Hashes PARTING = Hashes.ofWords(", - : ( ) / and or then");

    private static final long I = Tokens.hashOf("i");

    private int[] distances = new int[64];
    private boolean[] after = new boolean[64];
    private boolean[] named = new boolean[64];
    private int[] clauses = new int[64];
    private boolean[] speaking = new boolean[64];
    private boolean[] own = new boolean[64];
    private int size;
    private int last;

    /// Reads how a post lies; what was read before is forgotten.
    ///
    /// @param post that the tokens were read from
    Layout read(String post, Tokens tokens, Occurrences occurrences) {
        size = tokens.size();
        if (size >= distances.length) {
            distances = new int[2 * size];
            after = new boolean[2 * size];
            named = new boolean[2 * size];
            clauses = new int[2 * size];
            speaking = new boolean[2 * size];
            own = new boolean[2 * size];
        }
        Arrays.fill(speaking, 0, size + 1, false);
        last = 0;
        for (int t = 0; t < size; t++) {
            place(t, occurrences);
            if (!named[t] && SEPARATORS.contains(tokens.hash(t))) {
                last++;
            }
            clauses[t] = last;
            speaking[last] |= named[t];
        }
        Arrays.fill(own, 0, size, false);
        for (int i = 0; i < occurrences.size(); i++) {
            int before = occurrences.first(i) - 1;
            while (before >= 0 && !parts(post, tokens, before)) {
                own[before--] = true;
            }
            int after = occurrences.after(i);
            while (after < size && !parts(post, tokens, after)) {
                own[after++] = true;
            }
        }
        return this;
    }

    private boolean parts(String post, Tokens tokens, int token) {
        long hash = tokens.hash(token);
        return named[token]
                || SEPARATORS.contains(hash)
                || PARTING.contains(hash)
                || isName(post, tokens, token);
    }

    /// Whether a token may name something; a capital at the beginning of a post says nothing.
    static boolean isName(String post, Tokens tokens, int token) {
        return switch (tokens.kind(token)) {
            case MENTION, HASHTAG -> true;
            case WORD ->
                    token > 0
                            && tokens.hash(token) != I
                            && Character.isUpperCase(post.charAt(tokens.start(token)));
            case NUMBER, LINK, EMOJI, EMOTICON, PUNCTUATION -> false;
        };
    }

    private void place(int token, Occurrences occurrences) {
        distances[token] = FAR;
        named[token] = false;
        after[token] = false;
        for (int i = 0; i < occurrences.size(); i++) {
            int before = occurrences.first(i) - token;
            int behind = token - occurrences.after(i) + 1;
            if (before <= 0 && behind <= 0) {
                named[token] = true;
                distances[token] = 0;
            } else if (Math.max(before, behind) < distances[token]) {
                distances[token] = Math.max(before, behind);
                after[token] = behind > 0;
            }
        }
    }

    int size() {
        return size;
    }

    /// Tokens to the nearest occurrence: 0 within it, 1 beside it, [#FAR] at most.
    int distance(int token) {
        return distances[token];
    }

    /// Whether the nearest occurrence stands before the token.
    boolean isAfter(int token) {
        return after[token];
    }

    /// Whether the token is a part of the name.
    boolean isTarget(int token) {
        return named[token];
    }

    /// Whether the token stands in a clause that names the target.
    boolean isWithTarget(int token) {
        return speaking[clauses[token]];
    }

    /// Whether nothing stands between the token and the target that parts them: no sign, no "and",
    /// no other name.
    boolean isOwn(int token) {
        return own[token];
    }

    boolean hasOneClause() {
        return last == 0;
    }
}
