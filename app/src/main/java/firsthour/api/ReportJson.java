package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.reporting.Listed;
import firsthour.reporting.WeeklyReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brand's week in figures.
///
/// @param week as ISO 8601 has it: “2026-W46”
/// @param zone in which its days are counted
/// @param from the first instant, included
/// @param to the first instant of the next week
/// @param countedUntil “to”, or “writtenAt” while the week runs
/// @param sentences the week in plain words
/// @param before the week before; null when nothing is known from before this week
/// @param worthReading a few cases, each with why
/// @param open what waited for an answer at the end of the week, longest due first; at most 8
/// @param causes what several customers wrote about, the biggest first; at most 5
/// @param desk how the desk did its work
/// @param deskBefore the same of the week before; null when nothing is known from before this week
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportJson(
        long brandId,
        String brand,
        String week,
        String zone,
        Instant from,
        Instant to,
        Instant countedUntil,
        Instant writtenAt,
        List<String> sentences,
        FiguresJson figures,
        @Nullable FiguresJson before,
        List<WeeklyReport.Reason> dismissals,
        List<WeeklyReport.Language> undetermined,
        List<WorthReadingJson> worthReading,
        List<OpenJson> open,
        List<WeeklyReport.BigCause> causes,
        DeskJson desk,
        @Nullable DeskJson deskBefore) {

    /// A case that tells something.
    ///
    /// @param firstWordSeconds how long the customer waited for the first word; null while waiting
    /// @param answerSeconds how long for an answer; null while waiting
    /// @param posts how many posts of customers it holds
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WorthReadingJson(
            @Nullable Long caseId,
            String why,
            @Nullable Long firstWordSeconds,
            @Nullable Long answerSeconds,
            int posts) {}

    /// A case that waited.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OpenJson(
            @Nullable Long caseId,
            String source,
            Instant publishedAt,
            @Nullable Instant dueAt,
            @Nullable Instant metAt) {}

    static ReportJson of(WeeklyReport report) {
        var before = report.before();
        var deskBefore = report.deskBefore();
        return new ReportJson(
                report.brand().id(),
                report.brand().name(),
                report.span().week().toString(),
                report.span().zone().getId(),
                report.span().from(),
                report.span().to(),
                report.countedUntil(),
                report.writtenAt(),
                report.sentences(),
                FiguresJson.of(report.figures()),
                before == null ? null : FiguresJson.of(before),
                report.dismissals(),
                report.undetermined(),
                report.worthReading().stream().map(ReportJson::worthReading).toList(),
                report.open().stream().map(ReportJson::open).toList(),
                report.causes(),
                DeskJson.of(report.desk()),
                deskBefore == null ? null : DeskJson.of(deskBefore));
    }

    private static WorthReadingJson worthReading(WeeklyReport.WorthReading chosen) {
        return new WorthReadingJson(
                chosen.opening().caseId(),
                chosen.why(),
                seconds(chosen.firstWord()),
                seconds(chosen.answer()),
                chosen.posts());
    }

    private static OpenJson open(Listed listed) {
        return new OpenJson(
                listed.caseId(),
                listed.source(),
                listed.publishedAt(),
                listed.dueAt(),
                listed.metAt());
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }
}
