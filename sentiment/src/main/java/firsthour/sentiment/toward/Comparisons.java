package firsthour.sentiment.toward;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.corenlp.CoreNlp;
import firsthour.sentiment.corenlp.Sentence;
import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// Finds what a post says of a target by comparing it with something else.
///
/// A parse costs hundreds of times what the models cost, so it is made only of sentences that name
/// the target, have the cues of a rule and may name something else, and of few of them.
final class Comparisons {
    /// Sentences of one post that are parsed at most.
    private static final int MAXIMUM_SENTENCES = 3;

    private static final String GREATER = "one > another";

    private static final long THAN = Tokens.hashOf("than");
    private static final long I = Tokens.hashOf("i");

    /// The first cue of each rule: most posts have none and cost no more than this look.
    private static final Hashes FIRST_CUES =
            Hashes.ofWords(
                    Rules.ALL.stream()
                            .flatMap(rule -> rule.cues().getFirst().stream())
                            .toArray(String[]::new));

    private static final List<List<Hashes>> CUES =
            Rules.ALL.stream()
                    .map(rule ->
                            rule.cues().stream()
                                    .map(cues -> Hashes.ofWords(cues.toArray(String[]::new)))
                                    .toList())
                    .toList();

    private final String post;
    private final Tokens tokens;
    private final Occurrences target;
    private final Function<String, List<Sentence>> parser;

    /// What a comparison says.
    ///
    /// @param rule its name
    record Verdict(Polarity polarity, String rule) {}

    /// @param post that the tokens were read from
    /// @param target where it names the target
    Comparisons(
            String post,
            Tokens tokens,
            Occurrences target,
            Function<String, List<Sentence>> parser) {
        this.post = post;
        this.tokens = tokens;
        this.target = target;
        this.parser = parser;
    }

    /// Empty where nothing is compared with the target, and where comparisons contradict each
    /// other.
    Optional<Verdict> find() {
        var greater = greater();
        if (greater.isPresent() || !hasAny(FIRST_CUES, 0, tokens.size())) {
            return greater;
        }
        Optional<Verdict> found = Optional.empty();
        int parsed = 0;
        int from = 0;
        while (from < tokens.size() && parsed < MAXIMUM_SENTENCES) {
            int to = sentenceEnd(from);
            if (mayCompare(from, to)) {
                parsed++;
                var here = parse(from, to);
                if (found.isPresent()
                        && here.isPresent()
                        && found.get().polarity() != here.get().polarity()) {
                    return Optional.empty();
                }
                found = found.or(() -> here);
            }
            from = to;
        }
        return found;
    }

    /// "Northline > Southway" needs no parse.
    private Optional<Verdict> greater() {
        for (int i = 0; i < target.size(); i++) {
            char behind = sign(target.after(i));
            char before = sign(target.first(i) - 1);
            boolean wins = behind == '>' || before == '<';
            boolean loses = behind == '<' || before == '>';
            if (wins != loses) {
                return Optional.of(
                        new Verdict(wins ? Polarity.POSITIVE : Polarity.NEGATIVE, GREATER));
            }
        }
        return Optional.empty();
    }

    /// Where the name begins that ends before a sign.
    private int left(int sign) {
        for (int i = 0; i < target.size(); i++) {
            if (target.after(i) == sign) {
                return target.first(i);
            }
        }
        return sign - 1;
    }

    /// Whether nothing is said before a token: "Open Settings > Northline" is a path.
    private boolean begins(int token) {
        return token == 0 || tokens.kind(token - 1) == Kind.PUNCTUATION;
    }

    /// Whether a post has a sign once and asks nothing: "Settings > Northline > Privacy" is a path.
    private boolean isAlone(char sign) {
        return post.indexOf(sign) == post.lastIndexOf(sign) && post.indexOf('?') < 0;
    }

