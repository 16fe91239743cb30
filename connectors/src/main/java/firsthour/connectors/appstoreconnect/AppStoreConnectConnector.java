package firsthour.connectors.appstoreconnect;

import firsthour.connectors.Budget;
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
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Reads the reviews of one app on the App Store in all countries, the newest first, and answers
/// them, with a key of its developer's team.
public final class AppStoreConnectConnector implements Rechecking, FindingReplies, Replying {
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(30), Duration.ofDays(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "appstoreconnect",
                            "App Store reviews, with a key",
                            Account.FIELDS,
                            false,
                            true,
                            false,
                            Duration.ofMinutes(15),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Only the reviews of your own apps are shown, and no stars without"
                                            + " words.",
                                    "Apple does not say in which language a review is written, nor that it"
                                            + " was changed.",
                                    "A response counts from the moment it was last changed; in the store it"
                                            + " appears later."))
                    .setUpBy(
                            "Sign in at https://appstoreconnect.apple.com as somebody who"
                                    + " administers the team, and open Users and Access → Integrations"
                                    + " → App Store Connect API → Team Keys.",
                            "Generate a key with the role Customer Support. A key of a single"
                                    + " person (Individual Keys) does not work here.",
                            "Copy the issuer id, which stands above the list, into “Issuer id"
                                    + " of the team's keys”, and the key id, which stands beside the"
                                    + " new key, into “Key id”.",
                            "Download the key: Apple gives the .p8 file once. Open it in a"
                                    + " text editor and copy all of its text into “Text of the .p8"
                                    + " file”.",
                            "Open the app's page in the App Store. Copy the number at the end"
                                    + " of its address, 1234567890 in apps.apple.com/app/id1234567890,"
                                    + " into “Number of the app”.")
                    .leavesUnconfirmed(
                            "How long a response may be: 5,970 characters are allowed here.",
                            "Which date a review has after its author changed it.",
                            "With which words Apple refuses a response.",
                            "Which roles beside Customer Support are enough.");

    /// As App Store Connect counts it.
    private static final ReplyLimit LIMIT = new ReplyLimit(5_970, ReplyLimit.Unit.CHARACTERS);

    private static final int BATCH = 10;

    private final Outbound outbound;
    private final InstantSource clock;
    private final NewestFirst walk;
    private final Sessions sessions;

    public AppStoreConnectConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.sessions = new Sessions(clock);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// The number in Apple's own example; what is left comes with each answer.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(3_500, Duration.ofHours(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return with(
                settings,
                why -> new Pull.Refused(why, Budget.UNSAID),
                account ->
                        Addresses.pull(
                                settings,
                                Account.ENDPOINT,
                                Account.PUBLIC,
                                address ->
                                        walk.pull(
                                                List.of(account.app()),
                                                checkpoint,
                                                (list, token) ->
                                                        api(address, account).page(token))));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, api -> api.recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, api -> api.replies(post));
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
        return Account.find(settings) instanceof Account.Found.Usable;
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return with(
                settings,
                Sent.Refused::new,
                account ->
                        Addresses.send(
                                settings,
                                Account.ENDPOINT,
                                Account.PUBLIC,
                                address -> api(address, account).reply(reply)));
    }

    private Look look(Settings settings, Function<ReviewApi, Look> looking) {
        return with(
                settings,
                why -> new Look.Refused(why, Budget.UNSAID),
                account ->
                        Addresses.look(
                                settings,
                                Account.ENDPOINT,
                                Account.PUBLIC,
                                address -> looking.apply(api(address, account))));
    }

    private static <T> T with(
            Settings settings, Function<Refusal, T> refused, Function<Account, T> use) {
        return switch (Account.find(settings)) {
            case Account.Found.Unusable(Refusal why) -> refused.apply(why);
            case Account.Found.Usable(Account account) -> use.apply(account);
        };
    }

    private ReviewApi api(URI address, Account account) {
        return new ReviewApi(
                address, new Access(outbound, sessions, clock, account), new PostRules(clock));
    }
}
