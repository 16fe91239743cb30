package firsthour.connectors.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Sample;
import firsthour.connectors.reading.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A company's server: it filters by time, both ends included, and pages oldest first, as
/// docs.github.com/en/rest/search/search says. All issues stand in one repository.
final class PretendedGitHub {
    static final String REPOSITORY = "/repos/acme/app/issues/";
    private static final Pattern RANGE = Pattern.compile("created:(\\S+Z)\\.\\.(\\S+Z)");
    private static final int MOST = 1_000;

    private PretendedGitHub() {}

    /// Where a person reads an issue.
    static String page(int number) {
        return "https://127.0.0.1/acme/app/issues/" + number;
    }

    static ResponseDefinitionBuilder root() {
        return json(Map.of("issue_search_url", "https://127.0.0.1/search/issues?q={query}"));
    }

    static ResponseDefinitionBuilder error(int status, String message) {
        return json(Map.of("message", message)).withStatus(status);
    }

    static Map<String, Object> comment(Sample sample) {
        Map<String, Object> comment = issue(7, "", escaped(sample.text()), sample.at());
        comment.put("node_id", "IC_" + sample.number());
        comment.put("html_url", page(7) + "#issuecomment-" + sample.number());
        comment.remove("title");
        comment.put("user", Map.of("login", "acme", "html_url", "https://127.0.0.1/acme"));
        return comment;
    }

    static List<Map<String, Object>> issues(List<Sample> posts) {
        return posts.stream()
                .map(sample -> issue(sample.number(), "", escaped(sample.text()), sample.at()))
                .toList();
    }

    static Map<String, Object> issue(int number, String title, String body, Instant at) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("node_id", "I_" + number);
        issue.put("number", number);
        issue.put("html_url", page(number));
        issue.put("title", title);
        issue.put("body", body);
        issue.put("user", Map.of("login", "octo", "html_url", "https://127.0.0.1/octo"));
        issue.put("created_at", at.toString());
        issue.put("comments", 2);
        return issue;
    }

    static ResponseDefinitionBuilder found(Request request, List<Map<String, Object>> issues) {
        List<Map<String, Object>> found = inRange(request, issues);
        int from = 100 * (Integer.parseInt(request.queryParameter("page").firstValue()) - 1);
        List<Map<String, Object>> given = found.subList(0, Math.min(found.size(), MOST));
        return listed(
                found.size(),
                given.subList(Math.min(from, given.size()), Math.min(from + 100, given.size())));
    }

    static List<Map<String, Object>> inRange(Request request, List<Map<String, Object>> issues) {
        Matcher range = RANGE.matcher(request.queryParameter("q").firstValue());
        assertThat(range.find()).isTrue();
        Instant first = Instant.parse(range.group(1));
        Instant last = Instant.parse(range.group(2));
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> issue : issues) {
            Instant at = Instant.parse((String) issue.get("created_at"));
            if (!at.isBefore(first) && !at.isAfter(last)) {
                found.add(issue);
            }
        }
        return found;
    }

    static ResponseDefinitionBuilder listed(int total, List<Map<String, Object>> items) {
        return json(Map.of("total_count", total, "incomplete_results", false, "items", items));
    }

    static ResponseDefinitionBuilder incomplete(List<Map<String, Object>> items) {
        return json(Map.of("total_count", 2, "incomplete_results", true, "items", items));
    }

    /// Markdown that reads as the text.
    static String escaped(String text) {
        return text.replace("&", "\\&").replace("<", "\\<").replace("*", "\\*");
    }

    static ResponseDefinitionBuilder json(Object body) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(Json.write(body));
    }
}
