package firsthour.sentiment.text;

import java.util.Optional;

/// Where a post names a brand, as words, as a hashtag or as an account: runs of tokens that do not
/// overlap, in the order of the text.
///
/// One object may be filled again and again; it belongs to one thread.
public final class Occurrences {
    /// More of them say nothing more.
    private static final int MAXIMUM = 16;

    private final int[] firsts = new int[MAXIMUM];
    private final int[] afters = new int[MAXIMUM];
    private int size;
    private String brand = "";
    private Optional<Name> name = Optional.empty();

    public int size() {
        return size;
    }

    /// The first token of an occurrence.
    public int first(int occurrence) {
        return firsts[occurrence];
    }

    /// The token after the last of an occurrence.
    public int after(int occurrence) {
        return afters[occurrence];
    }

    /// Whether a token is a part of the name.
    public boolean covers(int token) {
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
    /// @param of the brand's name as people write it; one without letters and digits is never found
    public Occurrences find(String text, Tokens tokens, String of) {
        if (!of.equals(brand)) {
            brand = of;
            name = Name.of(of);
        }
        size = 0;
        name.ifPresent(known -> find(text, tokens, known));
        return this;
    }

    private void find(String text, Tokens tokens, Name known) {
        int token = 0;
        while (token < tokens.size() && size < MAXIMUM) {
            int after = after(text, tokens, token, known);
            if (after > token) {
                firsts[size] = token;
                afters[size++] = after;
            }
            token = Math.max(after, token + 1);
        }
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
