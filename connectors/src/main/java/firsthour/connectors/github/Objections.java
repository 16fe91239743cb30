package firsthour.connectors.github;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.http.Answer;
import java.util.Locale;
import java.util.Optional;

/// What GitHub means by answers that are not 2xx, where the status alone says less.
final class Objections {
    private Objections() {}

    /// Whatever was asked: too much at once is a 403, with or without the time of its end.
    static Optional<Refusal> find(Answer answer) {
        return answer.status() == 403 && message(answer).contains("rate limit")
                ? Optional.of(
                        new Refusal.RateLimited(
                                answer.retryAt().or(() -> answer.rate().resetsAt()),
                                answer.uri().getHost() + " says: too many requests"))
                : Optional.empty();
    }

    /// To an issue: one that was deleted, is in a private repository by now or was blocked is shown
    /// to nobody. A page of a web server says that the address is wrong, and nothing about an
    /// issue.
    static Optional<Refusal> ofIssue(Answer answer) {
        boolean missing =
                answer.status() == 404
                        && !answer.isWebPage()
                        && !answer.mediaType().equals("text/html");
        return missing || isBlocked(answer)
                ? Optional.of(new Refusal.Gone("The issue is gone from GitHub."))
                : find(answer);
    }

    private static boolean isBlocked(Answer answer) {
        return (answer.status() == 403 || answer.status() == 451)
                && Json.tree(answer).path("block").isObject();
    }

    /// To a comment that was to be posted.
    static Optional<Refusal> ofComment(Answer answer) {
        return find(answer)
                .or(() ->
                        Optional.ofNullable(
                                switch (answer.status()) {
                                    case 301, 307, 308 ->
                                            new Refusal.Denied(
                                                    "The issue has just been moved to another"
                                                            + " repository.");
                                    case 403 ->
                                            message(answer).contains("locked")
                                                    ? new Refusal.Denied(
                                                            "The issue is locked: only those who"
                                                                    + " work on the repository may"
                                                                    + " comment.")
                                                    : new Refusal.Unauthorised(
                                                            "The token may not comment in this"
                                                                    + " repository.");
                                    case 404 -> new Refusal.Gone("The issue is gone from GitHub.");
                                    case 422 ->
                                            new Refusal.Denied(
                                                    "GitHub does not take this reply; it may be too"
                                                            + " long.");
                                    default -> null;
                                }));
    }

    private static String message(Answer answer) {
        return Json.tree(answer).path("message").asText("").toLowerCase(Locale.ROOT);
    }
}
