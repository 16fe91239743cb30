package firsthour.connectors.discourse;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks one forum, as everybody can: what only a member sees is not read.
final class Forum {
    private static final Refusal GONE = new Refusal.Gone("The post is gone from the forum.");

    private static final Json<ForumPost.Latest> LATEST =
            new Json<>(
                            ForumPost.Latest.class,
                            ForumPost.Latest::isWhole,
                            "list of posts",
                            DiscourseConnector.FORUM)
                    .explainedBy(Forum::explain);
    private static final Json<ForumPost> ONE =
            new Json<>(ForumPost.class, ForumPost::hasPlace, "post", DiscourseConnector.FORUM)
                    .explainedBy(Forum::explainOne);
    private static final Json<ForumPost[]> REPLIES =
            new Json<>(
                            ForumPost[].class,
                            found -> Stream.of(found).allMatch(Objects::nonNull),
                            "list of replies",
                            DiscourseConnector.FORUM)
                    .explainedBy(Forum::explain);
    private static final Json<ForumPost.Topic> TOPIC =
            new Json<>(
                            ForumPost.Topic.class,
                            ForumPost.Topic::isWhole,
                            "topic",
                            DiscourseConnector.FORUM)
                    .explainedBy(Forum::explain);

    private final Outbound outbound;
    private final URI address;
    private final PostReader reader;

    Forum(Outbound outbound, URI address) {
        this.outbound = outbound;
        this.address = address;
        this.reader = new PostReader(address);
    }

    PostReader reader() {
        return reader;
    }

    /// The latest posts, 50 a page.
    ///
    /// @param before the lowest id of the page before
    NewestFirst.Page page(Optional<String> before) {
        Query query = Query.to(address, "/posts.json");
        URI uri = (before.isPresent() ? query.with("before", before.get()) : query).uri();
        return switch (LATEST.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<ForumPost.Latest>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<ForumPost.Latest>(ForumPost.Latest found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                reader.read(found.postsOrNone(), posts, rejected);
                Optional<String> next =
                        found.postsOrNone().stream()
                                .map(ForumPost::id)
                                .filter(Objects::nonNull)
                                .min(Long::compare)
                                .map(String::valueOf);
                yield new NewestFirst.Page.Read(posts, rejected, next, left);
            }
        };
    }

    /// One post; [Refusal.Gone] where nobody can read it any more.
    Json.Reply<ForumPost> post(String id) {
        return switch (ONE.ask(outbound, get("/posts/" + Query.encode(id) + ".json"))) {
            case Json.Reply.Read<ForumPost>(ForumPost post, _, Budget left) when !post.isShown() ->
                    new Json.Reply.Refused<>(GONE, left, false);
            case Json.Reply<ForumPost> reply -> reply;
        };
    }

    /// One post and its topic.
    Opened open(String id) {
        return switch (post(id)) {
            case Json.Reply.Refused<ForumPost>(Refusal why, Budget left, _) ->
                    new Opened.Refused(why, left);
            case Json.Reply.Read<ForumPost>(ForumPost post, _, _) ->
                    switch (TOPIC.ask(outbound, get("/t/" + post.topic() + ".json"))) {
                        case Json.Reply.Refused<ForumPost.Topic>(Refusal why, Budget left, _) ->
                                new Opened.Refused(why, left);
                        case Json.Reply.Read<ForumPost.Topic>(var topic, _, Budget left) ->
                                new Opened.Read(post, topic, left);
                    };
        };
    }

    /// What came of a post and its topic.
    sealed interface Opened {
        Budget budget();

        record Read(ForumPost post, ForumPost.Topic topic, Budget budget) implements Opened {}

        /// Nothing could be read.
        ///
        /// @param why [Refusal.Gone] where nobody can read the post any more
        record Refused(Refusal why, Budget budget) implements Opened {}
    }

    /// The posts that answer a post directly.
    Json.Reply<ForumPost[]> replies(String id) {
        return REPLIES.ask(outbound, get("/posts/" + Query.encode(id) + "/replies.json"));
    }

    private Request get(String path) {
        return Request.get(Query.to(address, path).uri());
    }

    private static Optional<Refusal> explain(Answer answer) {
        return error(answer).equals("not_logged_in")
                ? Optional.of(
                        new Refusal.Unauthorised(
                                "The forum shows its posts to members only. They are not read"
                                        + " here."))
                : Optional.empty();
    }

    /// A web page says nothing of the post: perhaps the forum is gone.
    private static Optional<Refusal> explainOne(Answer answer) {
        return switch (error(answer)) {
            case "not_found", "invalid_access" -> Optional.of(GONE);
            default -> explain(answer);
        };
    }

    static String error(Answer answer) {
        return Json.tree(answer).path("error_type").asText("");
    }
}
