package firsthour.connectors.lemmy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes what a pretended instance shows, its parts open to change.
///
/// @param api whose names it uses
record Shown(Api api) {
    private static final String HOME = "https://lemmy.example";

    Map<String, Object> post(long id, String title, String text, Instant at) {
        Map<String, Object> post = entry(id, "post", at);
        post.put("name", title);
        post.put("body", text);
        Map<String, Object> view = view();
        view.put("post", post);
        return view;
    }

    /// @param path such as `0.24.27`
    Map<String, Object> comment(long id, long post, String path, String text, Instant at) {
        Map<String, Object> comment = entry(id, "comment", at);
        comment.put("content", text);
        comment.put("post_id", post);
        comment.put("path", path);
        Map<String, Object> view = view();
        view.put("comment", comment);
        view.put("post", entry(post, "post", at));
        return view;
    }

    /// A part of a view.
    @SuppressWarnings("unchecked") // as it was made here
    static Map<String, Object> part(Map<String, Object> view, String name) {
        return (Map<String, Object>) Objects.requireNonNull(view.get(name));
    }

    /// An answer of the search, on the last page.
    Map<String, Object> found(List<Map<String, Object>> posts, List<Map<String, Object>> comments) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("posts", new ArrayList<>(posts));
        found.put("comments", new ArrayList<>(comments));
        switch (api) {
            case V3 -> {
                found.put("type_", "Posts");
                found.put("users", List.of());
            }
            case V4 -> {
                found.put("persons", List.of());
                found.put("next_page", null);
            }
        }
        return found;
    }

    Map<String, Object> comments(List<Map<String, Object>> comments) {
        return Map.of(
                switch (api) {
                    case V3 -> "comments";
                    case V4 -> "items";
                },
                comments);
    }

    private Map<String, Object> view() {
        Map<String, Object> creator = new LinkedHashMap<>();
        creator.put("id", 3);
        creator.put("name", "ann");
        creator.put("display_name", "Ann");
        creator.put(
                switch (api) {
                    case V3 -> "actor_id";
                    case V4 -> "ap_id";
                },
                "https://far.example/u/ann");
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("creator", creator);
        view.put("community", Map.of("id", 5, "name", "parcels", "removed", false));
        return view;
    }

    private Map<String, Object> entry(long id, String kind, Instant at) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("ap_id", HOME + "/" + kind + "/" + id);
        entry.put("deleted", false);
        entry.put("removed", false);
        entry.put("language_id", 37);
        entry.put(published(), at.toString());
        return entry;
    }

    String published() {
        return switch (api) {
            case V3 -> "published";
            case V4 -> "published_at";
        };
    }

    String updated() {
        return switch (api) {
            case V3 -> "updated";
            case V4 -> "updated_at";
        };
    }
}
