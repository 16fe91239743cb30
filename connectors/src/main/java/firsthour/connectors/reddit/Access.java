package firsthour.connectors.reddit;

import firsthour.connectors.Consent;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Sessions;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets the app in, as itself or in the name of a person who allowed it, as
/// `github.com/reddit-archive/reddit/wiki/OAuth2` describes it.
final class Access {
    static final String ENDPOINT = "endpoint";
    static final String PERMISSION = "permission";
    static final URI PUBLIC = URI.create("https://oauth.reddit.com");
    static final List<String> SCOPES = List.of("identity", "read", "submit");
    private static final String CLIENT = "client";
    private static final String SECRET = "secret";

    /// Tokens come from another host than posts.
    private static final URI TOKENS = URI.create("https://www.reddit.com");

    static final List<Descriptor.Field> FIELDS =
            List.of(
                    new Descriptor.Field(
                            CLIENT, "Client id of the app", true, false, "p-jcoLKBynTLew"),
                    new Descriptor.Field(
                            SECRET, "Secret of the app", true, true, "gko_LXELoV07ZBNUXrvWZfzE3aI"),
                    new Descriptor.Field(
                            PERMISSION,
                            "Permission to reply, which Reddit gives when the account is connected",
                            false,
                            true,
                            "1234567-abc…"),
                    new Descriptor.Field(
                            ENDPOINT,
                            "Address of the API, if not the public one",
                            false,
                            false,
                            PUBLIC.toString()));

    private final Outbound outbound;
    private final Sessions sessions;
    private final Grants grants;

    Access(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.sessions = new Sessions(clock);
        this.grants = new Grants(outbound, clock, ENDPOINT);
    }

    /// Finds what is missing before anything can be asked.
    static Optional<Refusal> findGap(Settings settings) {
        return List.of(CLIENT, SECRET).stream()
                .filter(field -> settings.find(field).isEmpty())
                .findFirst()
                .map(field ->
                        new Refusal.Misconfigured(
                                field,
                                "Enter what Reddit shows of your app at"
                                        + " https://www.reddit.com/prefs/apps."));
    }

    /// Finds what is missing before anything can be asked in a person's name.
    static Optional<Refusal> findGapInPerson(Settings settings) {
        return findGap(settings)
                .or(() ->
                        settings.find(PERMISSION).isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        new Refusal.Misconfigured(
                                                PERMISSION, "Connect the Reddit account first.")));
    }

    /// The API as the app itself sees it; nothing may be missing.
    Api asApp(Settings settings, URI address) {
        return api(settings, address, Map.of("grant_type", "client_credentials"));
    }

    /// The API in the name of the person; nothing may be missing.
    Api asPerson(Settings settings, URI address) {
        return api(
                settings,
                address,
                Map.of("grant_type", "refresh_token", "refresh_token", get(settings, PERMISSION)));
    }

    private Api api(Settings settings, URI address, Map<String, String> form) {
        return new Api(outbound, sessions, grants, address, grant(settings, address, form));
    }

    /// Reddit's page on which a person allows it.
    URI page(Settings settings, URI back, String state) {
        return Query.to(TOKENS, "/api/v1/authorize")
                .with("client_id", settings.find(CLIENT).orElse(""))
                .with("response_type", "code")
                .with("state", state)
                .with("redirect_uri", back.toString())
                .with("duration", "permanent")
                .with("scope", String.join(" ", SCOPES))
                .uri();
    }

    /// Takes the code that came back for a permission that lasts.
    Consent redeem(Settings settings, String code, URI back) {
        return findGap(settings)
                .<Consent>map(Consent.Refused::new)
                .orElseGet(() ->
                        Addresses.redeem(
                                settings,
                                ENDPOINT,
                                PUBLIC,
                                address ->
                                        grants.redeem(
                                                grant(
                                                        settings,
                                                        address,
                                                        Map.of(
                                                                "grant_type",
                                                                "authorization_code",
                                                                "code",
                                                                code,
                                                                "redirect_uri",
                                                                back.toString())),
                                                "Reddit gave no permission that lasts. Connect the"
                                                        + " account again.")));
    }

    private static Request grant(Settings settings, URI address, Map<String, String> form) {
        URI tokens =
                Query.to(address.equals(PUBLIC) ? TOKENS : address, "/api/v1/access_token").uri();
        return Grants.of(tokens, form)
                .withHeader(
                        "authorization",
                        Grants.basic(get(settings, CLIENT), get(settings, SECRET)));
    }

    private static String get(Settings settings, String field) {
        return settings.find(field).orElseThrow();
    }
}
