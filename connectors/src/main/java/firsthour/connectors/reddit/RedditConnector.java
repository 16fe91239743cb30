package firsthour.connectors.reddit;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Limit;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Searches the posts of Reddit for a brand's phrases, the newest first, as an application with a
/// key.
public final class RedditConnector implements Connector {
    private static final String CLIENT = "client";
    private static final String SECRET = "secret";
    private static final String ENDPOINT = "endpoint";
    private static final URI PUBLIC = URI.create("https://oauth.reddit.com");

    /// Tokens come from another host than posts.
    private static final URI TOKENS = URI.create("https://www.reddit.com");

    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);
    private static final Json<Listing> JSON =
            new Json<>(Listing.class, Listing::isWhole, "list of posts", ENDPOINT);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "reddit",
                    "Reddit",
                    List.of(
                            new Descriptor.Field(
                                    CLIENT, "Client id of the app", true, false, "p-jcoLKBynTLew"),
                            new Descriptor.Field(
                                    SECRET,
                                    "Secret of the app",
                                    true,
                                    true,
                                    "gko_LXELoV07ZBNUXrvWZfzE3aI"),
                            new Descriptor.Field(
                                    ENDPOINT,
                                    "Address of the API, if not the public one",
                                    false,
                                    false,
                                    PUBLIC.toString())),
                    true,
                    false,
                    true,
                    Duration.ofMinutes(5),
                    List.of(
                            "The first pull reaches back 7 days.",
                            "Comments are not searched, only posts.",
                            "An edit is noticed within an hour, a deletion is not.",
                            "Reddit's search leaves out posts of some communities."));

    private final Outbound outbound;
    private final NewestFirst walk;
    private final Sessions sessions;
    private final Grants grants;

    public RedditConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.walk = new NewestFirst(clock, REACH);
        this.sessions = new Sessions(clock);
        this.grants = new Grants(outbound, clock, ENDPOINT);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(100, Duration.ofMinutes(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        String client = settings.find(CLIENT).orElse("");
        String secret = settings.find(SECRET).orElse("");
        if (client.isEmpty() || secret.isEmpty()) {
            return new Pull.Refused(
                    new Refusal.Misconfigured(
                            client.isEmpty() ? CLIENT : SECRET,
                            "Enter what Reddit shows of your app at"
                                    + " https://www.reddit.com/prefs/apps."),
                    Budget.UNSAID);
        }
        return Addresses.pull(
                settings,
                ENDPOINT,
                PUBLIC,
                address -> {
                    Request grant =
                            Grants.of(tokens(address), Map.of("grant_type", "client_credentials"))
                                    .withHeader("authorization", Grants.basic(client, secret));
                    LinkSearch links = new LinkSearch(address, request -> ask(grant, request));
                    return walk.pull(search.phrases(), checkpoint, links::page);
                });
    }

    private static URI tokens(URI address) {
        return Query.to(address.equals(PUBLIC) ? TOKENS : address, "/api/v1/access_token").uri();
    }

    private Json.Reply<Listing> ask(Request grant, Request request) {
        return sessions.ask(
                JSON,
                outbound,
                grant.uri() + " " + grant.headers().get("authorization"),
                () -> grants.exchange(grant),
                token -> request.withHeader("authorization", "Bearer " + token));
    }
}
