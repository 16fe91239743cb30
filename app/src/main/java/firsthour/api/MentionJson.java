package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.sentiment.Flag;
import firsthour.sentiment.Polarity;
import firsthour.triage.CaseView.CorrectionView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.ScoreView;
import firsthour.triage.MentionViews.Listed;
import firsthour.triage.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A post that matched a brand. Of what its author deleted, neither text nor author is here.
///
/// @param caseId the case that it opened or joined; null where there is none
/// @param text title and text, as they were judged; empty for a rating without words
/// @param deleted whether it is gone from the network, or may be kept no longer
/// @param revision 1 and up; above 1 the author has edited it
/// @param verdict what triage decided; null until it has looked
/// @param reason why, in words
/// @param judgement what the model said; null until it has
/// @param correction what a person said instead; null where nobody did
@JsonInclude(JsonInclude.Include.ALWAYS)
record MentionJson(
        long id,
        long brandId,
        @Nullable Long caseId,
        String network,
        @Nullable String url,
        String text,
        boolean deleted,
        @Nullable AuthorJson author,
        @Nullable Long reposts,
        @Nullable Integer rating,
        @Nullable String language,
        Instant publishedAt,
        Instant detectedAt,
        @Nullable Instant editedAt,
        int revision,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable JudgementJson judgement,
        @Nullable CorrectionJson correction) {

    /// Who posted in public.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AuthorJson(
            @Nullable String handle,
            @Nullable String name,
            @Nullable String url,
            @Nullable Long followers) {}

    /// What the model said of it, toward the brand. Probabilities lie between 0 and 1.
    ///
    /// @param severity 0 to 100
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record JudgementJson(
            String model,
            Polarity polarity,
            @Nullable Double negative,
            @Nullable Double neutral,
            @Nullable Double positive,
            @Nullable Double confidence,
            @Nullable Double complaint,
            @Nullable Integer severity,
            List<Flag> flags) {}

    /// What a person said instead.
    ///
    /// @param id goes as “seen” into the next correction
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CorrectionJson(long id, Polarity polarity, String by, Instant at) {}

    static MentionJson of(Listed listed) {
        return of(listed.brandId(), listed.caseId(), listed.mention());
    }

    static MentionJson of(long brandId, Optional<Long> caseId, MentionView post) {
        return new MentionJson(
                post.id(),
                brandId,
                caseId.orElse(null),
                post.network(),
                post.url().orElse(null),
                post.text(),
                post.deleted(),
                author(post),
                post.reposts().orElse(null),
                post.rating().orElse(null),
                post.language().orElse(null),
                post.publishedAt(),
                post.detectedAt(),
                post.editedAt().orElse(null),
                post.revision(),
                post.verdict().orElse(null),
                post.reason().orElse(null),
                post.score().map(MentionJson::judgement).orElse(null),
                post.correction().map(MentionJson::correction).orElse(null));
    }

    private static @Nullable AuthorJson author(MentionView post) {
        return post.authorHandle().isEmpty() && post.authorName().isEmpty()
                ? null
                : new AuthorJson(
                        post.authorHandle().orElse(null),
                        post.authorName().orElse(null),
                        post.authorUrl().orElse(null),
                        post.followers().orElse(null));
    }

    private static JudgementJson judgement(ScoreView score) {
        return new JudgementJson(
                score.model(),
                score.polarity(),
                number(score.negative()),
                number(score.neutral()),
                number(score.positive()),
                number(score.confidence()),
                number(score.complaint()),
                score.severity().isPresent() ? score.severity().getAsInt() : null,
                score.flags().stream().sorted().toList());
    }

    private static CorrectionJson correction(CorrectionView by) {
        return new CorrectionJson(by.id(), by.polarity(), by.by(), by.at());
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
