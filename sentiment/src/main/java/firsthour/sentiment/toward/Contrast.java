package firsthour.sentiment.toward;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.util.Optional;

/// A sentence that says one thing of the target and another of somebody else: "Northline lost my
/// parcel, Southway saved my day". Parts that stand side by side each begin with the name that they
/// are about, so the target's part can be judged alone.
final class Contrast {
    /// Words that a part must have behind the name.
    private static final int LEAST_WORDS = 2;

    /// What joins two parts of one sentence.
    private static final Hashes JOINING =
            Hashes.ofWords(", ; but while whereas though although however yet");

    private static final Hashes ENDING = Hashes.ofWords(". .. ... ! !! !!! ? ?? ??? … : \"");

    /// Words that begin a sentence with a capital and name nothing.
    private static final Hashes NO_NAMES =
            Hashes.ofWords(
                    "i i'm i've i'll a an the this that these those my your his her our their its it"
                            + " it's he she we you they there here what who why when where how if"
                            + " so as at in on for from with to of by no not never just now today"
                            + " yesterday tomorrow then after before is are was were do does did"
                            + " have has had can could will would should oh ok yes please thanks"
                            + " thank love hate good great bad best worst also even only all any"
                            + " some every each most many more one two rt");

    private final String post;
    private final Tokens tokens;
    private final Occurrences target;

    Contrast(String post, Tokens tokens, Occurrences target) {
        this.post = post;
        this.tokens = tokens;
        this.target = target;
    }

    /// The part about the target; empty where there is no such contrast, and where the target is
    /// named more than once.
    Optional<String> find() {
        int first = target.first(0);
        int end = end(target.after(0));
        boolean begins = first == 0 || isBetween(first - 1);
        if (target.size() != 1 || !begins || end - target.after(0) < LEAST_WORDS) {
            return Optional.empty();
        }
        boolean after = joins(end) && speaksOfAnother(skip(end));
        boolean before = joins(first - 1) && speaksOfAnother(begin(first - 1));
        return before || after
                ? Optional.of(post.substring(tokens.start(first), tokens.end(end - 1)))
                : Optional.empty();
    }

    private boolean joins(int token) {
        return token >= 0 && token < tokens.size() && JOINING.contains(tokens.hash(token));
    }

    private boolean isBetween(int token) {
        return joins(token) || ENDING.contains(tokens.hash(token));
    }

    /// Where the part ends that a token stands in.
    private int end(int token) {
        int end = token;
        while (end < tokens.size() && !isBetween(end)) {
            end++;
        }
        return end;
    }

    /// Where the part begins that ends before the joint at a token: ", but" is one joint.
    private int begin(int joint) {
        int begin = joint;
        while (joins(begin)) {
            begin--;
        }
        while (begin > 0 && !isBetween(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private int skip(int joint) {
        int next = joint;
        while (joins(next)) {
            next++;
        }
        return next;
    }

    private boolean speaksOfAnother(int from) {
        return from >= 0 && from < tokens.size() && isName(from) && end(from) - from > LEAST_WORDS;
    }

    private boolean isName(int token) {
        return tokens.kind(token) == Kind.MENTION
                || (tokens.kind(token) == Kind.WORD
                        && Character.isUpperCase(post.charAt(tokens.start(token)))
                        && !NO_NAMES.contains(tokens.hash(token)));
    }
}
