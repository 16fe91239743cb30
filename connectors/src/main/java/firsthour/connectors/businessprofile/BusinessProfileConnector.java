package firsthour.connectors.businessprofile;

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
import firsthour.connectors.reading.PostRules;
import firsthour.http.Outbound;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the reviews of one location on Google, those that were changed last first, and answers
/// them.
public final class BusinessProfileConnector
        implements Rechecking, FindingReplies, Replying, Consenting {
    static final String LOCATION = "location";
    static final String ENDPOINT = "endpoint";
    private static final Pattern NAME =
            Pattern.compile("accounts/[A-Za-z0-9_-]{1,64}/locations/[A-Za-z0-9_-]{1,64}");
    private static final URI PUBLIC = URI.create("https://mybusiness.googleapis.com");
    private static final String SCOPE = "https://www.googleapis.com/auth/business.manage";
    private static final NewestFirst.Reach REACH =
            new NewestFirst.Reach(
                    Duration.ofDays(30), Duration.ofHours(1), NewestFirst.Order.CHANGED);
    private static final ReplyLimit LIMIT = new ReplyLimit(4_096, ReplyLimit.Unit.BYTES);
    private static final int BATCH = 20;
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                            "businessprofile",
                            "Google Business Profile reviews",
                            Stream.of(
                                            List.of(
                                                    new Descriptor.Field(
                                                            LOCATION,
                                                            "Name of the location in Google's API",
                                                            true,
                                                            false,
                                                            "accounts/123/locations/456")),
                                            GoogleConsent.fields(true),
                                            List.of(
                                                    new Descriptor.Field(
                                                            ENDPOINT,
                                                            "Address of the API, if not the public one",
                                                            false,
                                                            false,
                                                            PUBLIC.toString())))
                                    .flatMap(List::stream)
                                    .toList(),
                            false,
                            true,
                            false,
                            Duration.ofMinutes(10),
                            List.of(
                                    "The first pull reaches back 30 days.",
                                    "Google lets a project use this API only after it was asked for.",
                                    "Photos, questions and answers are not read.",
                                    "An answer that Google rejected does not count as one."))
                    .setUpBy(
                            "Ask Google for access with the “Application for Basic API"
                                    + " Access” at"
                                    + " https://support.google.com/business/contact/api_default. Until"
                                    + " Google has granted it, nothing can be read.",
                            "Open https://console.cloud.google.com, choose the project that"
                                    + " was granted access, and switch on the “Google My Business API”.",
                            "Under APIs & Services → Credentials create an OAuth client of"
                                    + " the kind “Web application”. Put the redirect address that"
                                    + " stands below among its redirect addresses.",
                            "Copy the client's id into “Client id”, and its secret into"
                                    + " “Client secret”.",
                            "Take the consent screen out of the state “Testing”: as long as"
                                    + " it is in it, access ends after 7 days.",
                            "Find the location's name in Google's API, for example with"
                                    + " https://developers.google.com/oauthplayground: first ask"
                                    + " mybusinessaccountmanagement.googleapis.com/v1/accounts, then"
                                    + " mybusinessbusinessinformation.googleapis.com/v1/accounts/123/locations?readMask=name,title"
                                    + " with the account's number in place of 123. Enter both together,"
                                    + " as in accounts/123/locations/456, as “Name of the location in"
                                    + " Google's API”.",
                            "Add the source. Its page then leads you to Google: sign in with"
                                    + " the account that manages the location, and allow access.")
                    .leavesUnconfirmed(
                            "In which languages Google marks its own translations.",
                            "Whether an answer changes the date of the review that it"
                                    + " answers.",
                            "Whether Google refuses a location that is not verified at the"
                                    + " answer alone.");

    private final NewestFirst walk;
    private final PostRules rules;
    private final GoogleConsent consent;

    public BusinessProfileConnector(Outbound outbound, InstantSource clock) {
        this.walk = new NewestFirst(clock, REACH);
        this.rules = new PostRules(clock);
        this.consent = new GoogleConsent(outbound, clock, SCOPE, PUBLIC, ENDPOINT);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    /// What Google allows its other APIs for business profiles; for reviews it publishes no number.
    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(new Limit(300, Duration.ofMinutes(1)));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return Addresses.pull(
                this::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address ->
                        walk.pull(
                                List.of(location(settings)),
                                checkpoint,
                                reviews(settings, address)::page));
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        return look(settings, reviews -> reviews.recheck(location(settings), posts));
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return look(settings, reviews -> reviews.replies(location(settings), post));
    }

    private Look look(Settings settings, Function<LocationReviews, Look> look) {
        return Addresses.look(
                this::objection,
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
                this::objection,
                settings,
                ENDPOINT,
                PUBLIC,
                address -> reviews(settings, address).reply(location(settings), reply));
    }

    @Override
    public String permissionField() {
        return GoogleConsent.PERMISSION;
    }

    @Override
    public boolean isReadByPermission() {
        return true;
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

    private Optional<Refusal> objection(Settings settings) {
        return NAME.matcher(settings.find(LOCATION).orElse("")).matches()
                ? consent.findGap(settings)
                : Optional.of(
                        new Refusal.Misconfigured(
                                LOCATION, "Enter a name such as accounts/123/locations/456."));
    }

    private static String location(Settings settings) {
        return settings.find(LOCATION).orElseThrow();
    }

    private LocationReviews reviews(Settings settings, URI address) {
        return new LocationReviews(consent, rules, settings, address);
    }
}
