package firsthour.web.judgement;

import firsthour.web.shell.FormErrors;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the judgement of one brand's mentions is.
///
/// @param shown null where there is no brand yet
@Introspected
public record JudgementView(List<Choice> brands, List<Choice> periods, @Nullable Shown shown) {

    /// What can be shown instead.
    public record Choice(String label, String href, boolean on) {}

    /// A brand's figures and what can be done about them.
    ///
    /// @param waiting drawn mentions that nobody has looked at
    public record Shown(
            long brandId,
            String brand,
            boolean sample,
            String period,
            Told right,
            Told found,
            int waiting,
            Threshold threshold,
            Again again) {}

    /// A figure in words.
    ///
    /// @param figure large; null where too few were judged
    /// @param between how sure it is; empty where too few were judged
    /// @param basis what it comes from
    public record Told(@Nullable String figure, String between, String basis) {}

    /// From where on a mention is flagged.
    ///
    /// @param advice what the judgements suggest, in words
    /// @param suggested where it should move; null where it should not
    /// @param moves the newest first
    public record Threshold(
            String now, String advice, @Nullable Suggested suggested, List<Moved> moves) {}

    /// Where the threshold should move.
    ///
    /// @param words the same for people, `0.57`
    public record Suggested(double threshold, String words) {}

    /// A move of the threshold.
    ///
    /// @param takenBack who did and when, in words; null where it was not
    /// @param standing it holds now and can be taken back
    public record Moved(
            long id,
            Instant at,
            String from,
            String to,
            String by,
            String why,
            @Nullable String takenBack,
            boolean standing) {}

    /// Judging again.
    ///
    /// @param outdated how many another version has judged, in words
    /// @param any whether there is one
    /// @param since as it stands in the field
    /// @param tried what a trial says; null where none was made
    public record Again(
            String outdated, boolean any, String since, @Nullable Tried tried, FormErrors errors) {}

    /// What would change.
    ///
    /// @param told how many were tried, a sentence
    public record Tried(String told, List<Count> counts, List<Example> examples) {}

    /// So many of a kind.
    public record Count(String number, String words) {}

    /// A mention that would change.
    public record Example(String words, String was, String is, String kind) {}
}
