package firsthour.connectors.hackernews;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Look;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Searches Hacker News for a brand's phrases, slice of time by slice of time, oldest first. Pages,
/// which shift while they are read, are not used.
public final class HackerNewsConnector implements Rechecking, FindingReplies {
    /// Where the service is.
    public static final URI PUBLIC = URI.create("https://hn.algolia.com");

    static final String ENDPOINT = "endpoint";

    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(7), Duration.ofMinutes(10));

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "hackernews",
                            "Hacker News",
                            List.of(
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the search, if not Algolia's own",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(5),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "A post that names the brand only in the address it links to is not"
                                            + " found.",
                                    "Scores and the authors' karma are not read.",
                                    "Nothing can be answered from here."))
                    .setUpBy(
                            "No key is needed: give the source a name, choose the brand, and"
                                    + " add it.",
                            "Test it first. Where the brand's name is an everyday word, much"
                                    + " will come that is not about it; make the brand's tracked query"
                                    + " narrower then.")
                    .leavesUnconfirmed(
                            "Whether quotation marks keep longer words out; they are looked"
                                    + " for again here.",
                            "How often the search may be asked, and whether it says when to"
                                    + " come back.",
                            "How soon a deletion is told, and whether what was taken down"
                                    + " comes without author and text.");

    /// A request for each.
    private static final int BATCH = 10;

    private final Outbound outbound;
    private final InstantSource clock;
    private final URI usual;
    private final Slices slices;

    /// Reads the public service unless a source names its own endpoint.
    public HackerNewsConnector(Outbound outbound, InstantSource clock) {
        this(outbound, clock, PUBLIC);
    }

    /// Reads another service by default.
    ///
    /// @param usual scheme and host, without the path of the search
    public HackerNewsConnector(Outbound outbound, InstantSource clock, URI usual) {
        this.outbound = outbound;
        this.clock = clock;
        this.usual = usual;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(10_000, Duration.ofHours(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                settings,
                ENDPOINT,
                usual,
                address -> slices.pull(search, checkpoint, new Algolia(outbound, address)::slice));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return Addresses.look(settings, ENDPOINT, usual, address -> known(address).recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return Addresses.look(settings, ENDPOINT, usual, address -> known(address).replies(post));
    }

    private KnownItems known(URI address) {
        return new KnownItems(outbound, address, new PostRules(clock));
    }
}
