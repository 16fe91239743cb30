package firsthour.connectors.lemmy;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an instance tells of posts and comments that are known.
final class KnownEntries {
    static final Json<View.One> ONE =
            new Json<>(View.One.class, one -> one.view() != null, "post", LemmyConnector.INSTANCE)
                    .explainedBy(Errors::explainLook);
    private static final Json<View.Comments> COMMENTS =
            new Json<>(
                            View.Comments.class,
                            found -> found.comments() != null,
                            "list of comments",
                            LemmyConnector.INSTANCE)
                    .explainedBy(Errors::explainLook);

    /// How far below a post or comment replies are looked for. With a depth the instance gives the
    /// tree, up to 300 comments, instead of a page.
    private static final int DEPTH = 8;

    private final Outbound outbound;
    private final URI instance;
    private final Api api;
    private final EntryReader reader;

    KnownEntries(Outbound outbound, URI instance, Api api) {
        this.outbound = outbound;
        this.instance = instance;
        this.api = api;
        this.reader = new EntryReader(instance.getHost());
    }

    /// Asks for one after the other, since instances know no question for several. What was seen
    /// before an instance refuses is told.
    Look recheck(List<PostRef> known) {
        List<Post> posts = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Budget budget = Budget.UNSAID;
        for (PostRef ref : known) {
            Optional<Kind.Name> name = Kind.Name.find(ref.externalId());
            if (name.isEmpty()) {
                continue;
            }
            switch (one(name.get())) {
                case Json.Reply.Read<View.One>(View.One one, _, Budget left) -> {
                    budget = left;
                    if (EntryReader.isGone(one.shown())) {
                        gone.add(ref.externalId());
                    } else {
                        reader.find(one.shown()).ifPresent(posts::add);
                    }
                }
                case Json.Reply.Refused<View.One>(Refusal.Gone _, Budget left, _) -> {
                    budget = left;
                    gone.add(ref.externalId());
                }
                case Json.Reply.Refused<View.One>(Refusal why, Budget left, _) -> {
                    return posts.isEmpty() && gone.isEmpty()
                            ? new Look.Refused(why, left)
                            : new Look.Seen(posts, gone, left);
                }
            }
        }
        return new Look.Seen(posts, gone, budget);
    }

    /// A post that is gone has no replies either, so it is asked for only where there are none.
    Look replies(PostRef ref) {
        Optional<Kind.Name> name = Kind.Name.find(ref.externalId());
        if (name.isEmpty()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        Request request =
                Request.get(
                        api.at(instance, "/comment/list")
                                .with(
                                        switch (name.get().kind()) {
                                            case POST -> "post_id";
                                            case COMMENT -> "parent_id";
                                        },
                                        name.get().id())
                                .with("type_", api.word("all"))
                                .with("sort", api.word("new"))
                                .with("max_depth", DEPTH)
                                .uri());
        return COMMENTS.look(
                outbound,
                request,
                (found, budget) -> {
                    List<Post> posts = new ArrayList<>();
                    reader.read(found.commentsOrNone(), posts, new ArrayList<>());
                    posts.removeIf(post -> post.externalId().equals(ref.externalId()));
                    return posts.isEmpty()
                            ? nothingBelow(name.get())
                            : new Look.Seen(posts, Set.of(), budget);
                },
                Set.of(ref.externalId()));
    }

    private Look nothingBelow(Kind.Name name) {
        Set<String> itself = Set.of(name.toString());
        return one(name)
                .look(
                        (one, budget) ->
                                new Look.Seen(
                                        List.of(),
                                        EntryReader.isGone(one.shown()) ? itself : Set.of(),
                                        budget),
                        itself);
    }

    /// Asks for one post or comment.
    Json.Reply<View.One> one(Kind.Name name) {
        return ONE.ask(
                outbound,
                Request.get(
                        api.at(instance, "/" + name.kind().word()).with("id", name.id()).uri()));
    }
}
