package firsthour.connectors.reddit;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.PostRules;
import firsthour.http.Answer;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Reddit tells of posts that are known, and of the comments below them.
final class KnownPosts {
    /// Of the comments of a post.
    private static final int MOST = 500;

    private static final Pattern POST = Pattern.compile("t3_[a-z0-9]{1,20}");
    private static final Json<Listing> POSTS =
            new Json<>(Listing.class, Listing::isWhole, "list of posts", Access.ENDPOINT);

    /// The post, and what stands below it.
    private static final Json<Listing[]> THREAD =
            new Json<>(
                            Listing[].class,
                            lists ->
                                    lists.length == 2
                                            && Stream.of(lists)
                                                    .allMatch(
                                                            list -> list != null && list.isWhole()),
                            "post with its comments",
                            Access.ENDPOINT)
                    .explainedBy(KnownPosts::explain);

    private final Api api;
    private final PostRules rules;

    KnownPosts(Api api, PostRules rules) {
        this.api = api;
        this.rules = rules;
    }

    /// What was taken down comes with a mark. Of what does not come nothing is known: its community
    /// may be private for a while.
    Look recheck(List<PostRef> known) {
        Set<String> asked =
                known.stream()
                        .map(PostRef::externalId)
                        .filter(name -> POST.matcher(name).matches())
                        .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        URI uri = api.at("/api/info").with("id", String.join(",", asked)).with("raw_json", 1).uri();
        return api.ask(POSTS, Request.get(uri))
                .look((found, left) -> seen(asked, found, left), Set.of());
    }

    private Look seen(Set<String> asked, Listing found, Budget left) {
        List<Post> posts = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (Listing.Child child : found.childrenOrNone()) {
            Listing.Thing thing = child.data();
            if (thing == null || thing.name() == null || !asked.contains(thing.name())) {
                continue;
            }
            if (thing.isGone()) {
                gone.add(thing.name());
            } else {
                find(thing).ifPresent(posts::add);
            }
        }
        return new Look.Seen(posts, gone, left);
    }

    Look replies(PostRef post) {
        String name = post.externalId();
        if (!POST.matcher(name).matches()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        URI uri =
                api.at("/comments/" + name.substring(3))
                        .with("limit", MOST)
                        .with("sort", "new")
                        .with("raw_json", 1)
                        .uri();
        return api.ask(THREAD, Request.get(uri))
                .look(
                        (thread, left) ->
                                new Look.Seen(
                                        below(thread[1]),
                                        isGone(name, thread[0]) ? Set.of(name) : Set.of(),
                                        left),
                        Set.of());
    }

    private static boolean isGone(String name, Listing list) {
        return list.childrenOrNone().stream()
                .map(Listing.Child::data)
                .anyMatch(thing -> thing != null && name.equals(thing.name()) && thing.isGone());
    }

    /// The comments at every depth, as far as Reddit shows them at once.
    private List<Post> below(Listing comments) {
        List<Post> found = new ArrayList<>();
        Deque<Listing> open = new ArrayDeque<>(List.of(comments));
        while (!open.isEmpty()) {
            for (Listing.Child child : open.pop().childrenOrNone()) {
                Listing.Thing comment = child.data();
                if (comment == null) {
                    continue;
                }
                if (!comment.isGone()) {
                    find(comment).ifPresent(found::add);
                }
                if (comment.replies() != null) {
                    open.add(comment.replies());
                }
            }
        }
        return found;
    }

    private Optional<Post> find(Listing.Thing thing) {
        return ThingReader.find(thing).flatMap(rules::find);
    }

    /// A community that was banned or is private has a reason; it says nothing of the post.
    private static Optional<Refusal> explain(Answer answer) {
        return Json.tree(answer).path("reason").asText("").isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.Gone("Reddit does not show this community."));
    }
}
