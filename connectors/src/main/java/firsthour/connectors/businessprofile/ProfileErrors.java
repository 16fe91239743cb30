package firsthour.connectors.businessprofile;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.GoogleErrors;
import firsthour.http.Answer;
import java.util.Optional;

/// Says what the Business Profile API means by an error.
final class ProfileErrors {
    private ProfileErrors() {}

    static Optional<Refusal> ofList(Answer answer) {
        return of(answer)
                .or(() ->
                        answer.status() == 404 && !GoogleErrors.codes(answer).isEmpty()
                                ? Optional.of(
                                        new Refusal.Misconfigured(
                                                BusinessProfileConnector.LOCATION,
                                                "Google knows no such location. It may have been deleted"
                                                        + " or moved to another account: choose it"
                                                        + " again."))
                                : Optional.empty());
    }

    static Optional<Refusal> ofReview(Answer answer) {
        return of(answer)
                .or(() ->
                        answer.status() == 404
                                ? Optional.of(new Refusal.Gone("The review is gone from Google."))
                                : Optional.empty());
    }

    static Optional<Refusal> ofReply(Answer answer) {
        return ofReview(answer)
                .or(() ->
                        answer.status() == 400
                                ? Optional.of(
                                        new Refusal.Denied(
                                                "Google does not take this answer; it may be too"
                                                        + " long, or the location is not verified."))
                                : Optional.empty());
    }

    private static Optional<Refusal> of(Answer answer) {
        return GoogleErrors.find(answer)
                .or(() ->
                        GoogleErrors.codes(answer).contains("PERMISSION_DENIED")
                                ? Optional.of(
                                        new Refusal.Unauthorised(
                                                "The connected Google account does not manage this"
                                                        + " location."))
                                : Optional.empty());
    }
}
