package firsthour.reporting;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;
import static java.util.stream.Collectors.groupingBy;

import firsthour.reporting.WeekFigures.FirstWord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            return List.of(t("This week has not begun yet."));
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
            sentences.add(
                    t("It is the first week on record, so there is nothing to compare with."));
        }
        return List.copyOf(sentences);
    }

    private String answered() {
        return fellDue()
                + comparedWith(before == null ? null : before.answered(), figures.answered());
    }

    private String fellDue() {
        var share = figures.answered();
        var within = bounds.brand().withinADay();
        boolean one = share.of() == 1;
        var number = Spoken.number(share.of());
        if (share.part() == 0 && one) {
            return figures.complaintsOnly()
                    ? said(
                            mark("The one complaint that fell due was not answered {0}"),
                            mark("So far the one complaint that fell due was not answered {0}"),
                            within)
                    : said(
                            mark("The one case that fell due was not answered {0}"),
                            mark("So far the one case that fell due was not answered {0}"),
                            within);
        }
        if (share.part() == 0) {
            return figures.complaintsOnly()
                    ? said(
                            mark("None of the {0} complaints that fell due was answered {1}"),
                            mark(
                                    "So far none of the {0} complaints that fell due was answered {1}"),
                            number,
                            within)
                    : said(
                            mark("None of the {0} cases that fell due was answered {1}"),
                            mark("So far none of the {0} cases that fell due was answered {1}"),
                            number,
                            within);
        }
        if (share.part() == share.of() && one) {
            return figures.complaintsOnly()
                    ? said(
                            mark("We answered the one complaint that fell due {0}"),
                            mark("So far we answered the one complaint that fell due {0}"),
                            within)
                    : said(
                            mark("We answered the one case that fell due {0}"),
                            mark("So far we answered the one case that fell due {0}"),
                            within);
        }
        var part = share.part() == share.of() ? t("all {0}", number) : partly(share);
        return figures.complaintsOnly()
                ? said(
                        mark("We answered {0} complaints {1}"),
                        mark("So far we answered {0} complaints {1}"),
                        part,
                        within)
                : said(
                        mark("We answered {0} cases {1}"),
                        mark("So far we answered {0} cases {1}"),
                        part,
                        within);
    }

    private String acknowledged() {
        var share = figures.acknowledged();
        var within = bounds.brand().withinTheHour();
        String said;
        if (share.part() == 0) {
            said = t("Nobody got a first word {0}", within);
        } else if (share.part() == share.of()) {
            said =
                    share.of() == 1
                            ? t("The first word came {0}", within)
                            : t("Everybody got a first word {0}", within);
        } else {
            said = t("A first word came {0} for {1}", within, partly(share));
        }
        return said + comparedWith(before == null ? null : before.acknowledged(), share);
    }

    private String nothingDue() {
        int n = figures.mentions().total();
        var brand = bounds.brand().name();
        if (n == 0) {
            var said =
                    said(
                            mark("We found nobody speaking about {0}"),
                            mark("So far we found nobody speaking about {0}"),
                            brand);
            return before != null && before.mentions().total() > 0
                    ? said
                            + count(
                                    before.mentions().total(),
                                    "; last week there were {0} mention. If that is a surprise, look whether the sources are well.",
                                    "; last week there were {0} mentions. If that is a surprise, look whether the sources are well.")
                    : said + ".";
        }
        return said(
                mark("We found {0} of {1}, {2} of them negative, and no answer fell due."),
                mark("So far we found {0} of {1}, {2} of them negative, and no answer fell due."),
                count(n, "{0} mention", "{0} mentions"),
                brand,
                figures.mentions().negative() == 0
                        ? t("none")
                        : Spoken.number(figures.mentions().negative()));
    }

    private String waiting() {
        int n = figures.unanswered();
        if (n == 0) {
            return unfinished()
                    ? t("Now nobody is waiting for an answer.")
                    : t("When the week ended nobody was waiting for an answer.");
        }
        return unfinished()
                ? count(
                        n,
                        "Now {0} customer waits for an answer, {1}.",
                        "Now {0} customers wait for an answer, {1}.",
                        late(n))
                : count(
                        n,
                        "When the week ended {0} customer waited for an answer, {1}.",
                        "When the week ended {0} customers waited for an answer, {1}.",
                        late(n));
    }

    private String late(int waiting) {
        int late = figures.late();
        var longer = bounds.brand().forLongerThanADay();
        if (late == 0) {
            return t("none of them for too long");
        }
        if (late < waiting) {
            return t("{0} of them {1}", Spoken.number(late), longer);
        }
        return waiting == 1 ? longer : t("all {0}", longer);
    }

    /// By topic where topics were judged, else by source; silent unless groups can be compared.
    private Optional<String> slowest() {
        return slowest(FirstWord::topic)
                .map(topic -> t("The slowest were about {0}.", topic(topic)))
                .or(() ->
                        slowest(FirstWord::source)
                                .map(source -> t("The slowest came from {0}.", source)));
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

    /// A topic by its stored label.
    private static String topic(String label) {
        return switch (Spoken.words(label)) {
            case "delivery" -> t("delivery");
            case "billing" -> t("billing");
            case "price" -> t("price");
            case "product quality" -> t("product quality");
            case "service" -> t("service");
            case "website app" -> t("website app");
            case "safety" -> t("safety");
            case "policy" -> t("policy");
            default -> Spoken.words(label);
        };
    }

    private static Duration median(List<FirstWord> words) {
        return Spread.of(words.stream().map(FirstWord::sincePublished).toList())
                .orElseThrow()
                .p50();
    }

    /// `82 % of 61` or `4 of 5`
    private static String partly(Share share) {
        return share.of() < FEW
                ? t("{0} of {1}", share.part(), share.of())
                : t("{0} of {1}", Spoken.percent(share), Spoken.number(share.of()));
    }

    private static String comparedWith(@Nullable Share before, Share share) {
        if (before == null) {
            return ".";
        }
        if (before.of() == 0) {
            return t("; last week nothing fell due.");
        }
        if (share.of() < FEW || before.of() < FEW) {
            return t(
                    "; last week {0} of {1}.",
                    Spoken.number(before.part()), Spoken.number(before.of()));
        }
        int difference =
                Integer.compare(share.percent().orElseThrow(), before.percent().orElseThrow());
        return switch (difference) {
            case 0 -> t(", as last week.");
            case 1 -> t(", up from {0} last week.", Spoken.percent(before));
            default -> t(", down from {0} last week.", Spoken.percent(before));
        };
    }

    /// @param soFar what is said while the week runs
    private String said(String sentence, String soFar, Object... values) {
        return t(unfinished() ? soFar : sentence, values);
    }

    private boolean unfinished() {
        return bounds.until().isBefore(bounds.span().to());
    }
}
