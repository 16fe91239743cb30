package firsthour.connectors.googleplay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Grants;
import firsthour.connectors.reading.SigningKey;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service account with its key, as
/// `developers.google.com/identity/protocols/oauth2/service-account` describes it.
///
/// @param keyId by which Google knows the key
/// @param tokens where access tokens are handed out
record ServiceAccount(String email, String keyId, SigningKey key, URI tokens) {
    private static final String SCOPE = "https://www.googleapis.com/auth/androidpublisher";
    private static final String USUAL_TOKENS = "https://oauth2.googleapis.com/token";

    /// The longest that Google takes.
    private static final Duration LIFE = Duration.ofHours(1);

    private static final JsonMapper JSON = new JsonMapper();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record KeyFile(
            @JsonProperty("client_email") @Nullable String email,
            @JsonProperty("private_key_id") @Nullable String keyId,
            @JsonProperty("private_key") @Nullable String key,
            @JsonProperty("token_uri") @Nullable String tokens) {}

    /// Reads the file that Google Cloud hands out once; empty where it is none.
    static Optional<ServiceAccount> find(String file) {
        try {
            return Optional.ofNullable(JSON.readValue(file, KeyFile.class))
                    .flatMap(ServiceAccount::find);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // the caller names the setting
        }
    }

    private static Optional<ServiceAccount> find(KeyFile file) {
        String email = file.email();
        String keyId = file.keyId();
        if (email == null || keyId == null || file.key() == null) {
            return Optional.empty();
        }
        return SigningKey.rsa(file.key())
                .flatMap(key ->
                        Addresses.find(file.tokens() == null ? USUAL_TOKENS : file.tokens())
                                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()))
                                .map(tokens -> new ServiceAccount(email, keyId, key, tokens)));
    }

    /// An assertion (RFC 7523) on its way to the token's endpoint.
    Request grant(URI endpoint, Instant now) {
        String assertion =
                key.sign(
                        keyId,
                        Map.of(
                                "iss", email,
                                "scope", SCOPE,
                                "aud", tokens.toString(),
                                "iat", now.getEpochSecond(),
                                "exp", now.plus(LIFE).getEpochSecond()));
        return Grants.of(
                endpoint,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "assertion",
                        assertion));
    }
}
