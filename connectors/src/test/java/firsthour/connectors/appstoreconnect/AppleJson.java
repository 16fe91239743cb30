package firsthour.connectors.appstoreconnect;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Apple's API says, and a key for it.
final class AppleJson {
    static final KeyPair KEYS = keys();
    static final String PEM =
            "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----";

    private AppleJson() {}

    static Map<String, Object> review(String id, String text, Instant at) {
        Map<String, Object> review = new HashMap<>();
        review.put("type", "customerReviews");
        review.put("id", id);
        review.put(
                "attributes",
                Map.of(
                        "rating",
                        2,
                        "title",
                        "Disappointed",
                        "body",
                        text,
                        "reviewerNickname",
                        "ann",
                        "createdDate",
                        at.toString(),
                        "territory",
                        "DEU"));
        review.put("relationships", Map.of("response", Map.of("links", Map.of())));
        return review;
    }

    static Map<String, Object> answered(Map<String, Object> review, String response) {
        Map<String, Object> answered = new HashMap<>(review);
        answered.put(
                "relationships",
                Map.of(
                        "response",
                        Map.of("data", Map.of("type", "customerReviewResponses", "id", response))));
        return answered;
    }

    static Map<String, Object> response(String id, String text, Instant modified) {
        return Map.of(
                "type",
                "customerReviewResponses",
                "id",
                id,
                "attributes",
                Map.of(
                        "responseBody",
                        text,
                        "lastModifiedDate",
                        modified.toString(),
                        "state",
                        "PENDING_PUBLISH"));
    }

    static Map<String, Object> page(
            List<Map<String, Object>> reviews,
            List<Map<String, Object>> responses,
            @Nullable String next) {
        Map<String, Object> links = new HashMap<>(Map.of("self", "https://api.example/"));
        if (next != null) {
            links.put("next", next);
        }
        return Map.of("data", reviews, "included", responses, "links", links);
    }

    static Map<String, Object> one(Map<String, Object> review, Object... responses) {
        return Map.of("data", review, "included", responses, "links", Map.of());
    }

    static Map<String, Object> error(String code) {
        return Map.of("errors", List.of(Map.of("id", "1", "code", code, "title", "No")));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
