package firsthour.connectors.lemmy;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
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
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Searches the posts and comments of one Lemmy instance for a brand's phrases, the newest first.
public final class LemmyConnector implements Rechecking, FindingReplies, Replying {
    static final String INSTANCE = "instance";
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(6), NewestFirst.Order.WRITTEN);
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "lemmy",
                            "Lemmy",
                            List.of(
                                    new Descriptor.Field(
                                            INSTANCE,
                                            "Address of the instance",
                                            true,
                                            false,
                                            "https://lemmy.world"),
                                    new Descriptor.Field(
                                            Account.USER,
                                            "Name of the account that replies",
                                            false,
                                            false,
                                            "acme"),
                                    new Descriptor.Field(
                                            Account.PASSWORD,
                                            "Password of that account, to reply",
                                            false,
                                            true,
                                            "a password without a second factor")),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "An instance knows only the communities that one of its members"
                                            + " follows; a post that arrives more than six hours late may"
                                            + " be missed.",
                                    "Private communities are not seen, and others only where the instance"
                                            + " shows them to everybody.",
                                    "An edit is noticed within six hours, later ones and deletions when"
                                            + " the post is looked at again.",
                                    "The language of a post is not told."))
                    .setUpBy(
                            "Choose an instance whose members follow the communities that"
                                    + " matter, and enter its address, with https:// in front, as"
                                    + " “Address of the instance”. That is enough to read.",
                            "To reply, sign up there with an account of the brand, without a"
                                    + " second factor. Many instances want an application first, and"
                                    + " answer after some days.",
                            "Enter the account's name as “Name of the account that replies”,"
                                    + " and its password as “Password of that account”.")
                    .leavesUnconfirmed(
                            "None of this was tried against a live instance.",
                            "Lemmy 1.0 is not finished: whether its search gives the newest"
                                    + " first is known from its code alone.");

    private static final ReplyLimit LIMIT = new ReplyLimit(10_000, ReplyLimit.Unit.CHARACTERS);
    private static final int BATCH = 10;

    private final Outbound outbound;
    private final InstantSource clock;
    private final NewestFirst walk;
    private final Versions versions;
    private final Sessions sessions;

    public LemmyConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.walk = new NewestFirst(clock, REACH);
        this.versions = new Versions(outbound, clock);
        this.sessions = new Sessions(clock);
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
                        walk.pull(
                                EntrySearch.lists(search.phrases()),
                                checkpoint,
                                (list, token) ->
                                        versions.<NewestFirst.Page>use(
                                                instance,
                                                NewestFirst.Page.Refused::new,
                                                api ->
                                                        new EntrySearch(outbound, instance, api)
                                                                .page(list, token)),
                                EntrySearch::isWanted));
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
        return Account.isNamed(settings);
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        if (!Account.isNamed(settings)) {
            return new Sent.Refused(
                    new Refusal.Misconfigured(
                            Account.USER, "Enter the name and the password of an account."));
        }
        return Addresses.send(
                settings,
                INSTANCE,
                instance ->
                        versions.<Sent>use(
                                instance,
                                (why, _) -> new Sent.Refused(why),
                                api -> answering(settings, instance, api).reply(reply)));
    }

    private Answering answering(Settings settings, URI instance, Api api) {
        URI login = api.login(instance).uri();
        return new Answering(
                outbound, instance, api, new Account(outbound, clock, sessions, login, settings));
    }

    private Look look(Settings settings, Function<KnownEntries, Look> looking) {
        return Addresses.look(
                settings,
                INSTANCE,
                instance ->
                        versions.<Look>use(
                                instance,
                                Look.Refused::new,
                                api -> looking.apply(new KnownEntries(outbound, instance, api))));
    }
}
