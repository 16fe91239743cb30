package firsthour.connectors.reading;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Refusal;
import firsthour.http.Answer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads the errors of Google's APIs, which all have one shape: `error.status`,
/// `error.errors[].reason` of the older ones and `error.details[].reason` of the newer ones
/// (google.api.ErrorReason).
public final class GoogleErrors {
    private static final Set<String> BAD_KEYS = Set.of("keyInvalid", "API_KEY_INVALID");
    private static final Set<String> RESTRICTED_KEYS =
            Set.of(
                    "ipRefererBlocked",
                    "API_KEY_SERVICE_BLOCKED",
                    "API_KEY_HTTP_REFERRER_BLOCKED",
                    "API_KEY_IP_ADDRESS_BLOCKED",
                    "API_KEY_ANDROID_APP_BLOCKED",
                    "API_KEY_IOS_APP_BLOCKED");
    private static final Set<String> SWITCHED_OFF =
            Set.of("accessNotConfigured", "SERVICE_DISABLED");
    private static final Set<String> MISSING_SCOPES =
            Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    private static final Set<String> LIMITS =
            Set.of(
                    "quotaExceeded",
                    "rateLimitExceeded",
                    "userRateLimitExceeded",
                    "RATE_LIMIT_EXCEEDED");

    private GoogleErrors() {}

    /// Finds the refusal in an error that means the same for all of them; empty where the status
    /// says enough.
    public static Optional<Refusal> find(Answer answer) {
        Set<String> codes = codes(answer);
        String host = answer.uri().getHost();
        if (has(codes, BAD_KEYS)) {
            return unauthorised(host + " does not know this key. Copy it again.");
        }
        if (has(codes, RESTRICTED_KEYS)) {
            return unauthorised(
                    "The key may not be used from here or for this API. Change its restrictions in"
                            + " the Google Cloud console.");
        }
        if (has(codes, SWITCHED_OFF)) {
            return unauthorised(
                    "The API is not switched on in this Google Cloud project. Switch it on under"
                            + " APIs & Services.");
        }
        if (has(codes, MISSING_SCOPES)) {
            return unauthorised(
                    MissingScope.find(answer)
                            .map(MissingScope::words)
                            .orElse(
                                    "The permission does not go as far as this needs. Connect the"
                                            + " account again."));
        }
        if (has(codes, LIMITS)) {
            return Optional.of(
                    hasNoQuota(answer)
                            ? new Refusal.Denied(
                                    "Google allows this Google Cloud project no requests: access to"
                                            + " the API has to be asked for first.")
                            : new Refusal.RateLimited(
                                    answer.retryAt(), host + " says: too many requests"));
        }
        return Optional.empty();
    }

    /// The words by which an error is known; none where the answer is no error of theirs.
    public static Set<String> codes(Answer answer) {
        JsonNode error = Json.tree(answer).path("error");
        Set<String> codes = new HashSet<>();
        codes.add(error.path("status").asText(""));
        error.path("errors").forEach(one -> codes.add(one.path("reason").asText("")));
        error.path("details").forEach(one -> codes.add(one.path("reason").asText("")));
        codes.remove("");
        return codes;
    }

    /// A project that was not let in has the API and may send nothing.
    private static boolean hasNoQuota(Answer answer) {
        for (JsonNode detail : Json.tree(answer).path("error").path("details")) {
            if (detail.path("metadata").path("quota_limit_value").asText("").equals("0")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Set<String> codes, Set<String> some) {
        return codes.stream().anyMatch(some::contains);
    }

    private static Optional<Refusal> unauthorised(String detail) {
        return Optional.of(new Refusal.Unauthorised(detail));
    }
}
