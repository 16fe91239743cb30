package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.clocks.CaseClock;
import firsthour.scoring.JudgedWords;
import firsthour.sentiment.Flag;
import firsthour.sentiment.Polarity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Everything about a case except our own words, which `firsthour.response` keeps.
///
/// @param row the case as it stands in the queue
/// @param sample made by the demo
/// @param mentions the post that opened it first, then the others as they were published
/// @param clocks of all episodes, the oldest first
/// @param closingNote words for colleagues, of a dismissed case
public record CaseView(
        QueueRow row,
        boolean sample,
        Instant openedAt,
        int episode,
        Instant episodeStartedAt,
        Optional<Instant> claimedAt,
        Optional<String> closingNote,
        List<MentionView> mentions,
        List<CaseClock> clocks) {

    public CaseView {
        mentions = List.copyOf(mentions);
        clocks = List.copyOf(clocks);
    }

    /// The clocks of the present episode.
    public List<CaseClock> currentClocks() {
        return clocks.stream().filter(clock -> clock.episode() == episode).toList();
    }

    /// One post of the case.
    ///
    /// @param text title and text as they were judged: phrases count in it; empty when deleted
    /// @param revision 1 and up; above 1 the author has edited it
    /// @param markup the text as its author wrote it; empty where that is the text itself, and
    ///   after thirty days
    /// @param verdict what triage decided; empty until it has looked
    /// @param reason why, in words
    public record MentionView(
            long id,
            long postId,
            String network,
            Optional<String> url,
            Optional<String> title,
            String text,
            Optional<String> authorHandle,
            Optional<String> authorName,
            Optional<String> authorUrl,
            Optional<Long> followers,
            Optional<Long> reposts,
            Optional<Integer> rating,
            Optional<String> language,
            Instant publishedAt,
            Instant detectedAt,
            Optional<Instant> editedAt,
            int revision,
            boolean deleted,
            Optional<String> markup,
            Optional<Verdict> verdict,
            Optional<String> reason,
            Optional<ScoreView> score,
            Optional<CorrectionView> correction) {

        /// How long it took until the post was seen here.
        public Duration detectionLag() {
            return Duration.between(publishedAt, detectedAt);
        }
    }

    /// What the model said. Polarity and probabilities are those toward the brand, where they are
    /// known.
    ///
    /// @param flags none also where it was judged before they were kept
    /// @param severityReasons in words, the heaviest first
    /// @param targetRule the rule of comparison that decided; empty where the model did
    /// @param topics as stored: a JSON array; empty where topics were not judged
    public record ScoreView(
            String model,
            Polarity polarity,
            OptionalDouble negative,
            OptionalDouble neutral,
            OptionalDouble positive,
            OptionalDouble confidence,
            OptionalDouble complaint,
            Set<Flag> flags,
            OptionalInt severity,
            List<String> severityReasons,
            Optional<String> topics,
            Optional<String> language,
            Optional<String> targetRule,
            List<PhraseView> phrases) {
        public ScoreView {
            flags = Set.copyOf(flags);
            severityReasons = List.copyOf(severityReasons);
            phrases = List.copyOf(phrases);
        }
    }

    /// A part of the text that moved the judgement: offsets in UTF-16 units, the end exclusive.
    ///
    /// @param weight below 0 toward negative
    public record PhraseView(int start, int end, double weight) {}

    /// What a person said instead of the model.
    public record CorrectionView(long id, String by, Polarity polarity, Instant at) {

        /// What was done, in a sentence.
        public String inWords() {
            return t("{0} corrected the judgement to {1}.", by, JudgedWords.of(polarity));
        }
    }
}
