package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Given;
import firsthour.reporting.month.Ledgers.Written;
import firsthour.reporting.month.Worked.CameTo;
import firsthour.reporting.month.Worked.Gift;
import firsthour.reporting.month.Worked.Look;
import firsthour.reporting.month.Worked.Pause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the desk did its work in a week.
final class AtDesk {
    private static final int MOST_RULES = 10;

    private final Retold retold;
    private final Map<Long, Given> given;
    private final Week week;
    private final Instant until;

    /// @param given what stands of each remedy beside the log
    /// @param until the end of the week, or now while it runs
    AtDesk(Retold retold, Map<Long, Given> given, Week week, Instant until) {
        this.retold = retold;
        this.given = given;
        this.week = week;
        this.until = until;
    }

    /// Minutes without an answer, each times those who may have read the post.
    long exposure() {
        return tales().mapToLong(tale ->
                        tale.story().opening.audience() * unanswered(tale).toSeconds())
                        .sum()
                / 60;
    }

    /// Cases of which that is some, each once.
    Stream<Story> exposed() {
        return tales().filter(tale -> tale.story().opening.audience() > 0)
                .filter(tale -> unanswered(tale).isPositive())
                .map(Tale::story)
                .distinct();
    }

    private Stream<Tale> tales() {
        return retold.tales().filter(tale -> tale.story().dismissed.isEmpty());
    }

    /// As the customer reckons: from when they wrote, also while they are waited for, until they
    /// were answered or the case was closed.
    private Duration unanswered(Tale tale) {
        var answer = tale.episode().answer();
        var end = answer.said != null ? answer.said : answer.calledOff;
        return Told.passed(
                max(tale.episode().asked(), week.begin()), end == null ? until : min(end, until));
    }

    Stream<Look> looks() {
        return retold.worked.looks.values().stream()
                .filter(look -> !look.story.merged && happened(look.asked));
    }

    Stream<Look> looks(CameTo what) {
        return looks().filter(look -> look.cameTo == what);
    }

    /// Pauses that were set after the customer had already replied.
    Stream<Pause> latePauses() {
        return retold.worked.pauses.stream()
                .filter(pause -> !pause.story().merged && happened(pause.at()))
                .filter(this::isLate);
    }

    private boolean isLate(Pause pause) {
        var story = pause.story();
        var lastWord = story.lastWordUntil(pause.at()).orElse(Instant.MIN);
        return story.mentions.stream()
                .map(retold::written)
                .filter(post -> post.author().equals(story.opening.author()))
                .map(Written::published)
                .anyMatch(at -> at.isAfter(lastWord) && at.isBefore(pause.at()));
    }

    Stream<Gift> gifts() {
        return retold.worked.gifts.stream().filter(gift -> happened(gift.at()));
    }

    Stream<Gift> gifts(String kind) {
        return gifts().filter(gift -> gift.kind().equals(kind));
    }

    /// What all remedies were worth, and under which rules they were given.
    Stream<String> worthAndRules() {
        var worth =
                gifts().map(this::given)
                        .filter(gift -> gift.amount() != null)
                        .collect(
                                Collectors.groupingBy(
                                        gift -> Objects.requireNonNull(gift.currency()),
                                        TreeMap::new,
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                gift -> Objects.requireNonNull(gift.amount()),
                                                BigDecimal::add)));
        var rules =
                gifts().map(gift -> given(gift).rule())
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        return Stream.concat(
                worth.entrySet().stream().map(sum -> Told.worth(sum.getKey(), sum.getValue())),
                rules.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_RULES)
                        .map(rule -> Told.line("by rule " + rule.getKey(), rule.getValue())));
    }

    private Given given(Gift gift) {
        return Objects.requireNonNull(given.get(gift.id()));
    }

    private boolean happened(Instant at) {
        return week.has(at) && at.isBefore(until);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
