package firsthour.connectors.mastodon;

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
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Looks for a brand's phrases on one Mastodon instance, oldest first.
public final class MastodonConnector implements Rechecking, FindingReplies, Replying {
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
                                            "Access token, to search words and not hashtags alone, and to reply",
                                            false,
                                            true,
                                            "a token with the scopes read:search, read:statuses and write:statuses")),
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
                                    "Replies are posted only with a token that may write."))
                    .setUpBy(
                            "Choose a large instance, or the one where the brand has its"
                                    + " account, and enter its address, with https:// in front, as"
                                    + " “Address of the instance”. Without a token only hashtags are"
                                    + " found.",
                            "To search words as well, sign in there with an account of the"
                                    + " brand and open Preferences → Development → New application.",
                            "Tick the scopes read:search and read:statuses, and"
                                    + " write:statuses to reply. Untick all others, and submit.",
                            "Open the application again and copy “Your access token” into"
                                    + " “Access token”.")
                    .leavesUnconfirmed(
                            "Whether the search can be walked through from an older post to a"
                                    + " newer one.",
                            "Whether it keeps the words of a phrase together.");

    /// An instance takes 500 characters; before a reply stands its author's name, at most 30 of
    /// them, as instances count it.
    private static final ReplyLimit LIMIT = new ReplyLimit(500 - 32, ReplyLimit.Unit.CHARACTERS);

    private static final int BATCH = 20;

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
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(300, Duration.ofMinutes(5)));
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

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return Addresses.look(
                settings, INSTANCE, instance -> conversation(settings, instance).recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return Addresses.look(
                settings,
                INSTANCE,
                instance -> conversation(settings, instance).replies(post.externalId()));
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
        return settings.find(TOKEN).isPresent();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                settings, INSTANCE, instance -> conversation(settings, instance).reply(reply));
    }

    private Conversation conversation(Settings settings, URI instance) {
        return new Conversation(outbound, instance, settings.find(TOKEN));
    }
}
