package firsthour.connectors.youtube;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks for comments with a key.
final class ChannelComments {
    private static final int PAGE = 100;

    /// Pages of replies to one comment; each costs a unit.
    private static final int MOST_PAGES = 5;

    private final Outbound outbound;
    private final PostRules rules;
    private final Json<Threads> threads;
    private final Json<Comments> comments;

    ChannelComments(Outbound outbound, InstantSource clock, YouTubeErrors errors) {
        this.outbound = outbound;
        this.rules = new PostRules(clock);
        this.threads =
                new Json<>(
                                Threads.class,
                                Threads::isWhole,
                                "list of comments",
                                YouTubeConnector.ENDPOINT)
                        .explainedBy(errors::ofThreads);
        this.comments =
                new Json<>(
                                Comments.class,
                                Comments::isWhole,
                                "list of comments",
                                YouTubeConnector.ENDPOINT)
                        .explainedBy(errors::ofComments);
    }

    /// Where to ask.
    record Place(URI address, String key) {
        Query list(String what, String part) {
            return Query.to(address, "/youtube/v3/" + what)
                    .with("part", part)
                    .with("textFormat", "plainText")
                    .with("key", key);
        }

        /// Keeps the key out of logs.
        @Override
        public String toString() {
            return "Place[" + address + "]";
        }
    }

    /// Reads a page of the threads below a channel's videos that hold a phrase, whole.
    NewestFirst.Page page(Place place, String channel, String phrase, Optional<String> token) {
        Query query =
                place.list("commentThreads", "snippet,replies")
                        .with("allThreadsRelatedToChannelId", channel)
                        .with("searchTerms", phrase)
                        .with("order", "time")
                        .with("maxResults", PAGE);
        URI uri = (token.isPresent() ? query.with("pageToken", token.get()) : query).uri();
        return switch (threads.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<Threads>(Refusal why, Budget left, _) ->
                    why.equals(YouTubeErrors.COMMENTS_OFF)
                            ? new NewestFirst.Page.Read(
                                    List.of(), List.of(), Optional.empty(), left)
                            : new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<Threads>(Threads found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                CommentReader.read(found.itemsOrNone(), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.ofNullable(found.next()), left);
            }
        };
    }

    /// The answer leaves out what is deleted or hidden.
    Look recheck(Place place, List<PostRef> known) {
        List<String> ids = known.stream().map(PostRef::externalId).toList();
        Request request =
                Request.get(
                        place.list("comments", "snippet").with("id", String.join(",", ids)).uri());
        return comments.look(
                outbound,
                request,
                (found, left) -> {
                    List<Post> posts = posts(found);
                    Set<String> gone = new HashSet<>(ids);
                    found.itemsOrNone().forEach(one -> gone.remove(one == null ? "" : one.id()));
                    return new Look.Seen(posts, gone, left);
                },
                ids.size() == 1 ? Set.copyOf(ids) : Set.of());
    }

    /// Reads the replies below a comment. YouTube keeps those to a reply below the same comment.
    Look replies(Place place, String id) {
        Query query =
                place.list("comments", "snippet")
                        .with("parentId", thread(id))
                        .with("maxResults", PAGE);
        List<Post> replies = new ArrayList<>();
        Optional<String> token = Optional.empty();
        Budget left = Budget.UNSAID;
        for (int page = 0; page < MOST_PAGES; page++) {
            URI uri = token.map(next -> query.with("pageToken", next)).orElse(query).uri();
            Json.Reply<Comments> reply = comments.ask(outbound, Request.get(uri));
            if (!(reply instanceof Json.Reply.Read<Comments>(Comments found, _, Budget more))) {
                return reply.look(
                        (_, budget) -> new Look.Seen(replies, Set.of(), budget), Set.of(id));
            }
            posts(found).stream()
                    .filter(post -> !post.externalId().equals(id))
                    .forEach(replies::add);
            left = more;
            token = Optional.ofNullable(found.next());
            if (token.isEmpty()) {
                break;
            }
        }
        return new Look.Seen(replies, Set.of(), left);
    }

    /// The comment at the head of a thread: a reply's id begins with it.
    static String thread(String id) {
        return id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    }

    private List<Post> posts(Comments found) {
        return found.itemsOrNone().stream()
                .flatMap(comment -> CommentReader.find(comment, null).stream())
                .flatMap(post -> rules.find(post).stream())
                .toList();
    }
}
