package firsthour.connectors.x;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What X's search says.
final class XJson {
    private static final long FIRST_DAY = 1_288_834_974_657L;

    private XJson() {}

    /// An id that holds a time.
    static String id(Instant at, int number) {
        return String.valueOf(((at.toEpochMilli() - FIRST_DAY) << 22) + number);
    }

    static Map<String, Object> post(String id, String text, Instant at) {
        Map<String, Object> post = new HashMap<>();
        post.put("id", id);
        post.put("text", text);
        post.put("author_id", "9");
        post.put("created_at", at.toString());
        post.put("edit_history_tweet_ids", List.of(id));
        post.put("lang", "en");
        return post;
    }

    static Map<String, Object> found(List<Map<String, Object>> posts, @Nullable String next) {
        Map<String, Object> meta = new HashMap<>();
        meta.put("result_count", posts.size());
        if (next != null) {
            meta.put("next_token", next);
        }
        if (posts.isEmpty()) {
            return Map.of("meta", meta);
        }
        Object newest = posts.getFirst().get("id");
        meta.put("newest_id", newest == null ? "1" : newest);
        Map<String, Object> author =
                Map.of(
                        "id", "9",
                        "username", "ann",
                        "name", "Ann",
                        "public_metrics", Map.of("followers_count", 12));
        return Map.of("data", posts, "includes", Map.of("users", List.of(author)), "meta", meta);
    }
}
