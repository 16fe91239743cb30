package firsthour.connectors.trustpilot;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.OwnAnswers;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Posts replies to reviews, in the name of a person who works for the business.
final class Replies {
    /// What is answered to a reply is not documented; it may be nothing.
    private static final Json<JsonNode> POSTED =
            new Json<>(JsonNode.class, answer -> true, "answer", Business.ENDPOINT)
                    .explainedBy(Replies::explain);

    private final Outbound outbound;
    private final Sessions sessions;
    private final Grants grants;

    Replies(Outbound outbound, Sessions sessions, Grants grants) {
        this.outbound = outbound;
        this.sessions = sessions;
        this.grants = grants;
    }

    Sent reply(URI address, String key, Business.Replying as, OutgoingReply reply) {
        String review = reply.to().externalId();
        Request grant =
                Grants.of(
                                Query.to(
                                                address,
                                                "/v1/oauth/oauth-business-users-for-applications/accesstoken")
                                        .uri(),
                                Map.of("grant_type", "client_credentials"))
                        .withHeader("authorization", Grants.basic(key, as.secret()));
        Request request =
                Request.post(
                        Query.to(address, "/v1/private/reviews/" + Query.encode(review) + "/reply")
                                .uri(),
                        "application/json",
                        Json.write(
                                Map.of(
                                        "authorBusinessUserId",
                                        as.user(),
                                        "message",
                                        reply.text())));
        return sessions.ask(
                        POSTED,
                        outbound,
                        grant.uri() + " " + grant.headers().get("authorization"),
                        () -> grants.exchange(grant),
                        token -> request.withHeader("authorization", "Bearer " + token))
                .sent(answer ->
                        new Sent.Done(
                                OwnAnswers.idTo(review), Optional.of(ReviewReader.page(review))));
    }

    private static Optional<Refusal> explain(Answer answer) {
        return switch (answer.status()) {
            case 400, 409, 422 ->
                    Optional.of(
                            new Refusal.Denied(
                                    "Trustpilot does not take this reply: its text is not allowed,"
                                            + " the review has a reply already, or the setting"
                                            + " “user” names nobody."));
            case 403 ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    "Trustpilot does not allow this person to reply. It takes an"
                                            + " admin of the business and a plan with the API."));
            default ->
                    ReviewApi.isMissing(answer)
                            ? Optional.of(new Refusal.Gone("The review is gone from Trustpilot."))
                            : Optional.empty();
        };
    }
}
