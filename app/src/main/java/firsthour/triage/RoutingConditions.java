package firsthour.triage;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.scoring.JudgedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Which cases a rule is about. What is empty is not asked; a rule without conditions is about all.
///
/// @param topic in lower case
/// @param language in lower case, without a region
/// @param minSeverity 0 to 100
/// @param minReach about how many read the post: followers, and what reposts count for
/// @param minEarlier earlier posts of the author about the brand
/// @param vip only authors whom a manager named
public record RoutingConditions(
        Optional<Long> brandId,
        Optional<String> network,
        Optional<String> topic,
        Optional<CaseKind> kind,
        Optional<String> language,
        OptionalInt minSeverity,
        OptionalLong minReach,
        OptionalInt minEarlier,
        boolean vip) {

    /// Asks nothing.
    public static final RoutingConditions ANY =
            new RoutingConditions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    false);

    public RoutingConditions {
        topic = topic.map(RoutingConditions::tidy).filter(word -> !word.isEmpty());
        language = language.map(RoutingConditions::tidy).filter(word -> !word.isEmpty());
        network = network.map(String::strip).filter(word -> !word.isEmpty());
        if (minSeverity.isPresent()
                && (minSeverity.getAsInt() < 0 || minSeverity.getAsInt() > 100)) {
            throw new IllegalArgumentException("A severity is a number from 0 to 100");
        }
        if (minReach.orElse(0) < 0 || minEarlier.orElse(0) < 0) {
            throw new IllegalArgumentException("A number of people or posts is not below 0");
        }
    }

    /// One thing that is asked.
    ///
    /// @param words how people read it: "topic delivery"
    record Condition(String words, Predicate<RoutingFacts> holds) {}

    /// Whether all that is asked holds.
    boolean fit(RoutingFacts facts) {
        return asked().stream().allMatch(condition -> condition.holds().test(facts));
    }

    /// What is asked, in words, without the brand; empty where nothing is.
    public List<String> inWords() {
        return asked().stream().map(Condition::words).filter(words -> !words.isEmpty()).toList();
    }

    private List<Condition> asked() {
        var asked = new ArrayList<Condition>();
        // Its name is not known here: whoever shows the rule says it.
        brandId.ifPresent(id -> asked.add(new Condition("", facts -> facts.brandId() == id)));
        network.ifPresent(
                name -> asked.add(new Condition(t("on {0}", name), f -> f.network().equals(name))));
        kind.ifPresent(wanted -> asked.add(new Condition(wanted.label(), f -> f.kind() == wanted)));
        topic.ifPresent(word ->
                asked.add(
                        new Condition(
                                t("about {0}", JudgedWords.ofTopic(word)),
                                f -> f.topics().contains(word))));
        language.ifPresent(tag ->
                asked.add(
                        new Condition(
                                t("in language {0}", tag),
                                f -> f.language().equals(Optional.of(tag)))));
        minSeverity.ifPresent(least ->
                asked.add(
                        new Condition(
                                t("severity from {0}", least),
                                f -> f.severity().orElse(-1) >= least)));
        minReach.ifPresent(least ->
                asked.add(
                        new Condition(
                                t("reach from {0}", number(least)), f -> f.reach() >= least)));
        minEarlier.ifPresent(least ->
                asked.add(
                        new Condition(
                                t("author wrote {0} times or more before", least),
                                f -> f.earlierPosts() >= least)));
        if (vip) {
            asked.add(new Condition(t("author is a VIP"), RoutingFacts::vip));
        }
        return asked;
    }

    private static String tidy(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
