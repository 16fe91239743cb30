package firsthour.connectors.bluesky;

import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.http.Answer;
import java.util.Optional;

/// The errors of a server, as `atproto.com/specs/xrpc` describes them.
final class Errors {
    private Errors() {}

    /// The name of the error in an answer; empty where it names none.
    static String name(Answer answer) {
        return Json.tree(answer).path("error").asText("");
    }

    /// Explains the errors whose status says something else or too little.
    static Optional<Refusal> explain(Answer answer) {
        String host = answer.uri().getHost();
        return switch (name(answer)) {
            case "InvalidToken", "ExpiredToken" ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    host + " does not take its own token any more."));
            case "AccountTakedown" ->
                    Optional.of(new Refusal.Unauthorised("The account is suspended."));
            case "AccountDeactivated" ->
                    Optional.of(new Refusal.Unauthorised("The account is deactivated."));
            case "NotFound", "RecordNotFound" ->
                    Optional.of(new Refusal.Gone("The post is gone from " + host + "."));
            default -> Optional.empty();
        };
    }
}
