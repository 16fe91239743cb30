package firsthour.connectors.youtube;

import firsthour.connectors.Sample;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the pretended YouTube holds.
final class YouTubeServer {
    static final String CHANNEL = "UC_acme-acme-acme-acme-A";

    private YouTubeServer() {}

    static Map<String, Object> token() {
        return Map.of("access_token", "t0ken", "token_type", "Bearer", "expires_in", 3599);
    }

    static Map<String, Object> list(List<?> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("kind", "youtube#commentListResponse");
        list.put("etag", "e");
        list.put("pageInfo", Map.of("totalResults", items.size(), "resultsPerPage", 100));
        list.put("items", items);
        return list;
    }

    static Map<String, Object> thread(Map<String, Object> comment, List<?> replies) {
        Map<String, Object> thread = new LinkedHashMap<>();
        thread.put("kind", "youtube#commentThread");
        thread.put("id", comment.get("id"));
        thread.put(
                "snippet",
                Map.of(
                        "channelId",
                        CHANNEL,
                        "videoId",
                        "vid30",
                        "topLevelComment",
                        comment,
                        "canReply",
                        true,
                        "totalReplyCount",
                        replies.size(),
                        "isPublic",
                        true));
        if (!replies.isEmpty()) {
            thread.put("replies", Map.of("comments", replies));
        }
        return thread;
    }

    static Map<String, Object> comment(Sample sample) {
        return comment("Ugx" + sample.number(), sample.text(), sample.at());
    }

    static Map<String, Object> comment(String id, String text, Instant at) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("kind", "youtube#comment");
        comment.put("id", id);
        comment.put("snippet", snippet(text, at));
        return comment;
    }

    static Map<String, Object> reply(String id, String parent, String text, Instant at) {
        Map<String, Object> snippet = snippet(text, at);
        snippet.put("parentId", parent);
        Map<String, Object> reply = comment(id, text, at);
        reply.put("snippet", snippet);
        return reply;
    }

    static Map<String, Object> snippet(String text, Instant at) {
        Map<String, Object> snippet = new LinkedHashMap<>();
        snippet.put("channelId", CHANNEL);
        snippet.put("textDisplay", text);
        snippet.put("authorDisplayName", "@ann-1");
        snippet.put("authorChannelUrl", "http://www.youtube.com/@ann-1");
        snippet.put("authorChannelId", Map.of("value", "UC_ann"));
        snippet.put("canRate", true);
        snippet.put("likeCount", 3);
        snippet.put("publishedAt", at.toString());
        snippet.put("updatedAt", at.toString());
        return snippet;
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
                        List.of(Map.of("domain", "youtube.commentThread", "reason", reason))));
    }
}
