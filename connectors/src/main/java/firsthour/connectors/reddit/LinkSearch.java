package firsthour.connectors.reddit;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Query;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for one phrase, page by page.
final class LinkSearch {
    private static final int PAGE = 100;
    private static final Json<Listing> JSON =
            new Json<>(Listing.class, Listing::isWhole, "list of posts", Access.ENDPOINT);

    private final Api api;

    LinkSearch(Api api) {
        this.api = api;
    }

    /// Reads a page with all that stands there, the phrase in it or not.
    NewestFirst.Page page(String phrase, Optional<String> token) {
        Query query =
                api.at("/search")
                        .with("q", '"' + phrase.replace('"', ' ') + '"')
                        .with("sort", "new")
                        .with("type", "link")
                        .with("limit", PAGE)
                        .with("raw_json", 1);
        URI uri = (token.isPresent() ? query.with("after", token.get()) : query).uri();
        return switch (api.ask(JSON, Request.get(uri))) {
            case Json.Reply.Refused<Listing>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<Listing>(Listing found, _, Budget left) -> {
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                ThingReader.read(found.childrenOrNone(), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.ofNullable(found.page().after()), left);
            }
        };
    }
}
