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
import java.util.stream.Stream;

/// Searches the comments below the videos of one channel on YouTube for a brand's phrases, the
/// newest first, and answers them.
public final class YouTubeConnector implements Rechecking, FindingReplies, Replying, Consenting {
    static final String CHANNEL = "channel";
    static final String ENDPOINT = "endpoint";
    private static final String KEY = "key";
    private static final Pattern CHANNEL_ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final URI PUBLIC = URI.create("https://www.googleapis.com");
    private static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(7), Duration.ofHours(1), NewestFirst.Order.WRITTEN);

    /// A comment has 10,000 characters; before an answer to a reply stands its author's handle, at
    /// most 30 of them.
    private static final ReplyLimit LIMIT = new ReplyLimit(10_000 - 32, ReplyLimit.Unit.CHARACTERS);

    private static final int BATCH = 50;
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "youtube",
                            "YouTube comments",
                            Stream.of(
                                            List.of(
                                                    new Descriptor.Field(
                                                            CHANNEL,
                                                            "Id of the channel, which begins with UC",
                                                            true,
                                                            false,
                                                            "UC_x5XG1OV2P6uZZ5FSM9Ttw"),
                                                    new Descriptor.Field(
                                                            KEY,
                                                            "API key, from Google Cloud",
                                                            true,
                                                            true,
                                                            "AIza…")),
                                            GoogleConsent.fields(false),
                                            List.of(
                                                    new Descriptor.Field(
                                                            ENDPOINT,
                                                            "Address of the API, if not the public one",
                                                            false,
                                                            false,
                                                            PUBLIC.toString())))
                                    .flatMap(List::stream)
                                    .toList(),
                            true,
                            false,
                            true,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 7 days.",
                                    "Only comments below the videos of one channel are read, not the videos"
                                            + " themselves and not other channels.",
                                    "A comment that does not name the brand is not found, even below the"
                                            + " brand's own video.",
                                    "A reply is missed that comes long after the comment that it answers.",
                                    "Comments that wait for approval are not shown.",
                                    "Answering needs a connected Google account and costs 50 of the day's"
                                            + " 10,000 units."))
                    .setUpBy(
                            "Open https://console.cloud.google.com, choose a project, and"
                                    + " switch on the “YouTube Data API v3”.",
                            "Under APIs & Services → Credentials create an API key, restrict"
                                    + " it to that API, and copy it into “API key”.",
                            "Open the channel on YouTube → About → Share channel → Copy"
                                    + " channel ID, and enter it as “Id of the channel”. One source"
                                    + " reads the comments of one channel.",
                            "To answer from here, create an OAuth client of the kind “Web"
                                    + " application” there as well. Put the redirect address that"
                                    + " stands below among its redirect addresses, and copy its id into"
                                    + " “Client id” and its secret into “Client secret”.",
                            "Take the consent screen out of the state “Testing”: as long as"
                                    + " it is in it, access ends after 7 days.",
                            "Add the source: it reads at once. To answer, open its page,"
                                    + " which leads you to Google: sign in with the account of the"
                                    + " brand's channel, and allow access.")
                    .leavesUnconfirmed(
                            "How the search matches words, and whether it looks into replies.",
                            "Whether the name shown is the handle of every author.",
                            "Whether a comment may have 10,000 characters.",
                            "How YouTube tells which of several comments are gone.")
                    // https://developers.google.com/youtube/terms/developer-policies
                    .keptAtMost(Duration.ofDays(30));

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
        return DESCRIPTOR;
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
