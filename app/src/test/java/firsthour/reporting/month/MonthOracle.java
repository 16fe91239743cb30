package firsthour.reporting.month;

import firsthour.reporting.Figure;
import firsthour.reporting.month.Ledgers.Given;
import firsthour.reporting.month.Ledgers.Own;
import firsthour.reporting.month.Ledgers.Written;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A week's figures, recomputed from the stories of all cases on a wall calendar. Each is a line of
/// text: what it is, and how much.
final class MonthOracle {
    private final Retold retold;
    private final List<Written> posts;
    private final Heard heard;
    private final Deadlines deadlines;
    private final AtDesk desk;
    private final Counted counted;
    private final Week week;

    MonthOracle(
            Retold retold,
            List<Written> posts,
            List<Own> own,
            Map<Long, Given> given,
            Week week,
            Instant now) {
        var until = now.isBefore(week.end()) ? now : week.end();
        this.retold = retold;
        this.posts = posts;
        this.heard = new Heard(retold, posts, week);
        this.deadlines = new Deadlines(retold, week, until);
        this.desk = new AtDesk(retold, given, week, until);
        this.counted = new Counted(retold, heard, deadlines, desk, own, week, until);
        this.week = week;
    }

    /// What stands in each week's figures.
    Stream<String> figures() {
        return Stream.of(
                        heard.mentions(),
                        Stream.of(
                                line("mentions", Figure.MENTIONS), line("history", Figure.HISTORY)),
                        heard.lags(),
                        deadlines.firstWords(),
                        Stream.of(line("without a word", Figure.WITHOUT_WORD)),
                        kept(),
                        cared(),
                        recovered())
                .flatMap(part -> part);
    }

    /// How the desk did its work.
    Stream<String> desk() {
        return Stream.of(
                        Stream.of(
                                Told.line("exposure", desk.exposure()),
                                line("exposed", Figure.EXPOSED),
                                line("looks asked for", Figure.LOOKS_ASKED),
                                line("approved", Figure.LOOKS_APPROVED),
                                line("edited", Figure.LOOKS_EDITED),
                                line("sent back", Figure.LOOKS_SENT_BACK),
                                line("lapsed", Figure.LOOKS_LAPSED),
                                line("late pauses", Figure.LATE_PAUSES),
                                line("remedies", Figure.REMEDIES)),
                        desk.worthAndRules(),
                        Stream.of(
                                        Figure.REFUNDS,
                                        Figure.DISCOUNTS,
                                        Figure.REPLACEMENTS,
                                        Figure.OTHER_REMEDIES)
                                .filter(kind -> counted.of(kind) > 0)
                                .map(this::behind))
                .flatMap(part -> part);
    }

    /// What stands beside them.
    Stream<String> lists() {
        return Stream.of(reasons(), heard.languages(), deadlines.open(), causes())
                .flatMap(part -> part);
    }

    /// How many stand behind each figure that there is.
    Stream<String> behind() {
        return Arrays.stream(Figure.values()).map(this::behind);
    }

    private String behind(Figure figure) {
        return Told.behind(figure, counted.of(figure));
    }

    /// Whether anything is known from before this week.
    boolean isKnownBefore() {
        return posts.stream().anyMatch(post -> post.published().isBefore(week.begin()));
    }

    /// What the report tells of a case. Which ones it chooses is a matter of taste.
    String worthReading(long caseId) {
        var story = Objects.requireNonNull(retold.stories.get(caseId));
        var asked = story.opening.published();
        return Told.worthReading(
                caseId,
                story.firstWord().map(at -> Told.passed(asked, at)).orElse(null),
                story.firstAnswer().map(at -> Told.passed(asked, at)).orElse(null),
                story.mentions.size());
    }

    private Stream<String> kept() {
        return Stream.of(
                share("acknowledged", Figure.ACKNOWLEDGED_IN_TIME, Figure.ACKNOWLEDGEMENT_DUE),
                share("answered", Figure.ANSWERED_IN_TIME, Figure.ANSWER_DUE),
                Told.line("complaints only", deadlines.complaintsOnly()),
                line("unanswered", Figure.UNANSWERED),
                line("late", Figure.LATE),
                share("within the hour", Figure.WITHIN_HOUR, Figure.HOUR_ENDED),
                share("within the day", Figure.WITHIN_DAY, Figure.DAY_ENDED),
                share("wrote again", Figure.WROTE_AGAIN, Figure.ANSWER_DUE));
    }

    private Stream<String> cared() {
        return Stream.of(
                line("dismissed", Figure.DISMISSED),
                line("found replies", Figure.FOUND_REPLIES),
                Told.line(
                        "automatic",
                        counted.found()
                                .filter(post -> post.account().equals("kestrelbot"))
                                .count()),
                Told.line(
                        "untied",
                        counted.found()
                                .filter(post -> !retold.tied.contains(post.postId()))
                                .count()),
                share("promises kept", Figure.PROMISES_KEPT, Figure.PROMISES_DUE),
                share("reopened", Figure.REOPENED, Figure.EPISODES),
                share("handed over", Figure.HANDED_OVER, Figure.CLOSED),
                Told.line(
                        "most handovers",
                        counted.closed().mapToInt(story -> story.handovers).max().orElse(0)));
    }

    private Stream<String> recovered() {
        return Stream.of(
                line("praise", Figure.PRAISED),
                line("ratings raised", Figure.RATINGS_RAISED),
                line("thanks", Figure.THANKED),
                line("never came back", Figure.NEVER_BACK));
    }

    private String line(String what, Figure figure) {
        return Told.line(what, counted.of(figure));
    }

    private String share(String what, Figure part, Figure of) {
        return Told.share(what, counted.of(part), counted.of(of));
    }

    private Stream<String> reasons() {
        return Told.counted(
                "dismissed for",
                counted.closed()
                        .filter(story -> !story.dismissed.isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        story -> story.dismissed,
                                        TreeMap::new,
                                        Collectors.counting())));
    }

    private Stream<String> causes() {
        return Aftermath.causes(
                retold.unmerged().filter(story -> week.has(story.opening.published())));
    }
}
