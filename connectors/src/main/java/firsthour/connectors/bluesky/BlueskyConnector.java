package firsthour.connectors.bluesky;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Searches Bluesky for a brand's phrases, the newest first, with an account of the brand.
public final class BlueskyConnector implements Rechecking, FindingReplies, Replying {
    static final String ENDPOINT = "endpoint";
    private static final URI PUBLIC = URI.create("https://bsky.social");
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "bluesky",
                            "Bluesky",
                            List.of(
                                    new Descriptor.Field(
                                            Credentials.HANDLE,
                                            "Handle of the account that searches and replies",
                                            true,
                                            false,
                                            "acme.bsky.social"),
                                    new Descriptor.Field(
                                            Credentials.PASSWORD,
                                            "App password of the account",
                                            true,
                                            true,
                                            "xxxx-xxxx-xxxx-xxxx"),
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
                                    "A post that names the brand only in a picture's description or in a"
                                            + " link's preview is left out.",
                                    "Posts of people who block the account are not seen.",
                                    "A post that is dated back by more than an hour may be missed.",
                                    "How many people follow an author is not told."))
                    .setUpBy(
                            "Sign in at https://bsky.app with an account of the brand. Enter"
                                    + " its handle, such as acme.bsky.social, as “Handle of the account"
                                    + " that searches and replies”.",
                            "Open Settings → Privacy and security → App passwords, and add"
                                    + " one. It need not reach direct messages.",
                            "Copy the password that is shown then, once, into “App password"
                                    + " of the account”. Do not enter the account's own password: an"
                                    + " app password cannot change the account, and can be withdrawn by"
                                    + " itself.")
                    .leavesUnconfirmed(
                            "Whether the search keeps the words of a phrase together.",
                            "Whether it orders posts by the earlier one of their two dates.");

    private static final ReplyLimit LIMIT = new ReplyLimit(300, ReplyLimit.Unit.GRAPHEMES);
    private static final int BATCH = 25;

    private final Outbound outbound;
    private final InstantSource clock;
    private final NewestFirst walk;
    private final Sessions sessions;

    public BlueskyConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.sessions = new Sessions(clock);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// What a server takes from one address; here each account counts by itself.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(3_000, Duration.ofMinutes(5)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                Credentials::missing,
                settings,
                ENDPOINT,
                PUBLIC,
                server ->
                        walk.pull(
                                search.phrases(),
                                checkpoint,
                                new PostSearch(account(settings, server))::page,
                                Phrase::occurs));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, known -> known.recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, known -> known.replies(post.externalId()));
    }

    @Override
    public ReplyLimit limit() {
        return LIMIT;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean canReply(Settings settings) {
        return Credentials.missing(settings).isEmpty();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                Credentials::missing,
                settings,
                ENDPOINT,
                PUBLIC,
                server -> new Answering(account(settings, server), clock).reply(reply));
    }

    private Look look(Settings settings, Function<KnownPosts, Look> looking) {
        return Addresses.look(
                Credentials::missing,
                settings,
                ENDPOINT,
                PUBLIC,
                server -> looking.apply(new KnownPosts(account(settings, server))));
    }

    private Account account(Settings settings, URI server) {
        return new Account(outbound, clock, sessions, server, Credentials.of(settings));
    }
}
