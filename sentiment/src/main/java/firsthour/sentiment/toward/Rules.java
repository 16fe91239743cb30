package firsthour.sentiment.toward;

import firsthour.sentiment.corenlp.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rules of comparison. Each is meant to be silent rather than wrong: negations, questions and
/// wishes decide nothing.
final class Rules {
    private static final Set<String> NEGATIONS =
            words("not n't nt never no neither nor hardly without");
    private static final Set<String> NOBODY = Set.of("nothing", "nobody", "none", "noone");

    /// What makes a sentence say how things ought to be, or might, not how they are.
    private static final Set<String> UNREAL =
            words(
                    """
                    ? if wish hope hoping whether unless until should would could
                    might must doubt skeptical
                    """);

    private static final Set<String> SWITCHING =
            words(
                    """
                    switch switched switching switches move moved moving moves migrate
                    migrated migrating upgrade upgraded upgrading converted
                    """);
    private static final Set<String> LEAVING =
            words(
                    """
                    leave left leaving leaves ditch ditched ditching dump dumped
                    dumping drop dropped dropping abandon abandoned
                    """);
    private static final Set<String> PREFERRING =
            Set.of("prefer", "prefers", "preferred", "preferring");
    private static final Set<String> UNWILLING =
            words("hate hated refuse refused reason reluctant regret");

    /// "Faster than Northline promised" compares with no other.
    private static final Set<String> SAYING =
            words(
                    """
                    promise promised say says said claim claims claimed advertise
                    advertised quote quoted estimate estimated expect expected tell
                    told think thought suggest suggested
                    """);

    private static final Set<String> WISHING = Set.of("wish", "wished", "wishing");

