package firsthour.connectors.github;

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
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Slices;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Searches GitHub's public issues for a brand's phrases, oldest first, and comments on them.
public final class GitHubConnector implements Rechecking, FindingReplies, Replying {
    static final String ENDPOINT = "endpoint";
    private static final String TOKEN = "token";
    private static final Pattern ONE_WORD = Pattern.compile("[!-~]+");
    private static final URI PUBLIC = URI.create("https://api.github.com");
    private static final Slices.Reach REACH =
            new Slices.Reach(Duration.ofDays(30), Duration.ofMinutes(10));
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "github",
                            "GitHub issues",
                            List.of(
                                    new Descriptor.Field(
                                            TOKEN,
                                            "Token, to reply, and to search 30 times a minute instead of"
                                                    + " 10",
                                            false,
                                            true,
                                            "github_pat_…"),
                                    new Descriptor.Field(
                                            ENDPOINT,
                                            "Address of the API, if not GitHub's own",
                                            false,
                                            false,
                                            PUBLIC.toString())),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(15),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Comments on issues, pull requests and discussions are not searched.",
                                    "Without a token edits, deletions and answers are noticed late where"
                                            + " many issues are watched.",
                                    "Issues of private repositories are not seen unless the token may read"
                                            + " them.",
                                    "Replies are posted only with a token that may comment."))
                    .setUpBy(
                            "Reading needs no token: give the source a name and add it.",
                            "To search more often, sign in at https://github.com and open"
                                    + " Settings → Developer settings → Fine-grained tokens → Generate."
                                    + " Choose “Public repositories” and no further permission.",
                            "To reply, sign in with the brand's account instead and give the"
                                    + " token the permission “Issues: read and write”. It comments in"
                                    + " the repositories of the owner for whom it was made; to comment"
                                    + " in those of others GitHub wants a classic token with the scope"
                                    + " public_repo.",
                            "Copy the token into “Token”. Write down the day on which it"
                                    + " expires: GitHub does not tell here.")
                    .leavesUnconfirmed(
                            "How far the search lags behind, and whether a search for some"
                                    + " seconds takes in both ends.",
                            "Whether a count of more than 1,000 issues is told as it is.",
                            "Whether an issue that was moved is found again by GitHub's"
                                    + " redirect alone.",
                            "With which words GitHub refuses a comment below a locked issue,"
                                    + " and how it counts a comment's 65,536 characters.");

    private static final ReplyLimit LIMIT = new ReplyLimit(65_536, ReplyLimit.Unit.CHARACTERS);

    /// A request for each, and another one where some are gone.
    private static final int BATCH = 5;

    private final Outbound outbound;
    private final InstantSource clock;
    private final Slices slices;

    public GitHubConnector(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
        this.slices = new Slices(clock, REACH);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(
                new Limit(settings.find(TOKEN).isPresent() ? 30 : 10, Duration.ofMinutes(1)));
    }

    @Override
    public List<Limit> limitsBesidePulls(Settings settings) {
        return List.of(
                new Limit(settings.find(TOKEN).isPresent() ? 5_000 : 60, Duration.ofHours(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                GitHubConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        slices.pull(
                                search,
                                checkpoint,
                                new IssueSearch(api(settings, address))::slice));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, conversation -> conversation.recheck(posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, conversation -> conversation.replies(post));
    }

    private Look look(Settings settings, Function<Conversation, Look> look) {
        return Addresses.look(
                GitHubConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> look.apply(conversation(settings, address)));
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
        return settings.find(TOKEN).isPresent() && objection(settings).isEmpty();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return canReply(settings)
                ? Addresses.send(
                        settings,
                        ENDPOINT,
                        PUBLIC,
                        address -> conversation(settings, address).reply(reply))
                : new Sent.Refused(
                        new Refusal.Misconfigured(
                                TOKEN, "Enter a token that may comment on issues."));
    }

    private static Optional<Refusal> objection(Settings settings) {
        return settings.find(TOKEN)
                .filter(token -> !ONE_WORD.matcher(token).matches())
                .<Refusal>map(_ ->
                        new Refusal.Misconfigured(
                                TOKEN,
                                "This is no token: copy it again, without gaps or line breaks."));
    }

    private Conversation conversation(Settings settings, URI address) {
        return new Conversation(api(settings, address), new PostRules(clock));
    }

    private Api api(Settings settings, URI address) {
        return new Api(outbound, address, settings.find(TOKEN));
    }
}
