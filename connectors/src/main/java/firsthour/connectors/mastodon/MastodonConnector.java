package firsthour.connectors.mastodon;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Pull;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Looks for a brand's phrases on one Mastodon instance, oldest first.
public final class MastodonConnector implements Connector {
    static final String INSTANCE = "instance";
    private static final String TOKEN = "token";
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(7), Duration.ofHours(1));
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "mastodon",
                    "Mastodon",
                    List.of(
                            new Descriptor.Field(
                                    INSTANCE,
                                    "Address of the instance",
                                    true,
                                    false,
                                    "https://mastodon.social"),
                            new Descriptor.Field(
                                    TOKEN,
                                    "Access token, to search words and not hashtags alone",
                                    false,
                                    true,
                                    "a token with the scopes read:search and read:statuses")),
                    true,
                    false,
                    true,
                    Duration.ofMinutes(5),
                    List.of(
                            "The first pull reaches back 7 days.",
                            "Without a token only posts are found that carry a phrase as a"
                                    + " hashtag: #acmeairlines for “Acme Airlines”.",
                            "An instance knows only what reached it from other instances; a post"
                                    + " that arrives more than an hour late is missed.",
                            "Some instances show their timelines to nobody and answer with an"
                                    + " empty list.",
                            "An edit or a deletion is not noticed."));

    private final Outbound outbound;
    private final Slices slices;

    public MastodonConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                settings,
                INSTANCE,
                instance ->
                        slices.pull(
                                search,
                                checkpoint,
                                new StatusSearch(outbound, instance, settings.find(TOKEN))::slice));
    }
}
