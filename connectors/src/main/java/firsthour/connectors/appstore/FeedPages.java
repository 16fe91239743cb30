package firsthour.connectors.appstore;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst.Page;
import firsthour.connectors.reading.Query;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for the feed page by page. A page without reviews is no sign that there are none: Apple
/// leaves them out for many apps, and now and then between two full pages.
final class FeedPages {
    private static final int FULL = 50;

    /// Apple refuses those behind it.
    private static final int LAST_PAGE = 10;

    private static final Json<ReviewFeed> JSON =
            new Json<>(
                    ReviewFeed.class,
                    ReviewFeed::isWhole,
                    "feed of reviews",
                    AppStoreConnector.ENDPOINT);

    private final Outbound outbound;
    private final URI address;
    private final boolean sawReviews;

    /// @param sawReviews whether the feed had any before
    FeedPages(Outbound outbound, URI address, boolean sawReviews) {
        this.outbound = outbound;
        this.address = address;
        this.sawReviews = sawReviews;
    }

    /// @param feed the country and the app
    /// @param token the number of the page
    Page page(String feed, Optional<String> token) {
        int number = token.map(Integer::valueOf).orElse(1);
        URI uri = Query.to(address, feed.formatted(number)).uri();
        return switch (JSON.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<ReviewFeed>(Refusal why, Budget left, _) ->
                    new Page.Refused(why, left);
            case Json.Reply.Read<ReviewFeed>(ReviewFeed found, _, Budget left) ->
                    found.reviews().isEmpty()
                            ? empty(found, number, left)
                            : page(found, number, left);
        };
    }

    private static Page page(ReviewFeed found, int number, Budget left) {
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        EntryReader.read(found.reviews(), posts, rejected);
        int last = found.lastPage().orElse(found.reviews().size() < FULL ? number : LAST_PAGE);
        return new Page.Read(
                posts,
                rejected,
                number < Math.min(last, LAST_PAGE)
                        ? Optional.of(String.valueOf(number + 1))
                        : Optional.empty(),
                left);
    }

    /// Behind the last page stands one that says so.
    private Page empty(ReviewFeed found, int number, Budget left) {
        if (number > 1 && found.lastPage().orElse(number) < number) {
            return new Page.Read(List.of(), List.of(), Optional.empty(), left);
        }
        return new Page.Refused(new Refusal.SourceChanged(whyEmpty(number)), left);
    }

    private String whyEmpty(int number) {
        if (number > 1) {
            return "Apple's feed breaks off: its page " + number + " is empty.";
        }
        return sawReviews
                ? "Apple's feed showed reviews of this app before and shows none now."
                : "Apple's feed shows no reviews of this app, as for many apps that have some. Check"
                        + " the app's number and the country. With a key of the app's developer use"
                        + " the network “App Store reviews, with a key” instead.";
    }
}
