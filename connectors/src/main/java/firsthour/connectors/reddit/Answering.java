package firsthour.connectors.reddit;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Markdown;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comments in the name of the connected account.
final class Answering {
    private static final Json<Posted> POSTED =
            new Json<>(Posted.class, Posted::isWhole, "comment", Access.ENDPOINT)
                    .explainedBy(Answering::explain);

    /// How Reddit words the pause that it wants.
    private static final Pattern PAUSE = Pattern.compile("([0-9]{1,5}) (second|minute|hour)");

    private final Api api;
    private final InstantSource clock;

    Answering(Api api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    Sent reply(OutgoingReply reply) {
        Request request =
                Request.post(
                        api.at("/api/comment").with("raw_json", 1).uri(),
                        "application/x-www-form-urlencoded",
                        Query.form(
                                Map.of(
                                        "api_type", "json",
                                        "thing_id", reply.to().externalId(),
                                        "text", Markdown.of(reply.text()))));
        return api.ask(POSTED, request).sent(this::sent);
    }

    private Sent sent(Posted posted) {
        return posted.objection()
                .map(objection -> Sent.after(refusal(objection)))
                .orElseGet(() ->
                        posted.comment()
                                .flatMap(comment ->
                                        PostRules.findId(comment.name())
                                                .<Sent>map(name ->
                                                        new Sent.Done(
                                                                name, ThingReader.page(comment))))
                                .orElseGet(() ->
                                        new Sent.Unsure(
                                                "Reddit took the reply and did not say where it"
                                                        + " stands.")));
    }

    private Refusal refusal(Posted.Objection objection) {
        return switch (objection.code()) {
            case "RATELIMIT" ->
                    new Refusal.RateLimited(
                            pause(objection.words()).map(clock.instant()::plus),
                            "Reddit wants a pause between two comments of this account.");
            case "DELETED_LINK", "DELETED_COMMENT" ->
                    new Refusal.Gone("The post is gone from Reddit.");
            case "THREAD_LOCKED", "TOO_OLD" ->
                    new Refusal.Denied("Nothing can be added below this post any more.");
            case "TOO_LONG" ->
                    new Refusal.Denied("Reddit does not take this reply: it is too long.");
            case "USER_REQUIRED" ->
                    new Refusal.Unauthorised("Reddit does not take the permission any more.");
            case "SOMETHING_IS_BROKEN" -> new Refusal.Transient("Reddit has trouble of its own.");
            default ->
                    new Refusal.Denied(
                            "Reddit does not take this reply: "
                                    + objection.code().replaceAll("[^A-Z0-9_]", "?")
                                    + ".");
        };
    }

    private static Optional<Duration> pause(String words) {
        Matcher found = PAUSE.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        long count = Long.parseLong(found.group(1));
        return Optional.of(
                switch (found.group(2)) {
                    case "second" -> Duration.ofSeconds(count);
                    case "minute" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    private static Optional<Refusal> explain(Answer answer) {
        return answer.status() == 403 && Json.tree(answer).isObject()
                ? Optional.of(
                        new Refusal.Denied(
                                "Reddit does not let this account comment there: the community is"
                                        + " private, or it has banned the account."))
                : Optional.empty();
    }
}
