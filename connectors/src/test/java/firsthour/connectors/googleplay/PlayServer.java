package firsthour.connectors.googleplay;

import firsthour.connectors.Sample;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the pretended Google Play holds.
final class PlayServer {
    static final String LIST = "/androidpublisher/v3/applications/com.acme.app/reviews";
    static final KeyPair KEYS = keys();

    private PlayServer() {}

    static Map<String, Object> token() {
        return Map.of("access_token", "t0ken", "token_type", "Bearer", "expires_in", 3599);
    }

    static Map<String, Object> review(Sample sample) {
        return review("r" + sample.number(), "\t" + sample.text(), sample.at());
    }

    static Map<String, Object> review(String id, String text, Instant at) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("text", text);
        said.put("lastModified", time(at));
        said.put("starRating", 2);
        said.put("reviewerLanguage", "en");
        said.put("device", "oriole");
        said.put("androidOsVersion", 34);
        said.put("thumbsUpCount", 3);
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("reviewId", id);
        review.put("authorName", "Ann");
        review.put("comments", new ArrayList<>(List.of(Map.of("userComment", said))));
        return review;
    }

    static Map<String, Object> answered(Map<String, Object> review, String text, Instant at) {
        List<Object> comments = new ArrayList<>((List<?>) review.get("comments"));
        comments.add(Map.of("developerComment", Map.of("text", text, "lastModified", time(at))));
        Map<String, Object> answered = new LinkedHashMap<>(review);
        answered.put("comments", comments);
        return answered;
    }

    static Map<String, Object> error(int code, String reason) {
        return Map.of(
                "error",
                Map.of(
                        "code",
                        code,
                        "message",
                        "no",
                        "errors",
                        List.of(Map.of("domain", "androidpublisher", "reason", reason))));
    }

    private static Map<String, Object> time(Instant at) {
        return Map.of("seconds", String.valueOf(at.getEpochSecond()), "nanos", 1_000_000);
    }

    /// The text of a key file.
    static String keyFile(String tokens) {
        return """
        {"type": "service_account", "project_id": "acme", "private_key_id": "k1",
         "private_key": "%s", "client_email": "bot@acme.example", "token_uri": "%s"}
        """
                .formatted(pem(), tokens);
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
