package firsthour.connectors.googleplay;

import firsthour.connectors.Checkpoint;
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
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads the reviews of one app on Google Play, those that were changed last first, and answers
/// them.
public final class GooglePlayConnector implements Rechecking, FindingReplies, Replying {
    static final String APP = "app";
    static final String ENDPOINT = "endpoint";
    private static final String ACCOUNT = "account";
    private static final Pattern PACKAGE =
            Pattern.compile("[A-Za-z0-9_]{1,100}(\\.[A-Za-z0-9_]{1,100}){1,20}");
    private static final URI PUBLIC = URI.create("https://androidpublisher.googleapis.com");
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.CHANGED);
    private static final ReplyLimit LIMIT = new ReplyLimit(350, ReplyLimit.Unit.CHARACTERS);

    private static final String NOT_TAKEN =
            "Google does not take the key of the service account: it was revoked, or the account"
                    + " deleted. Make a new key in the Google Cloud console under IAM, Service"
                    + " accounts. Check this machine's clock as well: what is signed at a wrong time"
                    + " is refused in the same way.";

    /// Each costs one of 200 requests an hour.
    private static final int BATCH = 10;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "googleplay",
                            "Google Play reviews",
                            List.of(
                                    new Descriptor.Field(
                                            APP,
                                            "Package name of the app, from its address",
                                            true,
                                            false,
                                            "com.example.app"),
                                    new Descriptor.Field(
                                            ACCOUNT,
                                            "Key file of a service account, all of its text",
                                            true,
                                            true,
                                            "{\"type\": \"service_account\", …}"),
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the API, if not the public one",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            false,
                            true,
                            false,
                            Duration.ofMinutes(10),
                            List.of(
                                    "Google Play shows the reviews of the last 7 days only.",
                                    "Stars without words are not shown here.",
                                    "When a review was first written is not told, only when it was last"
                                            + " changed.",
                                    "Reviews of test versions are not shown.",
                                    "An answer has at most 350 characters; a second one replaces the"
                                            + " first."))
                    .setUpBy(
                            "Open https://console.cloud.google.com, choose a project, and"
                                    + " switch on the “Google Play Android Developer API”.",
                            "Under IAM & Admin → Service accounts create an account. Open it,"
                                    + " and under Keys → Add key choose JSON: a file is downloaded.",
                            "Open https://play.google.com/console → Users and permissions,"
                                    + " and invite the service account's e-mail address for the app,"
                                    + " with “View app information” and “Reply to reviews”.",
                            "Open the downloaded file in a text editor and copy all of it"
                                    + " into “Key file of a service account”.",
                            "Open the app's page on Google Play. Copy what stands behind id="
                                    + " in its address, such as com.example.app, into “Package name of"
                                    + " the app”.")
                    .leavesUnconfirmed(
                            "Whether a review can still be asked for after 7 days; if not, it"
                                    + " looks as if it were deleted.",
                            "Whether an answer moves a review to the head of the list.",
                            "Whether the link opens the review or the app's page alone.",
                            "How rare characters, such as emoji, count towards the 350 of an"
                                    + " answer.");

    private final Outbound outbound;
    private final InstantSource clock;
    private final NewestFirst walk;
    private final PostRules rules;
    private final Sessions sessions;
    private final Grants grants;

    public GooglePlayConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.rules = new PostRules(clock);
        this.sessions = new Sessions(clock);
        this.grants = new Grants(outbound, clock, ENDPOINT, NOT_TAKEN);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// For reading; answers, of which many more are allowed, are counted among it.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(200, Duration.ofHours(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                GooglePlayConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> pull(reviews(settings, address), settings, checkpoint));
    }

    private Pull pull(AppReviews reviews, Settings settings, Checkpoint checkpoint) {
        return walk.pull(
                List.of(settings.find(APP).orElseThrow()),
                checkpoint,
                (_, token) -> reviews.page(token));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, reviews -> reviews.recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, reviews -> reviews.replies(post));
    }

    private Look look(Settings settings, Function<AppReviews, Look> look) {
        return Addresses.look(
                GooglePlayConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> look.apply(reviews(settings, address)));
    }

    @Override
    public ReplyLimit limit() {
        return LIMIT;
    }

    /// A second answer replaces the first.
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean canReply(Settings settings) {
        return objection(settings).isEmpty();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                GooglePlayConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> reviews(settings, address).reply(reply));
    }

    private static Optional<Refusal> objection(Settings settings) {
        if (!PACKAGE.matcher(settings.find(APP).orElse("")).matches()) {
            return Optional.of(
                    new Refusal.Misconfigured(
                            APP,
                            "Enter the package name: com.example.app for"
                                    + " https://play.google.com/store/apps/details?id=com.example.app."));
        }
        return account(settings).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Misconfigured(
                                ACCOUNT,
                                "This is no key file of a service account. Paste all of the JSON"
                                        + " file that Google Cloud handed out."));
    }

    private static Optional<ServiceAccount> account(Settings settings) {
        return settings.find(ACCOUNT).flatMap(ServiceAccount::find);
    }

    private AppReviews reviews(Settings settings, URI address) {
        ServiceAccount account = account(settings).orElseThrow();
        URI tokens = address.equals(PUBLIC) ? account.tokens() : Query.to(address, "/token").uri();
        return new AppReviews(
                new ServiceSession(outbound, clock, sessions, grants, account, tokens),
                rules,
                address,
                settings.find(APP).orElseThrow());
    }
}