    /// All of them, in the order in which they are asked.
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "better or worse than another",
                            List.of(Set.of("than"), Comparative.CUES),
                            Rules::than),
                    new Rule(
                            "superior or inferior to another",
                            List.of(Set.of("superior", "inferior"), Set.of("to")),
                            Rules::superior),
                    new Rule(
                            "switched from one to another",
                            List.of(SWITCHING, Set.of("from")),
                            Rules::switched),
                    new Rule("left one for another", List.of(LEAVING, Set.of("for")), Rules::left),
                    new Rule(
                            "preferred one to another",
                            List.of(PREFERRING, Set.of("over", "to")),
                            Rules::preferred),
                    new Rule(
                            "one instead of another",
                            List.of(Set.of("instead"), Set.of("of")),
                            Rules::instead),
                    new Rule(
                            "wished to be like another",
                            List.of(WISHING, Set.of("like")),
                            Rules::wished));

    private Rules() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static List<Preference> than(Sentence sentence) {
        return sentence.places()
                .filter(at -> sentence.isMarked(at, "than"))
                .filter(at -> isStandard(sentence, at))
                .boxed()
                .flatMap(at ->
                        Comparative.before(sentence, sentence.marker(at, "than").orElseThrow())
                                .flatMap(comparative -> compared(sentence, comparative, at))
                                .stream())
                .toList();
    }

    /// A thing after "than", its possessor's apostrophe aside: "than with", "than never" are none.
    private static boolean isStandard(Sentence sentence, int at) {
        return !sentence.word(at).tag().startsWith("RB")
                && !isNegated(sentence, at)
                && sentence.markers(at).allMatch(Set.of("than", "'s", "’s", "'")::contains);
    }

    private static List<Preference> superior(Sentence sentence) {
        return sentence.places()
                .filter(at -> sentence.isMarked(at, "to"))
                .boxed()
                .flatMap(at ->
                        sentence
                                .head(at)
                                .flatMap(head -> Comparative.before(sentence, head + 1))
                                .filter(found ->
                                        sentence.word(found.at()).is("superior", "inferior"))
                                .flatMap(comparative -> compared(sentence, comparative, at))
                                .stream())
                .toList();
    }

    /// What a comparative says of its subject and of what that is compared with.
    ///
    /// @param standard the head of what something is compared with
    private static Optional<Preference> compared(
            Sentence sentence, Comparative comparative, int standard) {
        boolean denied = comparative.line(sentence).anyMatch(at -> isNegated(sentence, at));
        boolean promised = SAYING.contains(sentence.word(standard).form());
        if (denied || promised || isUnreal(sentence)) {
            return Optional.empty();
        }
        // "than Southway ever did": what does it is the other side.
        int other = sentence.children(standard, "nsubj").findFirst().orElse(standard);
        var subject = comparative.subject(sentence);
        boolean nobody = subject.isPresent() && isNobody(sentence, subject.getAsInt());
        return Optional.of(
                nobody
                        ? Preference.compared(
                                OptionalInt.empty(), OptionalInt.of(other), !comparative.praises())
                        : Preference.compared(
                                subject, OptionalInt.of(other), comparative.praises()));
    }

    private static List<Preference> switched(Sentence sentence) {
        return verbs(sentence, SWITCHING)
                .mapToObj(verb ->
                        new Preference(below(sentence, verb, "to"), below(sentence, verb, "from")))
                .filter(preference -> preference.worse().isPresent())
                .toList();
    }

    private static List<Preference> left(Sentence sentence) {
        return verbs(sentence, LEAVING)
                .mapToObj(verb ->
                        new Preference(
                                below(sentence, verb, "for"),
                                sentence.children(verb, "obj").findFirst()))
                // "Left early for the fitter" leaves nobody.
                .filter(preference ->
                        preference.better().isPresent()
                                && preference.worse().isPresent()
                                && isName(sentence, preference.better().getAsInt())
                                && isName(sentence, preference.worse().getAsInt()))
                .toList();
    }

    private static List<Preference> preferred(Sentence sentence) {
        return verbs(sentence, PREFERRING)
                .boxed()
                .flatMap(verb ->
                        Stream.of("over", "to")
                                .map(marker ->
                                        new Preference(
                                                sentence.children(verb, "obj").findFirst(),
                                                below(sentence, verb, marker))))
                .filter(preference -> preference.worse().isPresent())
                .toList();
    }

    private static List<Preference> instead(Sentence sentence) {
        return sentence.places()
                .filter(at -> sentence.has(at, "instead") && !isUnreal(sentence))
                .boxed()
                .flatMap(worse ->
                        sentence.head(worse).stream()
                                .map(head ->
                                        new Preference(
                                                sentence.word(head).tag().startsWith("N")
                                                        ? OptionalInt.of(head)
                                                        : sentence.children(head, "obj")
                                                                .findFirst(),
                                                OptionalInt.of(worse))))
                .toList();
    }

    private static List<Preference> wished(Sentence sentence) {
        return sentence.places()
                .filter(at -> sentence.isMarked(at, "like") && !isNegated(sentence, at))
                .mapToObj(better ->
                        new Preference(
                                OptionalInt.of(better),
                                sentence.children(better, "nsubj").findFirst()))
                .filter(preference -> preference.worse().isPresent())
                .toList();
    }

    /// A verb that says what somebody did: not what they would do, hate to do, or see no reason to.
    private static IntStream verbs(Sentence sentence, Set<String> forms) {
        return sentence.places()
                .filter(at -> forms.contains(sentence.word(at).form()))
                .filter(at -> !isUnreal(sentence) && !isDenied(sentence, at));
    }

    /// Whether the word, or one on which it depends, is negated or speaks of unwillingness.
    private static boolean isDenied(Sentence sentence, int at) {
        int next = at;
        for (int steps = 0; steps < sentence.words().size(); steps++) {
            if (isNegated(sentence, next) || UNWILLING.contains(sentence.word(next).form())) {
                return true;
            }
            var head = sentence.head(next);
            if (head.isEmpty()) {
                return false;
            }
            next = head.get();
        }
        return false;
    }

    private static boolean isName(Sentence sentence, int at) {
        return sentence.word(at).tag().startsWith("NNP");
    }

    /// The noun after a preposition that belongs to a verb or to its object.
    private static OptionalInt below(Sentence sentence, int verb, String preposition) {
        return IntStream.concat(
                        sentence.children(verb),
                        sentence.children(verb, "obj").flatMap(sentence::children))
                .filter(at -> sentence.isMarked(at, preposition))
                .findFirst();
    }

    private static boolean isNegated(Sentence sentence, int at) {
        return sentence.children(at)
                .anyMatch(child -> NEGATIONS.contains(sentence.word(child).form()));
    }

    private static boolean isNobody(Sentence sentence, int subject) {
        return NOBODY.contains(sentence.word(subject).form())
                || sentence.children(subject, "det")
                        .anyMatch(child -> sentence.word(child).is("no"));
    }

    private static boolean isUnreal(Sentence sentence) {
        return sentence.words().stream().anyMatch(word -> UNREAL.contains(word.form()));
    }
}
