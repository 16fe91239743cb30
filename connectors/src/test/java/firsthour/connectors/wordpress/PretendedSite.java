package firsthour.connectors.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Sample;
import firsthour.connectors.reading.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Filters comments as developer.wordpress.org/rest-api/reference/comments says: a substring, times
/// that are themselves left out, numbers, and pages, of which it gives the first.
final class PretendedSite {
    private PretendedSite() {}

    static String id(int port, int number) {
        return "127.0.0.1:" + port + "/" + number;
    }

    static List<Map<String, Object>> comments(List<Sample> samples) {
        List<Map<String, Object>> comments = new ArrayList<>();
        for (Sample sample : samples) {
            comments.add(comment(sample.number(), sample.text(), sample.at()));
        }
        return comments;
    }

    static Map<String, Object> comment(int number, String text, Instant at) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("id", number);
        comment.put("post", 3);
        comment.put("parent", 0);
        comment.put("author", 0);
        comment.put("author_name", "Ann");
        comment.put("author_url", "https://ann.example/");
        comment.put("date", at.plusSeconds(3_600).toString().replace("Z", ""));
        comment.put("date_gmt", at.toString().replace("Z", ""));
        comment.put("content", Map.of("rendered", "<p>" + escape(text) + "</p>\n"));
        comment.put("link", "https://blog.example/2026/post/#comment-" + number);
        comment.put("status", "approved");
        comment.put("type", "comment");
        return comment;
    }

    static ResponseDefinitionBuilder list(Request request, List<Map<String, Object>> comments) {
        List<Map<String, Object>> found = filtered(request, comments);
        int page = Integer.parseInt(request.queryParameter("per_page").firstValue());
        return ok(found.subList(0, Math.min(page, found.size())))
                .withHeader("X-WP-Total", String.valueOf(found.size()))
                .withHeader("X-WP-TotalPages", String.valueOf((found.size() + page - 1) / page));
    }

    static List<Map<String, Object>> filtered(Request request, List<Map<String, Object>> comments) {
        return comments.stream().filter(comment -> isAsked(request, comment)).toList();
    }

    static ResponseDefinitionBuilder error(int status, String code) {
        return ok(Map.of("code", code, "message", "No.", "data", Map.of("status", status)))
                .withStatus(status);
    }

    private static boolean isAsked(Request request, Map<String, Object> comment) {
        String date = comment.get("date_gmt") + "Z";
        return (!has(request, "after") || date.compareTo(value(request, "after")) > 0)
                && (!has(request, "before") || date.compareTo(value(request, "before")) < 0)
                && (!has(request, "search")
                        || lower(String.valueOf(comment.get("content")))
                                .contains(lower(value(request, "search"))))
                && (!has(request, "parent")
                        || value(request, "parent").equals(String.valueOf(comment.get("parent"))))
                && (!has(request, "include")
                        || List.of(value(request, "include").split(",", -1))
                                .contains(String.valueOf(comment.get("id"))));
    }

    private static ResponseDefinitionBuilder ok(Object body) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(Json.write(body));
    }

    private static boolean has(Request request, String parameter) {
        return request.queryParameter(parameter).isPresent();
    }

    private static String value(Request request, String parameter) {
        return request.queryParameter(parameter).firstValue();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
