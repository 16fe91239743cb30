package firsthour.connectors.businessprofile;

import firsthour.connectors.Sample;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the pretended Business Profile holds.
final class ProfileServer {
    static final String LOCATION = "accounts/123/locations/456";
    static final String LIST = "/v4/" + LOCATION + "/reviews";

    private ProfileServer() {}

    static Map<String, Object> token() {
        return Map.of("access_token", "t0ken", "token_type", "Bearer", "expires_in", 3599);
    }

    static Map<String, Object> review(Sample sample) {
        return review("r" + sample.number(), sample.text(), sample.at());
    }

    static Map<String, Object> review(String id, String comment, Instant at) {
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("name", LOCATION + "/reviews/" + id);
        review.put("reviewId", id);
        review.put(
                "reviewer",
                Map.of(
                        "displayName", "Ann",
                        "isAnonymous", false,
                        "profilePhotoUrl", "https://photo.example/ann"));
        review.put("starRating", "TWO");
        review.put("comment", comment);
        review.put("createTime", at.toString());
        review.put("updateTime", at.toString());
        review.put("reviewReplyUrl", "https://business.example/reviews/" + id);
        return review;
    }

    static Map<String, Object> reply(String comment, Instant at) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("comment", comment);
        reply.put("updateTime", at.toString());
        reply.put("reviewReplyState", "APPROVED");
        return reply;
    }

    static Map<String, Object> error(int code, String status) {
        return Map.of("error", Map.of("code", code, "message", "no", "status", status));
    }

    /// What Google answers to a project that it has not let in.
    static Map<String, Object> noQuota() {
        return Map.of(
                "error",
                Map.of(
                        "code",
                        429,
                        "status",
                        "RESOURCE_EXHAUSTED",
                        "details",
                        List.of(
                                Map.of(
                                        "reason",
                                        "RATE_LIMIT_EXCEEDED",
                                        "metadata",
                                        Map.of("quota_limit_value", "0")))));
    }
}
