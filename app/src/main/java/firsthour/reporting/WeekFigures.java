package firsthour.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is counted for one week.
///
/// @param history of the mentions, those found more than 48 hours after they were published
/// @param acknowledged first words in time, of all that fell due
/// @param answered answers in time, of all that fell due
/// @param complaintsOnly whether all answers that fell due were owed to complaints
/// @param firstWords how long each customer who heard from us had waited
/// @param sincePublished spread of `firstWords`; null when nobody heard from us
/// @param sinceDetected the same from when we could know; null when nobody heard from us
/// @param withoutWord first words that fell due and were never said
/// @param unanswered cases that waited for an answer at the end of the week
/// @param late of the unanswered, those past their deadline
public record WeekFigures(
        Tally mentions,
        int history,
        List<Day> days,
        List<SourceCount> sources,
        List<Lag> lags,
        Share acknowledged,
        Share answered,
        boolean complaintsOnly,
        List<FirstWord> firstWords,
        @Nullable Spread sincePublished,
        @Nullable Spread sinceDetected,
        int withoutWord,
        int unanswered,
        int late,
        int dismissed,
        FoundReplies foundReplies,
        Recovery recovery,
        Care care) {

    /// How customers were cared for, beside what a policy promises.
    ///
    /// @param withinHour first words within an hour by the clock on the wall, of all whose hour
    ///   ended
    /// @param withinDay answers within a day, of all whose day ended
    /// @param wroteAgain customers who had to write again before an answer, of all answers that
    ///   fell due
    /// @param promises kept in time, of all that fell due
    /// @param reopened cases, of all that were opened or reopened
    /// @param handedOver cases, of all that were closed
    /// @param mostHandovers of one of the closed cases
    public record Care(
            Share withinHour,
            Share withinDay,
            Share wroteAgain,
            Share promises,
            Share reopened,
            Share handedOver,
            int mostHandovers) {}

    /// The mentions of a day.
    public record Day(LocalDate day, Tally mentions) {}

    /// The mentions of a source.
    public record SourceCount(long id, String name, Tally mentions) {}

    /// From publication to detection, history left out: nobody was to see that in time.
    public record Lag(long sourceId, String source, Spread spread) {}

    /// A customer heard from us for the first time in an episode.
    ///
    /// @param sincePublished not negative
    /// @param sinceDetected zero where the word was said before we stored the post
    /// @param topic the first topic of the post; null where topics were not judged
    public record FirstWord(
            Duration sincePublished,
            Duration sinceDetected,
            boolean inTime,
            String source,
            @Nullable String topic) {}

    /// What came after our replies.
    ///
    /// @param raised ratings that were raised
    /// @param thanked kind words on cases
    /// @param praised praise elsewhere by customers of cases
    /// @param neverBack customers who were answered thirty days before and have not written since
    public record Recovery(int raised, int thanked, int praised, int neverBack) {}

    /// Replies of our own accounts that were found on the networks.
    ///
    /// @param automatic by accounts marked as automatic: they stop no clock
    /// @param untied whose case is not known
    public record FoundReplies(int total, int automatic, int untied) {}
}
