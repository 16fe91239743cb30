package firsthour.connectors.discourse;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Sample;
import firsthour.connectors.reading.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives the 50 posts below an id, the newest first, single posts, the replies to them, and topics
/// with their first posts, as docs.discourse.org says. All posts stand in topic 12.
final class PretendedForum {
    private static final int PAGE = 50;

    private PretendedForum() {}

    static List<Map<String, Object>> posts(List<Sample> samples) {
        List<Map<String, Object>> posts = new ArrayList<>();
        for (Sample sample : samples) {
            posts.add(post(sample.number(), sample.text(), sample.at()));
        }
        return posts;
    }

    /// A post whose place in its topic is its number, too.
    static Map<String, Object> post(int number, String text, Instant at) {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("id", number);
        post.put("username", "ann");
        post.put("name", "Ann");
        post.put("created_at", at.toString());
        post.put("updated_at", at.plusSeconds(5).toString());
        post.put("cooked", "<p>" + escape(text) + "</p>");
        post.put("version", 1);
        post.put("post_type", 1);
        post.put("topic_id", 12);
        post.put("topic_slug", "parcels");
        post.put("post_number", number);
        post.put("reply_to_post_number", null);
        post.put("hidden", false);
        post.put("user_deleted", false);
        post.put("deleted_at", null);
        return post;
    }

    /// Answers all that is asked for while reading.
    ///
    /// @param posts oldest first
    static ResponseDefinitionBuilder answer(Request request, List<Map<String, Object>> posts) {
        String path = request.getUrl().replaceAll("\\?.*", "");
        if (path.equals("/posts.json")) {
            return latest(request, posts);
        }
        if (path.equals("/t/12.json")) {
            return topic(posts);
        }
        String id = path.replaceAll("[^0-9]", "");
        if (path.endsWith("/replies.json")) {
            return ok(
                    posts.stream().filter(post -> has(post, "reply_to_post_number", id)).toList());
        }
        return posts.stream()
                .filter(post -> has(post, "id", id))
                .findFirst()
                .map(PretendedForum::ok)
                .orElseGet(() -> error(404, "not_found"));
    }

    static ResponseDefinitionBuilder error(int status, String type) {
        return ok(Map.of("errors", List.of("No."), "error_type", type)).withStatus(status);
    }

    static ResponseDefinitionBuilder ok(Object body) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(Json.write(body));
    }

    private static ResponseDefinitionBuilder latest(
            Request request, List<Map<String, Object>> posts) {
        var before = request.queryParameter("before");
        long below = before.isPresent() ? Long.parseLong(before.firstValue()) : Long.MAX_VALUE;
        List<Map<String, Object>> page = new ArrayList<>();
        for (Map<String, Object> post : posts.reversed()) {
            if (page.size() < PAGE && Long.parseLong(String.valueOf(post.get("id"))) < below) {
                Map<String, Object> titled = new LinkedHashMap<>(post);
                titled.putIfAbsent("topic_title", "Parcels");
                page.add(titled);
            }
        }
        return ok(Map.of("latest_posts", page));
    }

    private static ResponseDefinitionBuilder topic(List<Map<String, Object>> posts) {
        return ok(
                Map.of(
                        "id",
                        12,
                        "title",
                        "Parcels",
                        "post_stream",
                        Map.of("posts", posts.subList(0, Math.min(20, posts.size())))));
    }

    private static boolean has(Map<String, Object> post, String field, String value) {
        return value.equals(String.valueOf(post.get(field)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
