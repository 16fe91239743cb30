package firsthour.connectors.x;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Times;
import firsthour.connectors.x.FoundPosts.Entities;
import firsthour.connectors.x.FoundPosts.Found;
import firsthour.connectors.x.FoundPosts.Link;
import firsthour.connectors.x.FoundPosts.User;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes posts of what was found. An edit has an id of its own; the post keeps the first one.
final class PostReader {
    private static final String SITE = "https://x.com/";

    /// What stands for no language, or for no words: `und`, `zxx`, `qme` and others.
    private static final Pattern NO_LANGUAGE = Pattern.compile("und|zxx|art|q[a-t][a-z]");

    private final Map<String, User> authors = new HashMap<>();
    private final PostRules rules;

    PostReader(List<User> authors, PostRules rules) {
        authors.forEach(author -> {
            if (author.id() != null) {
                this.authors.put(author.id(), author);
            }
        });
        this.rules = rules;
    }

    void read(List<Found> found, List<Post> posts, List<Pull.Rejected> rejected) {
        Set<String> met = new HashSet<>();
        for (Found one : found) {
            Optional<String> id = one.original().flatMap(PostRules::findId);
            Optional<Instant> written = Times.find(one.createdAt());
            String where = id.map(known -> "post " + known).orElse("a post");
            if (id.isEmpty() || written.isEmpty()) {
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (met.add(id.get())) {
                rules.judge(where, post(one, id.get(), written.get()), posts, rejected);
            }
        }
    }

    private Post post(Found found, String id, Instant written) {
        User author = found.authorId() == null ? null : authors.get(found.authorId());
        boolean edited = !id.equals(found.id());
        return new Post(
                        id,
                        Optional.of(page(author, found.id() == null ? id : found.id())),
                        Optional.empty(),
                        text(found),
                        Optional.ofNullable(author).flatMap(PostReader::author),
                        Optional.ofNullable(found.language())
                                .filter(tag -> !NO_LANGUAGE.matcher(tag).matches())
                                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag()),
                        OptionalInt.empty(),
                        found.repliedTo(),
                        edited ? Ids.time(id).orElse(written) : written,
                        edited ? Optional.of(written) : Optional.empty())
                .reposted(found.metrics() == null ? null : found.metrics().reposts());
    }

    private static String text(Found found) {
        return found.note() != null && found.note().text() != null
                ? text(found.note().text(), found.note().entities())
                : text(found.text(), found.entities());
    }

    private static String text(@Nullable String marked, @Nullable Entities entities) {
        String text =
                marked == null
                        ? ""
                        : marked.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        for (Link link : entities == null ? List.<Link>of() : entities.links()) {
            if (link.url() != null && !link.url().isEmpty() && link.expanded() != null) {
                text = text.replace(link.url(), link.expanded());
            }
        }
        return text;
    }

    private static Optional<Post.Author> author(User user) {
        return Optional.ofNullable(user.username())
                .map(name ->
                        new Post.Author(
                                name,
                                Optional.ofNullable(user.name()),
                                Optional.of(URI.create(SITE + Query.encode(name))),
                                followers(user)));
    }

    private static OptionalLong followers(User user) {
        return user.metrics() == null
                        || user.metrics().followers() == null
                        || user.metrics().followers() < 0
                ? OptionalLong.empty()
                : OptionalLong.of(user.metrics().followers());
    }

    private static URI page(@Nullable User author, String id) {
        String whose =
                author == null || author.username() == null
                        ? "i/web"
                        : Query.encode(author.username());
        return URI.create(SITE + whose + "/status/" + Query.encode(id));
    }
}
