package firsthour.connectors.steam;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Query;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the reviews of one app on Steam, those that were changed last first.
public final class SteamConnector implements Connector {
    private static final String APP = "app";
    private static final String ENDPOINT = "endpoint";
    private static final Pattern APP_ID = Pattern.compile("[0-9]{1,10}");
    private static final URI PUBLIC = URI.create("https://store.steampowered.com");
    private static final int PAGE = 100;
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(30), Duration.ofHours(1), NewestFirst.Order.CHANGED);
    private static final Json<Reviews> JSON =
            new Json<>(Reviews.class, Reviews::isWhole, "list of reviews", ENDPOINT);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "steam",
                            "Steam reviews",
                            List.of(
                                    new Descriptor.Field(
                                            APP,
                                            "Number of the app, from its address",
                                            true,
                                            false,
                                            "440"),
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the store, if not the public one",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            false,
                            true,
                            true,
                            Duration.ofMinutes(30),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Steam knows thumbs, not stars: up counts as 5, down as 1.",
                                    "A response to an older review is seen only when the review comes up"
                                            + " again.",
                                    "A deletion is not noticed, and nothing can be answered from here."))
                    .setUpBy(
                            "No key is needed. Open the app's page in the Steam store and"
                                    + " copy the number from its address, 440 in"
                                    + " store.steampowered.com/app/440/, into “Number of the app”.",
                            "Answers are written on Steam's own pages; what the developer"
                                    + " answered there is found.")
                    .leavesUnconfirmed(
                            "What is answered for an app that does not exist.",
                            "Whether an edit moves a review to the head of the list.");

    private final Outbound outbound;
    private final NewestFirst walk;

    public SteamConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.walk = new NewestFirst(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        String app = settings.find(APP).orElse("");
        if (!APP_ID.matcher(app).matches()) {
            return new Pull.Refused(
                    new Refusal.Misconfigured(
                            APP,
                            "Enter the app's number: 440 for"
                                    + " https://store.steampowered.com/app/440/."),
                    Budget.UNSAID);
        }
        return Addresses.pull(
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        walk.pull(
                                List.of(app),
                                checkpoint,
                                (list, token) -> page(address, list, token)));
    }

    private NewestFirst.Page page(URI address, String app, Optional<String> token) {
        URI uri =
                Query.to(address, "/appreviews/" + app)
                        .with("json", 1)
                        .with("filter", "updated")
                        .with("language", "all")
                        .with("purchase_type", "all")
                        .with("filter_offtopic_activity", 0)
                        .with("num_per_page", PAGE)
                        .with("cursor", token.orElse("*"))
                        .uri();
        return switch (JSON.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<Reviews>(Refusal why, Budget left, _) ->
                    new NewestFirst.Page.Refused(why, left);
            case Json.Reply.Read<Reviews>(Reviews found, _, Budget left) -> {
                if (found.reviews() == null) {
                    yield new NewestFirst.Page.Refused(
                            new Refusal.Misconfigured(
                                    APP,
                                    "Steam knows no app of this number. It may have been deleted: copy the number again from its address."),
                            left);
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                new ReviewReader(app)
                        .read(Objects.requireNonNull(found.reviews()), posts, rejected);
                yield new NewestFirst.Page.Read(
                        posts, rejected, Optional.ofNullable(found.cursor()), left);
            }
        };
    }
}
