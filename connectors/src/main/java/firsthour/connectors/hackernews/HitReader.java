package firsthour.connectors.hackernews;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of hits.
final class HitReader {
    private static final String SITE = "https://news.ycombinator.com/";

    private HitReader() {}

    /// Reads the hits that really hold the phrase.
    static void read(
            List<Hits.Hit> hits, Phrase phrase, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Hits.Hit hit : hits) {
            Optional<Post> post = find(hit);
            if (post.isEmpty()) {
                String where = hit.id() == null ? "an item" : "item " + PlainText.cut(hit.id(), 40);
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (phrase.isIn(post.get().title().orElse("") + "\n" + post.get().text())) {
                posts.add(post.get());
            }
        }
    }

    /// Finds the post in a hit; empty where it has no id or no time.
    static Optional<Post> find(Hits.Hit hit) {
        return Optional.ofNullable(hit.id())
                .filter(id -> id.matches("\\d{1,19}"))
                .flatMap(id -> Times.ofSeconds(hit.createdAt()).map(at -> post(hit, id, at)));
    }

    /// A story without text is its title. A comment has none: that of its story is not its own.
    private static Post post(Hits.Hit hit, String id, Instant createdAt) {
        String html = hit.commentText() != null ? hit.commentText() : orEmpty(hit.storyText());
        String body = PlainText.ofHtml(html);
        String title = hit.commentText() != null ? "" : orEmpty(hit.title()).strip();
        return new Post(
                        id,
                        Optional.of(URI.create(SITE + "item?id=" + id)),
                        body.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                        body.isEmpty() ? title : body,
                        Optional.ofNullable(hit.author())
                                .filter(a -> !a.isBlank())
                                .map(HitReader::author),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.ofNullable(hit.parent()).map(String::valueOf),
                        createdAt,
                        Optional.empty())
                .writtenAs(html);
    }

    private static Post.Author author(String name) {
        String profile = SITE + "user?id=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return new Post.Author(
                name, Optional.empty(), Optional.of(URI.create(profile)), OptionalLong.empty());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
