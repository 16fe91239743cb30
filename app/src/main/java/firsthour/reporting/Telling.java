package firsthour.reporting;

import static java.util.stream.Collectors.groupingBy;

import firsthour.reporting.WeekFigures.FirstWord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The week in plain words, to be read aloud. Says only what the figures say.
///
/// @param before null when nothing is known from before this week
record Telling(Bounds bounds, Instant now, WeekFigures figures, @Nullable WeekFigures before) {
    /// Below this a percentage claims more than it knows: "4 of 5" is said instead.
    private static final int FEW = 10;

    /// A group with fewer first words says nothing about the group.
    private static final int TELLING_GROUP = 3;

    List<String> sentences() {
        if (now.isBefore(bounds.span().from())) {
            return List.of("This week has not begun yet.");
        }
        var sentences = new ArrayList<String>();
        if (figures.answered().of() > 0) {
            sentences.add(answered());
        } else {
            sentences.add(nothingDue());
        }
        if (figures.acknowledged().of() > 0) {
            sentences.add(acknowledged());
        }
        slowest().ifPresent(sentences::add);
        if (figures.unanswered() > 0 || figures.answered().of() > 0) {
            sentences.add(waiting());
        }
        if (before == null) {
            sentences.add("It is the first week on record, so there is nothing to compare with.");
        }
        return List.copyOf(sentences);
    }

    private String answered() {
        var share = figures.answered();
        var noun =
                figures.complaintsOnly()
                        ? (share.of() == 1 ? "complaint" : "complaints")
                        : (share.of() == 1 ? "case" : "cases");
        if (share.part() == 0) {
            return share.of() == 1
                    ? soFar(
                                    "The one %s that fell due was not answered %s"
                                            .formatted(noun, bounds.brand().withinADay()))
                            + comparedWith(before == null ? null : before.answered(), share)
                    : soFar(
                                    "None of the %s %s that fell due was answered %s"
                                            .formatted(
                                                    Spoken.number(share.of()),
                                                    noun,
                                                    bounds.brand().withinADay()))
                            + comparedWith(before == null ? null : before.answered(), share);
        }
        if (share.part() == share.of()) {
            return soFar(
                            share.of() == 1
                                    ? "We answered the one %s that fell due %s"
                                            .formatted(noun, bounds.brand().withinADay())
                                    : "We answered all %s %s %s"
                                            .formatted(
                                                    Spoken.number(share.of()),
                                                    noun,
                                                    bounds.brand().withinADay()))
                    + comparedWith(before == null ? null : before.answered(), share);
        }
        return soFar(
                        "We answered %s %s %s"
                                .formatted(partly(share), noun, bounds.brand().withinADay()))
                + comparedWith(before == null ? null : before.answered(), share);
    }

    private String acknowledged() {
        var share = figures.acknowledged();
        var within = bounds.brand().withinTheHour();
        String said;
        if (share.part() == 0) {
            said = "Nobody got a first word " + within;
        } else if (share.part() == share.of()) {
            said =
                    share.of() == 1
                            ? "The first word came " + within
                            : "Everybody got a first word " + within;
        } else {
            said = "A first word came " + within + " for " + partly(share);
        }
        return said + comparedWith(before == null ? null : before.acknowledged(), share);
    }

    private String nothingDue() {
        int n = figures.mentions().total();
        var brand = bounds.brand().name();
        if (n == 0) {
            var said = soFar("We found nobody speaking about " + brand);
            return before != null && before.mentions().total() > 0
                    ? said
                            + "; last week there were "
                            + Spoken.count(before.mentions().total(), "mention", "mentions")
                            + ". If that is a surprise, look whether the sources are well."
                    : said + ".";
        }
        return soFar(
                "We found %s of %s, %s of them negative, and no answer fell due."
                        .formatted(
                                Spoken.count(n, "mention", "mentions"),
                                brand,
                                figures.mentions().negative() == 0
                                        ? "none"
                                        : Spoken.number(figures.mentions().negative())));
    }

    private String waiting() {
        int n = figures.unanswered();
        var when = unfinished() ? "Now" : "When the week ended";
        if (n == 0) {
            return when
                    + " nobody was waiting for an answer."
                            .replace("was", unfinished() ? "is" : "was");
        }
        int late = figures.late();
        var verb = unfinished() ? (n == 1 ? "waits" : "wait") : "waited";
        return "%s %s %s for an answer, %s."
                .formatted(
                        when,
                        Spoken.count(n, "customer", "customers"),
                        verb,
                        late == 0
                                ? "none of them for too long"
                                : late == n
                                        ? (n == 1 ? "" : "all ")
                                                + bounds.brand().forLongerThanADay()
                                        : Spoken.number(late)
                                                + " of them "
                                                + bounds.brand().forLongerThanADay());
    }

    /// By topic where topics were judged, else by source; silent unless groups can be compared.
    private Optional<String> slowest() {
        return slowest(FirstWord::topic)
                .map(topic -> "The slowest were about " + Spoken.words(topic) + ".")
                .or(() ->
                        slowest(FirstWord::source)
                                .map(source -> "The slowest came from " + source + "."));
    }

    private Optional<String> slowest(Function<FirstWord, @Nullable String> group) {
        Map<String, List<FirstWord>> groups =
                figures.firstWords().stream()
                        .filter(word -> group.apply(word) != null)
                        .collect(groupingBy(word -> String.valueOf(group.apply(word))));
        groups.values().removeIf(words -> words.size() < TELLING_GROUP);
        var overall = figures.sincePublished();
        if (groups.size() < 2 || overall == null) {
            return Optional.empty();
        }
        return groups.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> median(a).compareTo(median(b))))
                .filter(slowest -> median(slowest.getValue()).compareTo(overall.p50()) > 0)
                .map(Map.Entry::getKey);
    }

    private static Duration median(List<FirstWord> words) {
        return Spread.of(words.stream().map(FirstWord::sincePublished).toList())
                .orElseThrow()
                .p50();
    }

    /// `82 % of 61` or `4 of 5`
    private static String partly(Share share) {
        return share.of() < FEW
                ? share.part() + " of " + share.of()
                : Spoken.percent(share) + " of " + Spoken.number(share.of());
    }

    private static String comparedWith(@Nullable Share before, Share share) {
        if (before == null) {
            return ".";
        }
        if (before.of() == 0) {
            return "; last week nothing fell due.";
        }
        if (share.of() < FEW || before.of() < FEW) {
            return "; last week %s of %s."
                    .formatted(Spoken.number(before.part()), Spoken.number(before.of()));
        }
        int difference =
                Integer.compare(share.percent().orElseThrow(), before.percent().orElseThrow());
        return switch (difference) {
            case 0 -> ", as last week.";
            case 1 -> ", up from " + Spoken.percent(before) + " last week.";
            default -> ", down from " + Spoken.percent(before) + " last week.";
        };
    }

    private String soFar(String sentence) {
        return unfinished()
                ? "So far "
                        + sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                        + sentence.substring(1)
                : sentence;
    }

    private boolean unfinished() {
        return bounds.until().isBefore(bounds.span().to());
    }
}
