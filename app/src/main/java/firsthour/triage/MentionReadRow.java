package firsthour.triage;

import firsthour.mention.PostText;
import firsthour.scoring.StoredFlags;
import firsthour.sentiment.Polarity;
import firsthour.triage.CaseView.CorrectionView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.PhraseView;
import firsthour.triage.CaseView.ScoreView;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mention of a case with its post, score and latest correction, as it is read.
@Introspected
record MentionReadRow(
        long id,
        long postId,
        long brandId,
        @Nullable Long caseId,
        String network,
        @Nullable String url,
        @Nullable String title,
        String text,
        @Nullable String authorHandle,
        @Nullable String authorName,
        @Nullable String authorUrl,
        @Nullable Long followers,
        @Nullable Long reposts,
        @Nullable Integer rating,
        @Nullable String language,
        Instant publishedAt,
        Instant detectedAt,
        @Nullable Instant editedAt,
        int revision,
        @Nullable Instant deletedAt,
        @Nullable String markup,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable String model,
        @Nullable String polarity,
        @Nullable Double negative,
        @Nullable Double neutral,
        @Nullable Double positive,
        @Nullable Double confidence,
        @Nullable Double complaint,
        @Nullable String flags,
        @Nullable Integer severity,
        @Nullable String severityReasons,
        @Nullable String topics,
        @Nullable String judgedLanguage,
        @Nullable String targetRule,
        @Nullable String phrases,
        @Nullable Long correctionId,
        @Nullable String corrected,
        @Nullable String correctedBy,
        @Nullable Instant correctedAt) {

    MentionView view(Function<String, List<PhraseView>> readPhrases) {
        return new MentionView(
                id,
                postId,
                network,
                Optional.ofNullable(url),
                Optional.ofNullable(title),
                PostText.joined(title, text),
                Optional.ofNullable(authorHandle),
                Optional.ofNullable(authorName),
                Optional.ofNullable(authorUrl),
                Optional.ofNullable(followers),
                Optional.ofNullable(reposts),
                Optional.ofNullable(rating),
                Optional.ofNullable(language),
                publishedAt,
                detectedAt,
                Optional.ofNullable(editedAt),
                revision,
                deletedAt != null,
                Optional.ofNullable(markup),
                Optional.ofNullable(verdict),
                Optional.ofNullable(reason),
                score(readPhrases),
                correction());
    }

    private Optional<CorrectionView> correction() {
        return correctionId == null
                        || corrected == null
                        || correctedBy == null
                        || correctedAt == null
                ? Optional.empty()
                : Optional.of(
                        new CorrectionView(
                                correctionId, correctedBy, polarity(corrected), correctedAt));
    }

    private Optional<ScoreView> score(Function<String, List<PhraseView>> readPhrases) {
        if (model == null || polarity == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ScoreView(
                        model,
                        polarity(polarity),
                        optional(negative),
                        optional(neutral),
                        optional(positive),
                        optional(confidence),
                        optional(complaint),
                        flags == null ? Set.of() : StoredFlags.read(flags),
                        severity == null ? OptionalInt.empty() : OptionalInt.of(severity),
                        severityReasons == null ? List.of() : severityReasons.lines().toList(),
                        Optional.ofNullable(topics),
                        Optional.ofNullable(judgedLanguage),
                        Optional.ofNullable(targetRule),
                        phrases == null || deletedAt != null
                                ? List.of()
                                : readPhrases.apply(phrases)));
    }

    private static Polarity polarity(String label) {
        return Polarity.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
