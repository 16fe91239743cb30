package firsthour.connectors.reading;

import firsthour.connectors.Consent;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs in to Google in the name of a person who allowed it, and lets a person allow it, as
/// `developers.google.com/identity/protocols/oauth2/web-server` describes it.
public final class GoogleConsent {
    public static final String CLIENT = "client";
    public static final String SECRET = "secret";
    public static final String PERMISSION = "permission";
    private static final URI ACCOUNTS = URI.create("https://accounts.google.com");

    /// Tokens come from another host than an API's answers.
    private static final URI TOKENS = URI.create("https://oauth2.googleapis.com");

    private final Outbound outbound;
    private final String scope;
    private final URI usual;
    private final String addressField;
    private final Sessions sessions;
    private final Grants grants;

    /// Signs in for one API.
    ///
    /// @param scope what is asked for
    /// @param usual the API's public address
    /// @param addressField the setting that holds another one
    public GoogleConsent(
            Outbound outbound, InstantSource clock, String scope, URI usual, String addressField) {
        this.outbound = outbound;
        this.scope = scope;
        this.usual = usual;
        this.addressField = addressField;
        this.sessions = new Sessions(clock);
        this.grants = new Grants(outbound, clock, addressField);
    }

    /// The settings that hold the client and the permission. The permission comes after the others
    /// were saved, so it is never required.
    ///
    /// @param required whether nothing can be read without them
    public static List<Descriptor.Field> fields(boolean required) {
        return List.of(
                new Descriptor.Field(
                        CLIENT,
                        "Client id, from Google Cloud",
                        required,
                        false,
                        "1234567890-abc.apps.googleusercontent.com"),
                new Descriptor.Field(
                        SECRET, "Client secret, from Google Cloud", required, true, "GOCSPX-…"),
                new Descriptor.Field(
                        PERMISSION,
                        "Permission, which Google gives when the account is connected",
                        false,
                        true,
                        "1//0g…"));
    }

    /// What is asked for.
    public List<String> scopes() {
        return List.of(scope);
    }

    /// Google's page on which a person allows it.
    public URI page(Settings settings, URI back, String state) {
        return Query.to(ACCOUNTS, "/o/oauth2/v2/auth")
                .with("client_id", settings.find(CLIENT).orElse(""))
                .with("redirect_uri", back.toString())
                .with("response_type", "code")
                .with("scope", scope)
                .with("access_type", "offline")
                .with("prompt", "consent")
                .with("state", state)
                .uri();
    }

    /// Takes the code that came back for a permission that lasts.
    public Consent redeem(Settings settings, String code, URI back) {
        Optional<Refusal> gap = findGapOfClient(settings);
        return gap.isPresent()
                ? new Consent.Refused(gap.get())
                : Addresses.redeem(
                        settings,
                        addressField,
                        usual,
                        address ->
                                grants.redeem(
                                        Grants.of(
                                                tokens(address),
                                                Map.of(
                                                        "grant_type", "authorization_code",
                                                        "client_id", get(settings, CLIENT),
                                                        "client_secret", get(settings, SECRET),
                                                        "redirect_uri", back.toString(),
                                                        "code", code)),
                                        "Google gave no permission that lasts. Remove this"
                                                + " application at"
                                                + " https://myaccount.google.com/connections and"
                                                + " connect the account again."));
    }

    /// Finds what is missing before a person can be led to Google.
    public Optional<Refusal> findGapOfClient(Settings settings) {
        return findGap(settings, List.of(CLIENT, SECRET));
    }

    /// Finds what is missing before anything can be asked in a person's name.
    public Optional<Refusal> findGap(Settings settings) {
        return findGap(settings, List.of(CLIENT, SECRET, PERMISSION));
    }

    private static Optional<Refusal> findGap(Settings settings, List<String> needed) {
        return needed.stream()
                .filter(field -> settings.find(field).isEmpty())
                .findFirst()
                .map(field ->
                        new Refusal.Misconfigured(
                                field,
                                field.equals(PERMISSION)
                                        ? "Connect the Google account first."
                                        : "Enter what Google Cloud shows of the client under APIs &"
                                                + " Services, Credentials."));
    }

    /// Asks in the person's name; nothing may be missing.
    public <T> Json.Reply<T> ask(Json<T> json, Settings settings, URI address, Request request) {
        Request grant =
                Grants.of(
                        tokens(address),
                        Map.of(
                                "grant_type", "refresh_token",
                                "client_id", get(settings, CLIENT),
                                "client_secret", get(settings, SECRET),
                                "refresh_token", get(settings, PERMISSION)));
        return sessions.ask(
                json,
                outbound,
                grant.uri() + " " + grant.body().orElse(""),
                () -> grants.exchange(grant),
                token -> request.withHeader("authorization", "Bearer " + token));
    }

    private URI tokens(URI address) {
        return Query.to(address.equals(usual) ? TOKENS : address, "/token").uri();
    }

    private static String get(Settings settings, String field) {
        return settings.find(field).orElseThrow();
    }
}
