package firsthour.connectors.youtube;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.GoogleErrors;
import firsthour.http.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Says what YouTube means by an error, as `developers.google.com/youtube/v3/docs/errors` lists
/// them.
final class YouTubeErrors {
    /// Where nobody may comment there is nothing to read.
    static final Refusal COMMENTS_OFF = new Refusal.Denied("Comments are switched off there.");

    /// Where the day of the quota ends at midnight.
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final InstantSource clock;

    YouTubeErrors(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Refusal> ofThreads(Answer answer) {
        return of(answer)
                .or(() ->
                        when(
                                GoogleErrors.codes(answer).contains("channelNotFound"),
                                new Refusal.Misconfigured(
                                        YouTubeConnector.CHANNEL,
                                        "YouTube knows no channel of this id. It may have been deleted: copy the id again.")));
    }

    Optional<Refusal> ofComments(Answer answer) {
        Set<String> codes = GoogleErrors.codes(answer);
        return of(answer)
                .or(() ->
                        when(
                                codes.contains("commentNotFound")
                                        || codes.contains("parentCommentNotFound"),
                                new Refusal.Gone("The comment is gone from YouTube.")));
    }

    Optional<Refusal> ofReply(Answer answer) {
        return ofComments(answer)
                .or(() ->
                        when(
                                GoogleErrors.codes(answer).contains("ineligibleAccount"),
                                new Refusal.Unauthorised(
                                        "The connected Google account has no channel that may"
                                                + " comment.")))
                .or(() ->
                        when(
                                answer.status() == 400,
                                new Refusal.Denied(
                                        "YouTube does not take this answer: it may be too long, or"
                                                + " the comment may not be answered.")));
    }

    private Optional<Refusal> of(Answer answer) {
        Set<String> codes = GoogleErrors.codes(answer);
        if (codes.contains("quotaExceeded") || codes.contains("dailyLimitExceeded")) {
            return Optional.of(
                    new Refusal.QuotaExhausted(
                            endOfDay(clock.instant()),
                            "The day's units of this Google Cloud project are used up."));
        }
        if (codes.contains("commentsDisabled")) {
            return Optional.of(COMMENTS_OFF);
        }
        if (codes.contains("processingFailure") || codes.contains("invalidPageToken")) {
            return Optional.of(
                    new Refusal.Transient("YouTube could not process the request this time."));
        }
        return GoogleErrors.find(answer);
    }

    static Instant endOfDay(Instant now) {
        return now.atZone(PACIFIC).toLocalDate().plusDays(1).atStartOfDay(PACIFIC).toInstant();
    }

    private static Optional<Refusal> when(boolean holds, Refusal refusal) {
        return holds ? Optional.of(refusal) : Optional.empty();
    }
}
