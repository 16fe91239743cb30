package firsthour.connectors.bluesky;

import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a server tells of posts that are known.
final class KnownPosts {
    static final Json<PostView.Found> POSTS =
            new Json<>(
                            PostView.Found.class,
                            found -> found.posts() != null,
                            "list of posts",
                            BlueskyConnector.ENDPOINT)
                    .explainedBy(Errors::explain);
    private static final Json<Conversation> THREAD =
            new Json<>(
                            Conversation.class,
                            conversation -> conversation.thread() != null,
                            "thread",
                            BlueskyConnector.ENDPOINT)
                    .explainedBy(Errors::explain);

    /// How far below the post replies are looked for; the brand answers at once or soon after.
    private static final int DEPTH = 10;

    private final Account account;

    KnownPosts(Account account) {
        this.account = account;
    }

    /// The answer leaves out what is gone, and what was written by somebody who blocks the account:
    /// only the thread tells one from the other.
    Look recheck(List<PostRef> known) {
        Query query = account.method("app.bsky.feed.getPosts");
        for (PostRef post : known) {
            query = query.with("uris", post.externalId());
        }
        return account.ask(POSTS, Request.get(query.uri()))
                .look(
                        (found, budget) -> {
                            List<Post> posts = posts(found.postsOrNone());
                            Set<String> missing = new HashSet<>();
                            known.forEach(post -> missing.add(post.externalId()));
                            posts.forEach(post -> missing.remove(post.externalId()));
                            missing.removeIf(uri -> !isGone(uri));
                            return new Look.Seen(posts, missing, budget);
                        },
                        Set.of());
    }

    Look replies(String uri) {
        return account.ask(THREAD, thread(uri, DEPTH))
                .look(
                        (conversation, budget) ->
                                new Look.Seen(
                                        posts(conversation.findReplies()),
                                        conversation.isGone() ? Set.of(uri) : Set.of(),
                                        budget),
                        Set.of(uri));
    }

    private boolean isGone(String uri) {
        return switch (account.ask(THREAD, thread(uri, 0))) {
            case Json.Reply.Read<Conversation> read -> read.value().isGone();
            case Json.Reply.Refused<Conversation> refused -> refused.why() instanceof Refusal.Gone;
        };
    }

    private Request thread(String uri, int depth) {
        return Request.get(
                account.method("app.bsky.feed.getPostThread")
                        .with("uri", uri)
                        .with("depth", depth)
                        .with("parentHeight", 0)
                        .uri());
    }

    private static List<Post> posts(List<? extends @Nullable PostView> views) {
        return views.stream().flatMap(view -> PostReader.find(view).stream()).toList();
    }
}
