package firsthour.sentiment.toward;

import firsthour.sentiment.corenlp.Sentence;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A word that compares: "better", "less reliable".
///
/// @param at the place of the word that has the quality
/// @param praises whether more of it is better for a customer
record Comparative(int at, boolean praises) {
    /// "than" stands at most so many words after what it belongs to.
    private static final int REACH = 8;

    private static final Set<String> BETTER =
            words(
                    """
                    better faster cheaper nicer easier quicker smoother friendlier cleaner safer
                    stronger superior smarter simpler cooler prettier happier healthier tastier
                    sharper brighter fresher sturdier comfier kinder preferable fairer
                    """);
    private static final Set<String> WORSE =
            words(
                    """
                    worse slower pricier weaker uglier dumber inferior ruder dirtier buggier
                    crappier shittier clunkier costlier poorer riskier lousier flimsier sadder
                    clumsier laggier
                    """);

    /// Qualities of which a customer wants more.
    private static final Set<String> GOOD =
            words(
                    """
                    reliable helpful friendly comfortable affordable responsive stable powerful
                    useful efficient convenient professional intuitive accurate secure polite honest
                    competent advanced durable enjoyable fun attractive beautiful elegant flexible
                    productive robust consistent dependable trustworthy interesting pleasant
                    economical effective user-friendly sophisticated readable exciting fuel-efficient
                    impressive generous transparent quickly smoothly easily reliably efficiently
                    """);

    private static final Set<String> BAD =
            words(
                    """
                    expensive annoying difficult complicated confusing frustrating unreliable
                    useless boring painful buggy dangerous stressful rude awful terrible horrible
                    incompetent cumbersome clunky verbose vulnerable fragile problematic overpriced
                    unstable ugly stupid disappointing greedy dishonest slowly costly
                    """);

    /// Without one of these words there is no comparative.
    static final Set<String> CUES =
            Stream.of(BETTER, WORSE, Set.of("more", "less"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    /// Clauses that have a subject of their own, said or not.
    private static final Set<String> CLAUSES = Set.of("ccomp", "advcl", "parataxis", "acl");

    /// The comparative to which a "than" belongs: the nearest before it.
    static Optional<Comparative> before(Sentence sentence, int than) {
        for (int at = than - 1; at >= Math.max(0, than - REACH); at--) {
            var word = sentence.word(at);
            if (BETTER.contains(word.form()) || WORSE.contains(word.form())) {
                return Optional.of(new Comparative(at, BETTER.contains(word.form())));
            }
            if (word.is("more", "less") && at + 1 < than) {
                return graded(sentence, at + 1, word.is("more"));
            }
            if (word.tag().equals("JJR")
                    || word.tag().equals("RBR")
                    || word.is(",", ";", ":", "off")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Comparative> graded(Sentence sentence, int at, boolean more) {
        String form = sentence.word(at).form();
        if (GOOD.contains(form) || BAD.contains(form)) {
            return Optional.of(new Comparative(at, GOOD.contains(form) == more));
        }
        return Optional.empty();
    }

    /// The head of what is said to be so: the subject of the word or of what it belongs to.
    OptionalInt subject(Sentence sentence) {
        int node = at;
        while (node != Sentence.ROOT) {
            var subject = sentence.children(node, "nsubj").findFirst();
            if (subject.isPresent()) {
                return spokenOf(sentence, subject.getAsInt(), node);
            }
            if (CLAUSES.contains(sentence.word(node).relation())) {
                break;
            }
            node = sentence.word(node).head();
        }
        return OptionalInt.empty();
    }

    /// In "a phone that is faster" the phone.
    private static OptionalInt spokenOf(Sentence sentence, int subject, int verb) {
        boolean relative =
                sentence.word(subject).is("that", "which", "who")
                        && sentence.word(verb).relation().equals("acl:relcl");
        return OptionalInt.of(relative ? sentence.word(verb).head() : subject);
    }

    /// The word and all that it depends on, up to the root: what denies one of them ("I don't think
    /// that ...") denies the comparison.
    IntStream line(Sentence sentence) {
        return IntStream.iterate(
                at, node -> node != Sentence.ROOT, node -> sentence.word(node).head());
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+", -1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
