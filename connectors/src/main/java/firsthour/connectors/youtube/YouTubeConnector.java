package firsthour.connectors.youtube;

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
import firsthour.connectors.reading.GoogleConsent;
import firsthour.connectors.reading.NewestFirst;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Searches the comments below the videos of one channel on YouTube for a brand's phrases, the
/// newest first, and answers them.
public final class YouTubeConnector implements Rechecking, FindingReplies, Replying, Consenting {
    static final String CHANNEL = "channel";
    static final String ENDPOINT = "endpoint";
    static final String KEY = "key";
    private static final Pattern CHANNEL_ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    static final URI PUBLIC = URI.create("https://www.googleapis.com");
    private static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);

    /// A comment has 10,000 characters; before an answer to a reply stands its author's handle, at
    /// most 30 of them.
    private static final ReplyLimit LIMIT = new ReplyLimit(10_000 - 32, ReplyLimit.Unit.CHARACTERS);

    private static final int BATCH = 50;
    private final NewestFirst walk;
    private final ChannelComments comments;
    private final GoogleConsent consent;
    private final CommentReplies replies;

    public YouTubeConnector(Outbound outbound, InstantSource clock) {
        YouTubeErrors errors = new YouTubeErrors(clock);
        this.walk = new NewestFirst(clock, REACH);
        this.comments = new ChannelComments(outbound, clock, errors);
        this.consent = new GoogleConsent(outbound, clock, SCOPE, PUBLIC, ENDPOINT);
        this.replies = new CommentReplies(consent, errors);
    }

    @Override
    public Descriptor descriptor() {
        return Description.OF;
    }

    /// Units, of which an answer costs 50 and everything else one.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(10_000, Duration.ofDays(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                YouTubeConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        walk.pull(
                                search.phrases(),
                                checkpoint,
                                (phrase, token) ->
                                        comments.page(
                                                place(settings, address),
                                                get(settings, CHANNEL),
                                                phrase,
                                                token)));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, place -> comments.recheck(place, posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, place -> comments.replies(place, post.externalId()));
    }

    private Look look(Settings settings, Function<ChannelComments.Place, Look> look) {
        return Addresses.look(
                YouTubeConnector::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> look.apply(place(settings, address)));
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
        return consent.findGap(settings).isEmpty();
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        return Addresses.send(
                consent::findGap,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> replies.reply(settings, address, reply));
    }

    @Override
    public String permissionField() {
        return GoogleConsent.PERMISSION;
    }

    @Override
    public boolean isReadByPermission() {
        return false; // what is public is read by the key
    }

    @Override
    public List<String> scopes(Settings settings) {
        return consent.scopes();
    }

    @Override
    public Optional<Refusal> findGap(Settings settings) {
        return consent.findGapOfClient(settings);
    }

    @Override
    public URI page(Settings settings, URI back, String state) {
        return consent.page(settings, back, state);
    }

    @Override
    public Consent redeem(Settings settings, String code, URI back) {
        return consent.redeem(settings, code, back);
    }

    private static Optional<Refusal> objection(Settings settings) {
        if (!CHANNEL_ID.matcher(settings.find(CHANNEL).orElse("")).matches()) {
            return Optional.of(
                    new Refusal.Misconfigured(
                            CHANNEL,
                            "Enter the channel's id: 24 characters that begin with UC. Its owner"
                                    + " finds it at https://www.youtube.com/account_advanced."));
        }
        return settings.find(KEY).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Misconfigured(
                                KEY,
                                "Enter an API key of a Google Cloud project with the YouTube Data"
                                        + " API."));
    }

    private static ChannelComments.Place place(Settings settings, URI address) {
        return new ChannelComments.Place(address, get(settings, KEY));
    }

    private static String get(Settings settings, String field) {
        return settings.find(field).orElseThrow();
    }
}
