package firsthour.connectors.reddit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import firsthour.connectors.Sample;
import firsthour.connectors.reading.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Reddit answers, as reddit.com/dev/api says.
final class PretendedReddit {
    private PretendedReddit() {}

    static ResponseDefinitionBuilder token() {
        return json(Map.of("access_token", "t0ken", "token_type", "bearer", "expires_in", 86400));
    }

    static Map<String, Object> comment(Sample sample, String parent) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("name", "t1_" + sample.number());
        comment.put("permalink", "/r/acme/comments/7/x/" + sample.number() + "/");
        comment.put("author", "acme");
        comment.put("body", escape(sample.text()));
        comment.put("created_utc", sample.at().getEpochSecond() + 0.0);
        comment.put("edited", false);
        comment.put("parent_id", parent);
        comment.put("link_id", "t3_7");
        comment.put("replies", "");
        return comment;
    }

    /// A post with what stands below it.
    static ResponseDefinitionBuilder thread(
            Map<String, Object> link, List<Map<String, Object>> comments) {
        return json(List.of(list(List.of(link), null), list(comments, null)));
    }

    static ResponseDefinitionBuilder posted(Map<String, Object> comment) {
        return json(
                Map.of(
                        "json",
                        Map.of(
                                "errors",
                                List.of(),
                                "data",
                                Map.of("things", List.of(Map.of("kind", "t1", "data", comment))))));
    }

    static ResponseDefinitionBuilder notPosted(String code, String words) {
        return json(Map.of("json", Map.of("errors", List.of(List.of(code, words, "text")))));
    }

    static Map<String, Object> link(String name, String title, String text, Instant at) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("name", name);
        link.put("permalink", "/r/acme/comments/" + name.substring(3) + "/x/");
        link.put("author", "ann_1");
        link.put("title", title);
        link.put("selftext", text);
        link.put("created_utc", at.getEpochSecond() + 0.0);
        link.put("edited", false);
        link.put("score", 3);
        link.put("num_comments", 2);
        link.put("removed_by_category", null);
        return link;
    }

    static ResponseDefinitionBuilder listing(
            List<Map<String, Object>> links, @Nullable String after) {
        return json(list(links, after));
    }

    static Map<String, Object> list(List<Map<String, Object>> things, @Nullable String after) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("after", after);
        data.put(
                "children",
                things.stream().map(thing -> Map.of("kind", "t0", "data", thing)).toList());
        return Map.of("kind", "Listing", "data", data);
    }

    /// As Markdown, which reads it as it was written.
    static String escape(String text) {
        return text.replaceAll("([&<>*_\\[\\]])", "\\\\$1");
    }

    static ResponseDefinitionBuilder json(Object body) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(Json.write(body));
    }
}
