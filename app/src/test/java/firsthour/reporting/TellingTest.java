package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.WeekFigures.FirstWord;
import firsthour.reporting.WeekFigures.FoundReplies;
import firsthour.reporting.WeekFigures.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The sentences say what the figures say, and no more.
class TellingTest {
    private static final Share NONE = new Share(0, 0);
    private static final WeekFigures.Care NO_CARE =
            new WeekFigures.Care(NONE, NONE, NONE, NONE, NONE, NONE, 0);

    private static final Bounds BOUNDS =
            Bounds.of(
                    new ReportedBrand(1, "Kestrel", ZoneId.of("UTC"), false, false),
                    new IsoWeek(2026, 46).in(ZoneId.of("UTC")),
                    Instant.parse("2026-11-20T00:00:00Z"));

    @Test
    void aBetterWeekSaysFromWhere() {
        assertThat(told(week(50, 61, 40, 58, 9, 4), week(37, 50, 41, 58, 0, 0)))
                .isEqualTo(
                        "We answered 82 % of 61 complaints within a day, up from 74 % last week."
                                + " A first word came within the hour for 69 % of 58, down from 71 %"
                                + " last week. When the week ended 9 customers waited for an answer,"
                                + " 4 of them for longer than a day.");
    }

    @Test
    void fewCasesAreCountedAndNotGivenInPercent() {
        assertThat(told(week(4, 5, 5, 5, 1, 1), week(3, 4, 0, 0, 0, 0)))
                .isEqualTo(
                        "We answered 4 of 5 complaints within a day; last week 3 of 4. Everybody got"
                                + " a first word within the hour; last week nothing fell due. When"
                                + " the week ended 1 customer waited for an answer, for longer than"
                                + " a day.");
    }

    @Test
    void allAndNoneAreWords() {
        assertThat(told(week(61, 61, 58, 58, 0, 0), week(61, 61, 58, 58, 0, 0)))
                .startsWith("We answered all 61 complaints within a day, as last week.")
                .endsWith("When the week ended nobody was waiting for an answer.");
        assertThat(told(week(0, 1, 0, 1, 1, 0), null))
                .startsWith("The one complaint that fell due was not answered within a day.")
                .contains("Nobody got a first word within the hour.");
    }

    /// "Within a day" would be untrue of a brand that promises something else.
    @Test
    void whoPromisesSomethingElseIsMeasuredByThat() {
        var own =
                Bounds.of(
                        new ReportedBrand(1, "Kestrel", ZoneId.of("UTC"), false, true),
                        new IsoWeek(2026, 46).in(ZoneId.of("UTC")),
                        Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(
                        String.join(
                                " ",
                                new Telling(
                                                own,
                                                Instant.parse("2026-11-20T00:00:00Z"),
                                                week(50, 61, 40, 58, 9, 4),
                                                null)
                                        .sentences()))
                .startsWith(
                        "We answered 82 % of 61 complaints in time. A first word came in time for"
                                + " 69 % of 58.")
                .contains("4 of them for longer than was promised.");
    }

    @Test
    void theFirstWeekSaysThatItIsTheFirst() {
        assertThat(told(week(1, 1, 1, 1, 0, 0), null))
                .startsWith("We answered the one complaint that fell due within a day.")
                .endsWith("It is the first week on record, so there is nothing to compare with.");
    }

    @Test
    void aSilentWeekClaimsNothing() {
        var loud = figures(new Tally(1, 30, 0, 0, 0), new Share(0, 0), new Share(0, 0), 0, 0);
        var silent = figures(Tally.NONE, new Share(0, 0), new Share(0, 0), 0, 0);
        assertThat(told(silent, loud))
                .isEqualTo(
                        "We found nobody speaking about Kestrel; last week there were 31 mentions. If"
                                + " that is a surprise, look whether the sources are well.");
        assertThat(told(loud, silent))
                .isEqualTo(
                        "We found 31 mentions of Kestrel, 1 of them negative, and no answer fell"
                                + " due.");
    }

    @Test
    void aWeekThatRunsIsToldSoFar() {
        var now = Instant.parse("2026-11-12T00:00:00Z");
        var bounds = Bounds.of(BOUNDS.brand(), BOUNDS.span(), now);
        assertThat(
                        String.join(
                                " ",
                                new Telling(bounds, now, week(1, 1, 1, 1, 0, 0), silent())
                                        .sentences()))
                .isEqualTo(
                        "So far we answered the one complaint that fell due within a day; last week"
                                + " nothing fell due. The first word came within the hour; last week"
                                + " nothing fell due. Now nobody is waiting for an answer.");
        var early = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(
                        new Telling(
                                        Bounds.of(BOUNDS.brand(), BOUNDS.span(), early),
                                        early,
                                        silent(),
                                        null)
                                .sentences())
                .containsExactly("This week has not begun yet.");
    }

    @Test
    void theSlowestAreNamedByTopicElseBySourceAndOnlyAgainstOthers() {
        var delivery = words(5, 90, "Mastodon", "delivery");
        var staff = words(5, 10, "Reviews", "staff");
        assertThat(told(heard(delivery, staff), silent()))
                .contains("The slowest were about delivery.");
        assertThat(
                        told(
                                heard(
                                        words(5, 90, "Mastodon", null),
                                        words(5, 10, "Reviews", null)),
                                silent()))
                .contains("The slowest came from Mastodon.");
        assertThat(told(heard(delivery, words(2, 10, "Reviews", "staff")), silent()))
                .doesNotContain("slowest");
    }

    private static String told(WeekFigures figures, @Nullable WeekFigures before) {
        return String.join(
                " ",
                new Telling(BOUNDS, Instant.parse("2026-11-20T00:00:00Z"), figures, before)
                        .sentences());
    }

    private static WeekFigures silent() {
        return figures(Tally.NONE, new Share(0, 0), new Share(0, 0), 0, 0);
    }

    private static WeekFigures week(
            int answered, int answersDue, int words, int wordsDue, int open, int late) {
        return figures(
                new Tally(60, 0, 0, 0, 0),
                new Share(words, wordsDue),
                new Share(answered, answersDue),
                open,
                late);
    }

    private static WeekFigures figures(
            Tally mentions, Share acknowledged, Share answered, int unanswered, int late) {
        return new WeekFigures(
                mentions,
                0,
                List.of(),
                List.of(),
                List.of(),
                acknowledged,
                answered,
                true,
                List.of(),
                null,
                null,
                0,
                unanswered,
                late,
                0,
                new FoundReplies(0, 0, 0),
                new Recovery(0, 0, 0, 0),
                NO_CARE);
    }

    private static WeekFigures heard(List<FirstWord> some, List<FirstWord> others) {
        var words = new ArrayList<>(some);
        words.addAll(others);
        var spread =
                Spread.of(words.stream().map(FirstWord::sincePublished).toList()).orElseThrow();
        return new WeekFigures(
                Tally.NONE,
                0,
                List.of(),
                List.of(),
                List.of(),
                new Share(1, 1),
                new Share(1, 1),
                true,
                words,
                spread,
                spread,
                0,
                0,
                0,
                0,
                new FoundReplies(0, 0, 0),
                new Recovery(0, 0, 0, 0),
                NO_CARE);
    }

    private static List<FirstWord> words(
            int n, int minutes, String source, @Nullable String topic) {
        var words = new ArrayList<FirstWord>();
        for (int i = 0; i < n; i++) {
            var wait = Duration.ofMinutes(minutes + i);
            words.add(new FirstWord(wait, wait, false, source, topic));
        }
        return words;
    }
}
