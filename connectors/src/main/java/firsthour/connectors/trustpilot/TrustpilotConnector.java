package firsthour.connectors.trustpilot;

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
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.NewestFirst;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Reads the reviews of one business on Trustpilot, the newest first, and answers them.
public final class TrustpilotConnector implements Rechecking, FindingReplies, Replying {
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(30), Duration.ofDays(1), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "trustpilot",
                            "Trustpilot",
                            Business.FIELDS,
                            false,
                            true,
                            true,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Reviews of products are not shown, only those of the business.",
                                    "A change of a review behind the newest 100, and a reply to it, are"
                                            + " noticed when it is looked at again.",
                                    "Replies are posted only with an API secret and the user id of a person"
                                            + " who works for the business."))
                    .setUpBy(
                            "The API comes with some of Trustpilot's paid plans: ask"
                                    + " Trustpilot whether yours is one.",
                            "Sign in at https://business.trustpilot.com and open Integrations"
                                    + " → Developers → APIs. Create an application.",
                            "Copy its API key into “API key”, and its API secret into “API"
                                    + " secret” if you want to reply.",
                            "The id of the business is no domain. Open"
                                    + " https://api.trustpilot.com/v1/business-units/find?name=example.com&apikey=KEY"
                                    + " with your domain and key, and copy the id in the answer into"
                                    + " “Business unit id”.",
                            "To reply, open the profile page of a person who works for the"
                                    + " business, and copy the user id that stands there into “User id"
                                    + " of the person who replies”. Replies are posted in that person's"
                                    + " name.")
                    .leavesUnconfirmed(
                            "How long a reply may be: 4,000 characters are allowed here.",
                            "What Trustpilot answers to a reply, and whether a second one"
                                    + " replaces the first; so none is sent twice.",
                            "With which words it refuses.");

    /// Trustpilot names no limit.
    private static final ReplyLimit LIMIT = new ReplyLimit(4_000, ReplyLimit.Unit.CHARACTERS);

    private static final int BATCH = 10;

    private final Outbound outbound;
    private final InstantSource clock;
    private final NewestFirst walk;
    private final Replies replies;

    public TrustpilotConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.replies =
                new Replies(
                        outbound,
                        new Sessions(clock),
                        new Grants(outbound, clock, Business.ENDPOINT));
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(
                new Limit(833, Duration.ofMinutes(5)), new Limit(10_000, Duration.ofHours(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return with(
                settings,
                why -> new Pull.Refused(why, Budget.UNSAID),
                business ->
                        Addresses.pull(
                                settings,
                                Business.ENDPOINT,
                                Business.PUBLIC,
                                address ->
                                        walk.pull(
                                                List.of(business.unit()),
                                                checkpoint,
                                                (list, token) ->
                                                        api(address, business).page(token))));
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
        return false;
    }

    @Override
    public boolean canReply(Settings settings) {
        return with(settings, why -> false, business -> business.replying().isPresent());
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return with(settings, Sent.Refused::new, business -> reply(settings, business, reply));
    }

    private Sent reply(Settings settings, Business business, OutgoingReply reply) {
        if (business.replying().isEmpty()) {
            String missing =
                    settings.find(Business.SECRET).isEmpty() ? Business.SECRET : Business.USER;
            return new Sent.Refused(
                    new Refusal.Misconfigured(
                            missing, "Replying needs an API secret and a user id."));
        }
        return Addresses.send(
                settings,
                Business.ENDPOINT,
                Business.PUBLIC,
                address ->
                        replies.reply(address, business.key(), business.replying().get(), reply));
    }

    private Look look(Settings settings, Function<ReviewApi, Look> looking) {
        return with(
                settings,
                why -> new Look.Refused(why, Budget.UNSAID),
                business ->
                        Addresses.look(
                                settings,
                                Business.ENDPOINT,
                                Business.PUBLIC,
                                address -> looking.apply(api(address, business))));
    }

    private ReviewApi api(URI address, Business business) {
        return new ReviewApi(outbound, address, business, new PostRules(clock));
    }

    private static <T> T with(
            Settings settings, Function<Refusal, T> refused, Function<Business, T> use) {
        return switch (Business.find(settings)) {
            case Business.Found.Unusable(Refusal why) -> refused.apply(why);
            case Business.Found.Usable(Business business) -> use.apply(business);
        };
    }
}
