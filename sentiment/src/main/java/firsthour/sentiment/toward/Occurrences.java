package firsthour.sentiment.toward;

import firsthour.sentiment.text.Tokens;

/// Where a post names a brand: runs of tokens that do not overlap, in the order of the text.
///
/// One object may be filled again and again; it belongs to one thread.
final class Occurrences {
    /// More of them say nothing more.
    private static final int MAXIMUM = 16;

    private final int[] firsts = new int[MAXIMUM];
    private final int[] afters = new int[MAXIMUM];
    private int size;

    int size() {
        return size;
    }

    /// The first token of an occurrence.
    int first(int occurrence) {
        return firsts[occurrence];
    }

    /// The token after the last of an occurrence.
    int after(int occurrence) {
        return afters[occurrence];
    }

    /// Whether a token is a part of the name.
    boolean covers(int token) {
        for (int i = 0; i < size; i++) {
            if (token >= firsts[i] && token < afters[i]) {
                return true;
            }
        }
        return false;
    }

    /// Finds a name; what was found before is forgotten.
    ///
    /// @param text that the tokens were read from
    Occurrences find(String text, Tokens tokens, Name name) {
        size = 0;
        int token = 0;
        while (token < tokens.size() && size < MAXIMUM) {
            int after = after(text, tokens, token, name);
            if (after > token) {
                firsts[size] = token;
                afters[size++] = after;
            }
            token = Math.max(after, token + 1);
        }
        return this;
    }

    private static int after(String text, Tokens tokens, int token, Name name) {
        int start = tokens.start(token);
        return switch (tokens.kind(token)) {
            case HASHTAG, MENTION ->
                    name.isTag(text, start + 1, tokens.end(token)) ? token + 1 : -1;
            case WORD, NUMBER, PUNCTUATION, EMOJI, EMOTICON -> {
                int end = name.end(text, start);
                int after = token;
                while (after < tokens.size() && tokens.start(after) < end) {
                    after++;
                }
                yield after;
            }
            case LINK -> -1;
        };
    }
}
