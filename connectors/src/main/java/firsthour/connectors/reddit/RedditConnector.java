package firsthour.connectors.reddit;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Consent;
import firsthour.connectors.Consenting;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Limit;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PostRules;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Searches the posts of Reddit for a brand's phrases, the newest first, as an application with a
/// key, and comments on them in the name of a connected account.
public final class RedditConnector implements Rechecking, FindingReplies, Replying, Consenting {
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "reddit",
                            "Reddit",
                            Access.FIELDS,
                            true,
                            false,
                            true,
                            Duration.ofMinutes(5),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "Comments are not searched, only posts.",
                                    "Below a post with hundreds of comments not all of them are seen.",
                                    "Reddit's search leaves out posts of some communities.",
                                    "Replies are posted only with a connected Reddit account."))
                    .setUpBy(
                            "Reddit gives keys on request only. Ask for “API access” at"
                                    + " https://support.reddithelp.com and wait for the answer."
                                    + " Meanwhile add “RSS or Atom feed”, with the address"
                                    + " https://www.reddit.com/search.rss?q=acme&sort=new and the brand"
                                    + " in place of acme.",
                            "At https://www.reddit.com/prefs/apps create an app of the kind"
                                    + " “web app”. Enter the redirect address that stands below as its"
                                    + " “redirect uri”. To read alone, an app of the kind “script” is"
                                    + " enough.",
                            "Copy the id, which stands below the app's name, into “Client id"
                                    + " of the app”, and the secret into “Secret of the app”.",
                            "Add the source: it reads at once. To reply, open its page, which"
                                    + " leads you to Reddit: sign in there with the brand's account,"
                                    + " and allow access.")
                    .leavesUnconfirmed(
                            "Whether the search keeps the words of a phrase together.",
                            "Whether an app may search without an account.",
                            "Whether 500 comments come at once.",
                            "With which words Reddit refuses a comment, and how it counts a"
                                    + " comment's 10,000 characters.");

    private static final ReplyLimit LIMIT = new ReplyLimit(10_000, ReplyLimit.Unit.CHARACTERS);

    /// As many as Reddit takes at once.
    private static final int BATCH = 100;

    private final InstantSource clock;
    private final NewestFirst walk;
    private final Access access;

    public RedditConnector(Outbound outbound, InstantSource clock) {
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.access = new Access(outbound, clock);
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
        return Addresses.pull(
                Access::findGap,
                settings,
                Access.ENDPOINT,
                Access.PUBLIC,
                address ->
                        walk.pull(
                                search.phrases(),
                                checkpoint,
                                new LinkSearch(access.asApp(settings, address))::page,
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
        return look(settings, known -> known.replies(post));
    }

    private Look look(Settings settings, Function<KnownPosts, Look> look) {
        return Addresses.look(
                Access::findGap,
                settings,
                Access.ENDPOINT,
                Access.PUBLIC,
                address ->
                        look.apply(
                                new KnownPosts(
                                        access.asApp(settings, address), new PostRules(clock))));
    }

    @Override
    public ReplyLimit limit() {
        return LIMIT;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean canReply(Settings settings) {
        return Access.findGapInPerson(settings).isEmpty();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                Access::findGapInPerson,
                settings,
                Access.ENDPOINT,
                Access.PUBLIC,
                address -> new Answering(access.asPerson(settings, address), clock).reply(reply));
    }

    @Override
    public String permissionField() {
        return Access.PERMISSION;
    }

    @Override
    public boolean isReadByPermission() {
        return false; // the app reads in its own name
    }

    @Override
    public List<String> scopes(Settings settings) {
        return Access.SCOPES;
    }

    @Override
    public Optional<Refusal> findGap(Settings settings) {
        return Access.findGap(settings);
    }

    @Override
    public URI page(Settings settings, URI back, String state) {
        return access.page(settings, back, state);
    }

    @Override
    public Consent redeem(Settings settings, String code, URI back) {
        return access.redeem(settings, code, back);
    }
}
