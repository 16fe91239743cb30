package firsthour.connectors.googleplay;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.GoogleErrors;
import firsthour.http.Answer;
import java.util.Optional;
import java.util.Set;

/// Says what Google Play means by an error.
final class PlayErrors {
    private PlayErrors() {}

    static Optional<Refusal> ofList(Answer answer) {
        return of(answer)
                .or(() ->
                        answer.status() == 404 && !GoogleErrors.codes(answer).isEmpty()
                                ? Optional.of(
                                        new Refusal.Misconfigured(
                                                GooglePlayConnector.APP,
                                                "Google Play knows no app of this package name. It may"
                                                        + " have been deleted: copy the name again"
                                                        + " from its address."))
                                : Optional.empty());
    }

    static Optional<Refusal> ofReview(Answer answer) {
        return of(answer)
                .or(() ->
                        answer.status() == 404
                                ? Optional.of(
                                        new Refusal.Gone("The review is gone from Google Play."))
                                : Optional.empty());
    }

    static Optional<Refusal> ofReply(Answer answer) {
        return ofReview(answer)
                .or(() ->
                        answer.status() == 400
                                ? Optional.of(
                                        new Refusal.Denied(
                                                "Google Play does not take this answer; it may be"
                                                        + " too long."))
                                : Optional.empty());
    }

    private static Optional<Refusal> of(Answer answer) {
        Set<String> codes = GoogleErrors.codes(answer);
        return GoogleErrors.find(answer)
                .or(() ->
                        codes.contains("permissionDenied") || codes.contains("PERMISSION_DENIED")
                                ? Optional.of(
                                        new Refusal.Unauthorised(
                                                "The service account may not read or answer the"
                                                        + " reviews of this app. Invite it in the Play"
                                                        + " Console under Users and permissions."))
                                : Optional.empty());
    }
}
