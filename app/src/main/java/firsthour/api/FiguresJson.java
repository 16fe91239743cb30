package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.reporting.Share;
import firsthour.reporting.Spread;
import firsthour.reporting.Tally;
import firsthour.reporting.WeekFigures;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is counted for one week. None is null and not 0.
///
/// @param history of the mentions, those found more than 48 hours after they were published
/// @param lags from publication to detection, by source; history left out
/// @param acknowledged first words in time, of all that fell due
/// @param answered answers in time, of all that fell due
/// @param sincePublished how long customers waited for the first word, from when they wrote; null
///   when nobody heard from us
/// @param sinceDetected the same from when we could know
/// @param withoutWord first words that fell due and were never said
/// @param unanswered cases that waited for an answer at the end of the week
/// @param late of the unanswered, those past their deadline
@JsonInclude(JsonInclude.Include.ALWAYS)
record FiguresJson(
        TallyJson mentions,
        int history,
        List<DayJson> days,
        List<SourceMentionsJson> sources,
        List<LagJson> lags,
        ShareJson acknowledged,
        ShareJson answered,
        boolean complaintsOnly,
        @Nullable SpreadJson sincePublished,
        @Nullable SpreadJson sinceDetected,
        int withoutWord,
        int unanswered,
        int late,
        int dismissed,
        WeekFigures.FoundReplies foundReplies,
        WeekFigures.Recovery recovery,
        CareJson care) {

    /// How customers were cared for, beside what a policy promises.
    ///
    /// @param withinHour first words within an hour by the clock on the wall, of all whose hour
    ///   ended
    /// @param withinDay answers within a day, of all whose day ended
    /// @param wroteAgain customers who had to write again before an answer, of all that fell due
    /// @param promises kept in time, of all that fell due
    /// @param reopened cases, of all that were opened or reopened
    /// @param handedOver cases, of all that were closed
    /// @param mostHandovers of one of the closed cases
    record CareJson(
            ShareJson withinHour,
            ShareJson withinDay,
            ShareJson wroteAgain,
            ShareJson promises,
            ShareJson reopened,
            ShareJson handedOver,
            int mostHandovers) {
        static CareJson of(WeekFigures.Care care) {
            return new CareJson(
                    ShareJson.of(care.withinHour()),
                    ShareJson.of(care.withinDay()),
                    ShareJson.of(care.wroteAgain()),
                    ShareJson.of(care.promises()),
                    ShareJson.of(care.reopened()),
                    ShareJson.of(care.handedOver()),
                    care.mostHandovers());
        }
    }

    /// Mentions by judgement.
    record TallyJson(
            int total, int negative, int neutral, int positive, int undetermined, int unjudged) {
        static TallyJson of(Tally tally) {
            return new TallyJson(
                    tally.total(),
                    tally.negative(),
                    tally.neutral(),
                    tally.positive(),
                    tally.undetermined(),
                    tally.unjudged());
        }
    }

    /// The mentions of a day.
    record DayJson(LocalDate day, TallyJson mentions) {}

    /// The mentions of a source.
    record SourceMentionsJson(long sourceId, String name, TallyJson mentions) {}

    /// How long the posts of a source took to be seen here.
    record LagJson(long sourceId, String name, SpreadJson spread) {}

    /// So many of so many.
    ///
    /// @param percent whole; null when nothing is counted
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ShareJson(int part, int of, @Nullable Integer percent) {
        static ShareJson of(Share share) {
            return new ShareJson(
                    share.part(),
                    share.of(),
                    share.percent().isPresent() ? share.percent().getAsInt() : null);
        }
    }

    /// How long a number of things took, by nearest rank.
    record SpreadJson(int n, long p50Seconds, long p90Seconds, long worstSeconds) {
        static SpreadJson of(Spread spread) {
            return new SpreadJson(
                    spread.n(),
                    spread.p50().toSeconds(),
                    spread.p90().toSeconds(),
                    spread.worst().toSeconds());
        }
    }

    static FiguresJson of(WeekFigures figures) {
        return new FiguresJson(
                TallyJson.of(figures.mentions()),
                figures.history(),
                figures.days().stream()
                        .map(day -> new DayJson(day.day(), TallyJson.of(day.mentions())))
                        .toList(),
                figures.sources().stream()
                        .map(source ->
                                new SourceMentionsJson(
                                        source.id(),
                                        source.name(),
                                        TallyJson.of(source.mentions())))
                        .toList(),
                figures.lags().stream()
                        .map(lag ->
                                new LagJson(
                                        lag.sourceId(), lag.source(), SpreadJson.of(lag.spread())))
                        .toList(),
                ShareJson.of(figures.acknowledged()),
                ShareJson.of(figures.answered()),
                figures.complaintsOnly(),
                spread(figures.sincePublished()),
                spread(figures.sinceDetected()),
                figures.withoutWord(),
                figures.unanswered(),
                figures.late(),
                figures.dismissed(),
                figures.foundReplies(),
                figures.recovery(),
                CareJson.of(figures.care()));
    }

    private static @Nullable SpreadJson spread(@Nullable Spread spread) {
        return spread == null ? null : SpreadJson.of(spread);
    }
}
