package firsthour.triage;

import firsthour.mention.PostText;
import firsthour.mention.Posts;
import firsthour.scoring.StoredFlags;
import firsthour.sentiment.Flag;
import firsthour.sentiment.Polarity;
import firsthour.triage.Facts.Account;
import firsthour.triage.Facts.Corrected;
import firsthour.triage.Facts.Judgement;
import firsthour.triage.Facts.Related;
import firsthour.triage.Facts.Wishes;
import firsthour.triage.Facts.Wrote;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One JUDGED mention with its post, brand, score and latest correction.
///
/// @param ownAccount null for a customer's post; else whether the own account is automatic
@Introspected
record FactsRow(
        long mentionId,
        long postId,
        long brandId,
        @Nullable Long caseId,
        Instant publishedAt,
        Instant detectedAt,
        boolean judgedAgain,
        double threshold,
        boolean lookReviews,
        boolean lookPosts,
        boolean inquiries,
        String network,
        @Nullable String authorHandle,
        @Nullable Long followers,
        @Nullable Long reposts,
        @Nullable Integer rating,
        @Nullable String title,
        String text,
        @Nullable String inReplyTo,
        @Nullable String replyKey,
        @Nullable Long copyOf,
        boolean history,
        boolean late,
        @Nullable Boolean ownAccount,
        @Nullable String polarity,
        @Nullable Double negative,
        @Nullable Double positive,
        @Nullable Double complaint,
        @Nullable Integer severity,
        @Nullable String language,
        @Nullable String flags,
        @Nullable String corrected,
        @Nullable Instant correctedAt) {

    /// Whether it is judged again so long after it was published that it opens no case. What a
    /// person found negative while it waited does: it has no case of before.
    boolean isSettled(Instant now) {
        return judgedAgain
                && publishedAt.isBefore(now.minus(Posts.HISTORY))
                && (corrected == null || polarity(corrected) != Polarity.NEGATIVE);
    }

    /// @param now when it is decided about: what is judged again was not known to be a case before
    Facts facts(List<String> ownHandles, Optional<Related> related, int earlierPosts, Instant now) {
        return new Facts(
                new Wrote(
                        mentionId,
                        postId,
                        brandId,
                        network,
                        Optional.ofNullable(authorHandle),
                        account(),
                        optional(followers),
                        optional(reposts),
                        optional(rating),
                        history || late,
                        publishedAt,
                        judgedAgain ? now : detectedAt),
                new Wishes(threshold, lookReviews, lookPosts, inquiries),
                judgement(),
                corrected == null || correctedAt == null
                        ? Optional.empty()
                        : Optional.of(new Corrected(polarity(corrected), correctedAt)),
                caseId == null ? OptionalLong.empty() : OptionalLong.of(caseId),
                related,
                has(Flag.QUESTION) || Question.isPutTo(ownHandles, words()),
                earlierPosts);
    }

    /// Title and text, as [PostText#joined(String, String)].
    String words() {
        return PostText.joined(title, text);
    }

    private Optional<Judgement> judgement() {
        return polarity == null
                ? Optional.empty()
                : Optional.of(
                        new Judgement(
                                polarity(polarity),
                                optional(negative),
                                optional(positive),
                                optional(complaint),
                                optional(severity),
                                Optional.ofNullable(language),
                                flags == null ? Optional.empty() : Optional.of(has(Flag.PRAISE))));
    }

    /// Whether the model says so; it says nothing where it judged before flags were kept.
    private boolean has(Flag flag) {
        return flags != null && StoredFlags.read(flags).contains(flag);
    }

    private Account account() {
        if (ownAccount == null) {
            return Account.CUSTOMER;
        }
        return ownAccount ? Account.OWN_BOT : Account.OWN;
    }

    private static Polarity polarity(String label) {
        return Polarity.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
