package firsthour.connectors.mastodon;

import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an instance tells of posts that are known, and the replies that are posted there.
final class Conversation {
    private static final Json<Status[]> STATUSES =
            new Json<>(
                    Status[].class,
                    statuses -> Stream.of(statuses).allMatch(Objects::nonNull),
                    "list of posts",
                    MastodonConnector.INSTANCE);
    private static final Json<Status.Context> CONTEXT =
            new Json<>(
                            Status.Context.class,
                            context -> context.descendants() != null,
                            "list of replies",
                            MastodonConnector.INSTANCE)
                    .explainedBy(Conversation::explain);
    private static final Json<Status> POSTED =
            new Json<>(
                            Status.class,
                            status -> status.id() != null,
                            "post",
                            MastodonConnector.INSTANCE)
                    .explainedBy(Conversation::explain);

    private final Outbound outbound;
    private final URI instance;
    private final Optional<String> token;
    private final StatusReader reader;

    Conversation(Outbound outbound, URI instance, Optional<String> token) {
        this.outbound = outbound;
        this.instance = instance;
        this.token = token;
        this.reader = new StatusReader(instance.getHost());
    }

    /// The answer leaves out what is deleted or hidden.
    Look recheck(List<PostRef> known) {
        Query query = Query.to(instance, "/api/v1/statuses");
        for (PostRef post : known) {
            query = query.with("id[]", post.externalId());
        }
        return STATUSES.look(
                outbound,
                signed(Request.get(query.uri())),
                (found, budget) -> {
                    List<Post> posts = posts(List.of(found));
                    Set<String> gone = new HashSet<>();
                    known.forEach(post -> gone.add(post.externalId()));
                    posts.forEach(post -> gone.remove(post.externalId()));
                    return new Look.Seen(posts, gone, budget);
                },
                Set.of());
    }

    Look replies(String id) {
        URI uri = Query.to(instance, "/api/v1/statuses/" + Query.encode(id) + "/context").uri();
        return CONTEXT.look(
                outbound,
                signed(Request.get(uri)),
                (context, budget) ->
                        new Look.Seen(
                                posts(Objects.requireNonNull(context.descendants())),
                                Set.of(),
                                budget),
                Set.of(id));
    }

    /// The author learns of a reply only when it names them.
    Sent reply(OutgoingReply reply) {
        String text =
                reply.to()
                        .author()
                        .map(author -> "@" + author)
                        .filter(name -> !lower(reply.text()).contains(lower(name)))
                        .map(name -> name + " " + reply.text())
                        .orElse(reply.text());
        Request request =
                Request.post(
                                Query.to(instance, "/api/v1/statuses").uri(),
                                "application/json",
                                Json.write(
                                        Map.of(
                                                "status",
                                                text,
                                                "in_reply_to_id",
                                                reply.to().externalId(),
                                                "visibility",
                                                "public")))
                        .withHeader("idempotency-key", reply.key());
        return POSTED.post(
                outbound,
                signed(request),
                status ->
                        new Sent.Done(
                                Objects.requireNonNull(status.id()), Addresses.find(status.url())));
    }

    private List<Post> posts(List<Status> statuses) {
        return statuses.stream().flatMap(status -> reader.find(status).stream()).toList();
    }

    private Request signed(Request request) {
        return token.map(key -> request.withHeader("authorization", "Bearer " + key))
                .orElse(request);
    }

    private static Optional<Refusal> explain(Answer answer) {
        return switch (answer.status()) {
            case 404 -> Optional.of(new Refusal.Gone("The post is gone from the instance."));
            case 422 ->
                    Optional.of(
                            new Refusal.Denied(
                                    "The instance does not take this reply; it may be too long."));
            default -> Optional.empty();
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
