package firsthour.connectors.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes what a pretended server shows.
final class Views {
    static final String ANN = "did:plc:ann";
    static final String BRAND = "did:plc:brand";

    private Views() {}

    static String uri(String did, String key) {
        return "at://" + did + "/app.bsky.feed.post/" + key;
    }

    /// A post of Ann's, its parts open to change.
    static Map<String, Object> post(String key, String text, Instant at) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("$type", "app.bsky.feed.post");
        record.put("text", text);
        record.put("createdAt", at.toString());
        record.put("langs", List.of("en"));
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("did", ANN);
        author.put("handle", "ann.example");
        author.put("displayName", "Ann");
        author.put("labels", List.of());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("uri", uri(ANN, key));
        view.put("cid", "bafy" + key);
        view.put("author", author);
        view.put("record", record);
        view.put("likeCount", 3);
        view.put("indexedAt", at.toString());
        view.put("viewer", new LinkedHashMap<>(Map.of("threadMuted", false)));
        return view;
    }

    /// A part of a post.
    @SuppressWarnings("unchecked") // as `post` made it
    static Map<String, Object> part(Map<String, Object> view, String name) {
        return (Map<String, Object>) Objects.requireNonNull(view.get(name));
    }

    /// Makes a post the answer to another.
    static Map<String, Object> answering(Map<String, Object> view, String root, String parent) {
        part(view, "record").put("reply", Map.of("root", place(root), "parent", place(parent)));
        return view;
    }

    static Map<String, Object> place(String uri) {
        return Map.of("uri", uri, "cid", "bafy" + uri.substring(uri.lastIndexOf('/') + 1));
    }

    static Map<String, Object> link(int start, int end, Object uri) {
        return Map.of(
                "index",
                Map.of("byteStart", start, "byteEnd", end),
                "features",
                List.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", uri)));
    }

    /// A post with what answers it.
    static Map<String, Object> node(Map<String, Object> view, List<Map<String, Object>> replies) {
        return Map.of(
                "$type",
                "app.bsky.feed.defs#threadViewPost",
                "post",
                view,
                "replies",
                new ArrayList<>(replies));
    }

    static Map<String, Object> blocked(String uri) {
        return Map.of(
                "$type",
                "app.bsky.feed.defs#blockedPost",
                "uri",
                uri,
                "blocked",
                true,
                "author",
                Map.of("did", ANN));
    }
}
