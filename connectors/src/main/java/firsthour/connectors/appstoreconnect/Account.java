package firsthour.connectors.appstoreconnect;

import firsthour.connectors.Descriptor;
import firsthour.connectors.Refusal;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Sessions;
import firsthour.connectors.reading.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An app and the key of its team, which signs tokens.
///
/// @param id all that the tokens depend on, secret
record Account(String app, String issuer, String keyId, SigningKey key, String id) {
    static final String APP = "app";
    static final String ISSUER = "issuer";
    static final String KEY_ID = "keyid";
    static final String KEY = "key";

    static final String ENDPOINT = "endpoint";
    static final URI PUBLIC = URI.create("https://api.appstoreconnect.apple.com");
    static final List<Descriptor.Field> FIELDS =
            List.of(
                    new Descriptor.Field(
                            APP, "Number of the app, from its address", true, false, "1234567890"),
                    new Descriptor.Field(
                            ISSUER,
                            "Issuer id of the team's keys",
                            true,
                            false,
                            "57246542-96fe-1a63-e053-0824d011072a"),
                    new Descriptor.Field(KEY_ID, "Key id", true, false, "2X9R4HXF34"),
                    new Descriptor.Field(
                            KEY,
                            "Text of the .p8 file",
                            true,
                            true,
                            "-----BEGIN PRIVATE KEY-----…"),
                    new Descriptor.Field(
                            ENDPOINT,
                            "Address of the API, if not the public one",
                            false,
                            false,
                            PUBLIC.toString()));

    /// Apple takes 20 minutes at most; the rest is for a clock that is ahead.
    private static final Duration LIFE = Duration.ofMinutes(15);

    private static final Pattern APP_ID = Pattern.compile("[0-9]{1,20}");

    /// What the settings hold.
    sealed interface Found {
        record Usable(Account account) implements Found {}

        record Unusable(Refusal why) implements Found {}
    }

    static Found find(Settings settings) {
        Optional<String> app = settings.find(APP).filter(id -> APP_ID.matcher(id).matches());
        if (app.isEmpty()) {
            return wrong(
                    APP,
                    "Enter the app's number: 1234567890 for https://apps.apple.com/app/id1234567890.");
        }
        Optional<String> issuer = settings.find(ISSUER);
        if (issuer.isEmpty()) {
            return wrong(ISSUER, "Enter the issuer id that stands above the team's keys.");
        }
        Optional<String> keyId = settings.find(KEY_ID);
        if (keyId.isEmpty()) {
            return wrong(KEY_ID, "Enter the key id that stands beside the key.");
        }
        String pem = settings.find(KEY).orElse("");
        return SigningKey.p256(pem)
                .<Found>map(key ->
                        new Found.Usable(
                                new Account(
                                        app.get(),
                                        issuer.get(),
                                        keyId.get(),
                                        key,
                                        String.join("\n", issuer.get(), keyId.get(), pem))))
                .orElse(
                        wrong(
                                KEY,
                                "Enter all that stands in the .p8 file, from"
                                        + " -----BEGIN PRIVATE KEY----- on."));
    }

    private static Found wrong(String field, String detail) {
        return new Found.Unusable(new Refusal.Misconfigured(field, detail));
    }

    /// Signs a token, which needs no request.
    Sessions.SignIn signIn(InstantSource clock) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFE);
        Map<String, Object> claims =
                Map.of(
                        "iss",
                        issuer,
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        until.getEpochSecond(),
                        "aud",
                        "appstoreconnect-v1");
        return new Sessions.SignIn.Done(key.sign(keyId, claims), until);
    }

    /// Keeps the key out of logs.
    @Override
    public String toString() {
        return "Account[" + app + "]";
    }
}
