package firsthour.connectors.appstoreconnect;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.ClockDifference;
import firsthour.connectors.reading.Json;
import firsthour.http.Answer;
import java.util.Optional;

/// Says what Apple's error codes mean.
final class Objections {
    private static final String MISSING = "NOT_FOUND";

    private Objections() {}

    /// To reading the list of an app's reviews.
    static Optional<Refusal> toList(Answer answer) {
        return is(answer, 404, MISSING)
                ? Optional.of(
                        new Refusal.Misconfigured(
                                Account.APP,
                                "Apple knows no app of this number that the key may see. It may have been deleted: copy the number again from its address."))
                : toAll(answer);
    }

    /// To reading one review.
    static Optional<Refusal> toReview(Answer answer) {
        return is(answer, 404, MISSING)
                ? Optional.of(new Refusal.Gone("The review is gone from the App Store."))
                : toAll(answer);
    }

    /// To posting a response.
    static Optional<Refusal> toResponse(Answer answer) {
        return switch (answer.status()) {
            case 400, 409, 422 ->
                    Optional.of(
                            new Refusal.Denied(
                                    "Apple does not take this response: its text is not allowed, or"
                                            + " the review can no longer be answered."));
            default -> toReview(answer);
        };
    }

    private static Optional<Refusal> toAll(Answer answer) {
        if (answer.status() == 401) {
            return Optional.of(
                    new Refusal.Unauthorised(
                            ClockDifference.find(answer)
                                    .orElse(
                                            "Apple does not take the key. Check issuer id, key id"
                                                    + " and key, and whether the key was revoked."
                                                    + " Check this machine's clock as well: what is"
                                                    + " signed at a wrong time is refused in the"
                                                    + " same way.")));
        }
        if (is(answer, 403, "FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED")) {
            return Optional.of(
                    new Refusal.Denied(
                            "Apple waits for an agreement: the account holder must accept it at"
                                    + " https://appstoreconnect.apple.com/business."));
        }
        if (is(answer, 403, "FORBIDDEN")) {
            return Optional.of(
                    new Refusal.Unauthorised(
                            "Apple does not allow this to the key. Its role must be one that deals"
                                    + " with reviews, such as Customer Support, App Manager or"
                                    + " Admin."));
        }
        return Optional.empty();
    }

    /// Codes become more precise behind a dot or an underscore.
    private static boolean is(Answer answer, int status, String code) {
        return answer.status() == status
                && Json.tree(answer).path("errors").path(0).path("code").asText().startsWith(code);
    }
}
