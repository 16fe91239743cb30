package firsthour.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A brand's week in figures, and the words to read aloud.
///
/// @param writtenAt when it was counted
/// @param countedUntil the end of the week, or `writtenAt` while the week runs
/// @param sentences the week in plain words
/// @param before the week before; null when nothing is known from before this week
/// @param dismissals by reason, most frequent first
/// @param undetermined mentions whose language the model does not know, most frequent first
/// @param worthReading a few cases, each with why
/// @param open what waited for an answer at the end of the week, longest due first; at most 8
/// @param causes what several customers wrote about, the biggest first; at most 5
/// @param desk how the desk did its work
/// @param deskBefore the same of the week before; null when nothing is known from before this week
public record WeeklyReport(
        ReportedBrand brand,
        WeekSpan span,
        Instant writtenAt,
        Instant countedUntil,
        List<String> sentences,
        WeekFigures figures,
        @Nullable WeekFigures before,
        List<Reason> dismissals,
        List<Language> undetermined,
        List<WorthReading> worthReading,
        List<Listed> open,
        List<BigCause> causes,
        DeskFigures desk,
        @Nullable DeskFigures deskBefore) {

    /// Whether the week runs on.
    public boolean unfinished() {
        return countedUntil.isBefore(span.to());
    }

    /// Cases that were dismissed for one reason.
    ///
    /// @param reason as stored; NO_REASON where none was given
    public record Reason(String reason, int cases) {}

    /// Mentions in a language that the model does not know.
    ///
    /// @param code as the model named the language; `und` where it named none
    public record Language(String code, int mentions) {}

    /// A cause of which several customers wrote in the week.
    ///
    /// @param voices how many customers
    /// @param answered how many of their cases were answered by now
    /// @param cases how many there are
    public record BigCause(long id, String title, int voices, int answered, int cases) {}

    /// A case that tells something.
    ///
    /// @param why it was chosen, in words
    /// @param firstWord how long the customer waited for the first word; null while waiting
    /// @param answer how long the customer waited for an answer; null while waiting
    /// @param posts how many posts of customers the case holds
    public record WorthReading(
            String why,
            Listed opening,
            @Nullable Duration firstWord,
            @Nullable Duration answer,
            int posts) {}
}
