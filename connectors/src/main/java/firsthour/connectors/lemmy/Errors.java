package firsthour.connectors.lemmy;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.http.Answer;
import java.util.Optional;

/// The errors of an instance: most come with 400 and a name that says what is meant, as
/// `LemmyErrorType` of the official client lists them.
final class Errors {
    private Errors() {}

    /// Explains what may come in answer to anything.
    static Optional<Refusal> explain(Answer answer) {
        String host = answer.uri().getHost();
        return switch (name(answer)) {
            case "rate_limit_error" ->
                    Optional.of(
                            new Refusal.RateLimited(
                                    answer.retryAt(), host + " answers: too many requests"));
            case "instance_is_private" ->
                    Optional.of(
                            new Refusal.Unauthorised(host + " shows its posts to members only."));
            case "not_logged_in" ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    host + " does not take its own token any more."));
            default -> Optional.empty();
        };
    }

    /// Explains what may come in answer to a question for one post or comment.
    static Optional<Refusal> explainLook(Answer answer) {
        return switch (name(answer)) {
            case "couldnt_find_post", "couldnt_find_comment", "not_found" ->
                    Optional.of(new Refusal.Gone("It is gone from " + answer.uri().getHost()));
            default -> explain(answer);
        };
    }

    /// Explains what may come in answer to a sign-in.
    static Optional<Refusal> explainLogin(Answer answer) {
        String host = answer.uri().getHost();
        return switch (name(answer)) {
            case "incorrect_login" ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    host + " does not know this user with this password."));
            case "missing_totp_token" ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    host
                                            + " asks for a second factor. Reply from an account"
                                            + " without one."));
            case "email_not_verified",
                    "registration_application_is_pending",
                    "site_ban",
                    "deleted" ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    host
                                            + " does not let this account in yet, or"
                                            + " not any more."));
            default -> explain(answer);
        };
    }

    /// Explains what may come in answer to a reply. Other errors than these may come after the
    /// reply was stored.
    static Optional<Refusal> explainReply(Answer answer) {
        return switch (name(answer)) {
            case "locked" -> denied("The thread is locked.");
            case "person_is_banned_from_community", "banned_from_community", "site_ban" ->
                    denied("The account is banned there.");
            case "invalid_body_field", "slurs", "blocked_url", "language_not_allowed" ->
                    denied("The instance does not take this reply; it may be too long.");
            case "max_comment_depth_reached" -> denied("The thread is too deep for a reply.");
            default -> explainLook(answer);
        };
    }

    private static Optional<Refusal> denied(String detail) {
        return Optional.of(new Refusal.Denied(detail));
    }

    private static String name(Answer answer) {
        return Json.tree(answer).path("error").asText("");
    }
}
