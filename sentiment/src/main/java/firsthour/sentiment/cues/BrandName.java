package firsthour.sentiment.cues;

import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.Locale;

/// Finds a brand's name in a post: as words, as a hashtag, at the start of an account's name.
///
/// Immutable.
final class BrandName {
    private final String joined;
    private final long joinedHash;
    private final long[] words;

    BrandName(String name) {
        var tokens = new Tokens().read(name);
        words = new long[tokens.size()];
        var letters = new StringBuilder();
        for (int t = 0; t < words.length; t++) {
            words[t] = tokens.plainHash(t);
            letters.append(name, tokens.start(t), tokens.end(t));
        }
        joined = letters.toString().toLowerCase(Locale.ROOT);
        joinedHash = Tokens.hashOf(joined);
    }

    /// The sentences that name the brand, a bit each.
    ///
    /// @param text that the tokens were read from
    long sentences(Tokens tokens, Words in, String text) {
        long sentences = 0;
        for (int word = 0; word < in.size(); word++) {
            if (isAt(tokens, in, text, word)) {
                sentences |= Seen.sentence(in.sentence(word));
            }
        }
        return sentences;
    }

    private boolean isAt(Tokens tokens, Words in, String text, int word) {
        if (words.length == 0) {
            return false;
        }
        int token = in.token(word);
        if (tokens.kind(token) == Kind.MENTION) {
            return text.regionMatches(true, tokens.start(token) + 1, joined, 0, joined.length());
        }
        return in.plain(word) == joinedHash || isSpelled(tokens, token);
    }

    private boolean isSpelled(Tokens tokens, int token) {
        if (token + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (tokens.hash(token + i) != words[i]) {
                return i == words.length - 1 && isGenitive(tokens, token + i);
            }
        }
        return true;
    }

    /// Whether the last word is the name with "'s" behind it.
    private boolean isGenitive(Tokens tokens, int token) {
        long hash = words[words.length - 1];
        return tokens.hash(token) == Tokens.extended(hash, "'s");
    }
}