    /// The sign at a token that compares two names, 0 for none: not an arrow, not a quotation.
    private char sign(int token) {
        if (token < 1
                || token + 1 >= tokens.size()
                || tokens.kind(token) != Kind.PUNCTUATION
                || !isName(token - 1)
                || !isName(token + 1)) {
            return 0;
        }
        char c = post.charAt(tokens.start(token));
        boolean apart =
                tokens.end(token - 1) < tokens.start(token)
                        && tokens.end(token) < tokens.start(token + 1);
        return (c == '>' || c == '<') && apart && isAlone(c) && begins(left(token)) ? c : 0;
    }

    private int sentenceEnd(int from) {
        for (int t = from; t < tokens.size(); t++) {
            if (t > from && post.indexOf('\n', tokens.end(t - 1), tokens.start(t)) >= 0) {
                return t;
            }
            if (tokens.kind(t) == Kind.PUNCTUATION
                    && ".!?".indexOf(post.charAt(tokens.start(t))) >= 0) {
                return t + 1;
            }
        }
        return tokens.size();
    }

    private boolean mayCompare(int from, int to) {
        return to - from <= CoreNlp.MAXIMUM_SENTENCE
                && hasAny(FIRST_CUES, from, to)
                && CUES.stream()
                        .anyMatch(rule -> rule.stream().allMatch(set -> hasAny(set, from, to)))
                && namesTargetAndAnother(from, to);
    }

    private boolean hasAny(Hashes words, int from, int to) {
        for (int t = from; t < to; t++) {
            if (words.contains(tokens.hash(t))) {
                return true;
            }
        }
        return false;
    }

    /// Another name may be left out after "worse than", and has no capital where the target has
    /// none.
    private boolean namesTargetAndAnother(int from, int to) {
        boolean named = false;
        boolean other = false;
        for (int t = from; t < to; t++) {
            if (target.covers(t)) {
                named = true;
                other |= !isName(t) || (t > from && tokens.hash(t - 1) == THAN);
            } else {
                other |= isName(t);
            }
        }
        return named && other;
    }

    private boolean isName(int token) {
        return switch (tokens.kind(token)) {
            case MENTION, HASHTAG -> true;
            case WORD ->
                    Character.isUpperCase(post.charAt(tokens.start(token)))
                            && tokens.hash(token) != I;
            case NUMBER, LINK, EMOJI, EMOTICON, PUNCTUATION -> false;
        };
    }

    private Optional<Verdict> parse(int from, int to) {
        int start = tokens.start(from);
        var sentences = parser.apply(readable(from, to));
        for (var rule : Rules.ALL) {
            for (var sentence : sentences) {
                var said = rule.toward(sentence, inTarget(sentence, start));
                if (said.isPresent()) {
                    return said.map(polarity -> new Verdict(polarity, rule.name()));
                }
            }
        }
        return Optional.empty();
    }

    /// The tokens with the offsets that they have in the post; accounts and hashtags as the names
    /// that they are, links and faces as white space.
    private String readable(int from, int to) {
        int start = tokens.start(from);
        char[] text = new char[tokens.end(to - 1) - start];
        Arrays.fill(text, ' ');
        for (int t = from; t < to; t++) {
            int skipped =
                    switch (tokens.kind(t)) {
                        case HASHTAG, MENTION -> 1;
                        case WORD, NUMBER, PUNCTUATION -> 0;
                        case LINK, EMOJI, EMOTICON -> tokens.end(t) - tokens.start(t);
                    };
            int first = tokens.start(t) + skipped;
            post.getChars(first, tokens.end(t), text, first - start);
        }
        return new String(text);
    }

    private IntPredicate inTarget(Sentence sentence, int start) {
        return at -> {
            var word = sentence.word(at);
            for (int i = 0; i < target.size(); i++) {
                if (start + word.start() < tokens.end(target.after(i) - 1)
                        && start + word.end() > tokens.start(target.first(i))) {
                    return true;
                }
            }
            return false;
        };
    }
}
