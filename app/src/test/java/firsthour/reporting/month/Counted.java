package firsthour.reporting.month;

import static java.util.function.Predicate.not;

import firsthour.reporting.Figure;
import firsthour.reporting.month.Ledgers.Own;
import firsthour.reporting.month.Retold.Promised;
import firsthour.reporting.month.Worked.CameTo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What stands behind each figure of a week. Whoever adds a figure tells here how it is recounted:
/// before that nothing compiles.
final class Counted {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Retold retold;
    private final Heard heard;
    private final Deadlines deadlines;
    private final AtDesk desk;
    private final List<Own> own;
    private final Week week;
    private final Instant until;

    /// @param own posts of our own accounts
    /// @param until the end of the week, or now while it runs
    Counted(
            Retold retold,
            Heard heard,
            Deadlines deadlines,
            AtDesk desk,
            List<Own> own,
            Week week,
            Instant until) {
        this.retold = retold;
        this.heard = heard;
        this.deadlines = deadlines;
        this.desk = desk;
        this.own = own;
        this.week = week;
        this.until = until;
    }

    long of(Figure figure) {
        return behind(figure).count();
    }

    private Stream<?> behind(Figure figure) {
        return switch (figure) {
            case MENTIONS -> heard.said();
            case HISTORY -> heard.said().filter(Heard::isHistory);
            case DETECTED -> heard.said().filter(not(Heard::isHistory));
            case ACKNOWLEDGEMENT_DUE -> deadlines.due(Episode::word);
            case ACKNOWLEDGED_IN_TIME -> deadlines.due(Episode::word).filter(Owed::isInTime);
            case ACKNOWLEDGED_LATE -> deadlines.due(Episode::word).filter(not(Owed::isInTime));
            case FIRST_WORDS -> deadlines.due(Episode::word).filter(owed -> owed.said != null);
            case WITHOUT_WORD -> deadlines.due(Episode::word).filter(owed -> owed.said == null);
            case ANSWER_DUE -> deadlines.due(Episode::answer);
            case ANSWERED_IN_TIME -> deadlines.due(Episode::answer).filter(Owed::isInTime);
            case ANSWERED_LATE -> deadlines.due(Episode::answer).filter(not(Owed::isInTime));
            case HOUR_ENDED -> deadlines.ended(Episode::word, HOUR);
            case WITHIN_HOUR ->
                    deadlines.ended(Episode::word, HOUR).filter(owed -> owed.isSaidWithin(HOUR));
            case DAY_ENDED -> deadlines.ended(Episode::answer, DAY);
            case WITHIN_DAY ->
                    deadlines.ended(Episode::answer, DAY).filter(owed -> owed.isSaidWithin(DAY));
            case WROTE_AGAIN -> deadlines.wroteAgain();
            case PROMISES_DUE -> promised();
            case PROMISES_KEPT -> promised().filter(Promised::isKeptInTime);
            case EPISODES -> begun();
            case REOPENED -> begun().filter(one -> one.number() > 1);
            case CLOSED -> closed();
            case HANDED_OVER -> closed().filter(story -> story.handovers > 0);
            case UNANSWERED -> deadlines.waiting();
            case LATE ->
                    deadlines
                            .waiting()
                            .filter(tale -> tale.episode().answer().due().isBefore(until));
            case DISMISSED -> closed().filter(story -> !story.dismissed.isEmpty());
            case RATINGS_RAISED -> Aftermath.raised(retold).filter(week::has);
            case THANKED -> Aftermath.thanked(retold).filter(week::has);
            case PRAISED -> Aftermath.praised(retold).filter(week::has);
            case NEVER_BACK ->
                    retold.unmerged()
                            .filter(story -> story.dismissed.isEmpty())
                            .filter(story ->
                                    story.now().answered().stream()
                                            .anyMatch(at -> hasGone(story, at)));
            case FOUND_REPLIES -> found();
            case EXPOSED -> desk.exposed();
            case LOOKS_ASKED -> desk.looks();
            case LOOKS_APPROVED -> desk.looks(CameTo.APPROVED);
            case LOOKS_EDITED -> desk.looks(CameTo.EDITED);
            case LOOKS_SENT_BACK -> desk.looks(CameTo.SENT_BACK);
            case LOOKS_LAPSED -> desk.looks(CameTo.LAPSED);
            case LATE_PAUSES -> desk.latePauses();
            case REMEDIES -> desk.gifts();
            case REFUNDS -> desk.gifts("REFUND");
            case DISCOUNTS -> desk.gifts("DISCOUNT");
            case REPLACEMENTS -> desk.gifts("REPLACEMENT");
            case OTHER_REMEDIES -> desk.gifts("OTHER");
        };
    }

    private Stream<Promised> promised() {
        return retold.promises.values().stream()
                .filter(one -> !one.withdrawn)
                .filter(one -> week.has(one.due) && one.due.isBefore(until));
    }

    private Stream<Episode> begun() {
        return retold.tales()
                .map(Tale::episode)
                .filter(one -> week.has(one.begun()) && one.begun().isBefore(until));
    }

    Stream<Story> closed() {
        return retold.stories.values().stream()
                .filter(story -> story.closed != null && week.has(story.closed));
    }

    Stream<Own> found() {
        return own.stream().filter(post -> week.has(post.published()));
    }

    /// Whose month after an answer ended in the week, and who has not written since.
    private boolean hasGone(Story story, Instant answered) {
        var end = answered.plus(MONTH);
        return week.has(end)
                && end.isBefore(until)
                && Stream.concat(
                                story.mentions.stream().map(retold::written),
                                retold.by(story.opening.network(), story.opening.author()))
                        .noneMatch(post ->
                                post.published().isAfter(answered)
                                        && post.published().isBefore(until));
    }
}
