package firsthour.connectors.hackernews;

import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.OneByOne;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the search tells of items that are known, and of those below them.
final class KnownItems {
    private static final Json<Item> ITEM =
            new Json<>(Item.class, item -> item.id() != null, "item", HackerNewsConnector.ENDPOINT)
                    .explainedBy(KnownItems::explain);

    private final Outbound outbound;
    private final URI address;
    private final PostRules rules;

    KnownItems(Outbound outbound, URI address, PostRules rules) {
        this.outbound = outbound;
        this.address = address;
        this.rules = rules;
    }

    Look recheck(List<PostRef> known) {
        return OneByOne.look(
                known, post -> look(post, item -> Stream.of(item)), this::findObstacle);
    }

    Look replies(PostRef answered) {
        return OneByOne.look(
                List.of(answered),
                post -> look(post, item -> item.below().stream()),
                this::findObstacle);
    }

    /// @param part of an item that is there
    private Look look(PostRef post, Function<Item, Stream<Item>> part) {
        Set<String> gone = Set.of(post.externalId());
        URI uri = Query.to(address, "/api/v1/items/" + Query.encode(post.externalId())).uri();
        return ITEM.look(
                outbound,
                Request.get(uri),
                (item, left) ->
                        item.isGone()
                                ? new Look.Seen(List.of(), gone, left)
                                : new Look.Seen(
                                        part.apply(item)
                                                .filter(one -> !one.isGone())
                                                .flatMap(this::posts)
                                                .toList(),
                                        Set.of(),
                                        left),
                gone);
    }

    private Stream<Post> posts(Item item) {
        return HitReader.find(item.asHit()).flatMap(rules::find).stream();
    }

    /// What is no search of Hacker News knows no item either.
    private Optional<Refusal> findObstacle() {
        return new Algolia(outbound, address).findObstacle();
    }

    /// A page of a web server says that the address is wrong, and nothing about an item.
    private static Optional<Refusal> explain(Answer answer) {
        return answer.status() == 404
                        && !answer.isWebPage()
                        && !answer.mediaType().equals("text/html")
                ? Optional.of(new Refusal.Gone("The post is gone from Hacker News."))
                : Optional.empty();
    }
}
