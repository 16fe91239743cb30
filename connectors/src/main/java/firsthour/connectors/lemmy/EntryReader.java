package firsthour.connectors.lemmy;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of posts and comments.
final class EntryReader {
    private final String host;

    /// @param host of the instance, to which authors without one belong
    EntryReader(String host) {
        this.host = host;
    }

    /// Reads what still stands.
    void read(List<@Nullable View> views, List<Post> posts, List<Pull.Rejected> rejected) {
        for (View view : views) {
            Optional<Post> post = find(view);
            if (post.isEmpty()) {
                rejected.add(
                        new Pull.Rejected(
                                name(view).map(Kind.Name::toString).orElse("a post"),
                                "It has no id or no time."));
            } else if (!isGone(view)) {
                posts.add(post.get());
            }
        }
    }

    /// Whether its author or a moderator took it down.
    static boolean isGone(@Nullable View view) {
        View.Entry entry = entry(view);
        return entry != null && entry.isGone();
    }

    /// Finds the post in a view; empty where it has no id or no time.
    Optional<Post> find(@Nullable View view) {
        View.Entry entry = entry(view);
        return view == null || entry == null
                ? Optional.empty()
                : name(view)
                        .flatMap(name ->
                                Times.find(entry.published())
                                        .map(at -> post(name, view, entry, at)));
    }

    private Post post(Kind.Name name, View view, View.Entry entry, Instant at) {
        String title = entry.name() == null ? "" : entry.name().strip();
        String text = PlainText.ofMarkdown(entry.text() == null ? "" : entry.text());
        return new Post(
                        name.toString(),
                        Addresses.find(entry.address()),
                        text.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                        text.isEmpty() ? title : text,
                        Optional.ofNullable(view.creator()).flatMap(this::author),
                        Optional.empty(),
                        OptionalInt.empty(),
                        name.kind() == Kind.COMMENT ? answered(entry) : Optional.empty(),
                        at,
                        Times.find(entry.updated()))
                .writtenAs(entry.text());
    }

    private static Optional<Kind.Name> name(@Nullable View view) {
        View.Entry entry = entry(view);
        return entry == null || entry.id() == null || entry.id() < 0
                ? Optional.empty()
                : Optional.of(kind(view).named(entry.id()));
    }

    private static View.@Nullable Entry entry(@Nullable View view) {
        if (view == null) {
            return null;
        }
        return view.comment() == null ? view.post() : view.comment();
    }

    private static Kind kind(@Nullable View view) {
        return view == null || view.comment() == null ? Kind.POST : Kind.COMMENT;
    }

    /// The last but one on the way from the root; under the root stands the post.
    private static Optional<String> answered(View.Entry comment) {
        String[] way = comment.path() == null ? new String[0] : comment.path().split("\\.");
        if (way.length > 2) {
            return Optional.of(Kind.COMMENT.word() + "/" + way[way.length - 2]);
        }
        return Optional.ofNullable(comment.postId()).map(id -> Kind.POST.named(id).toString());
    }

    private Optional<Post.Author> author(View.Person person) {
        Optional<URI> page = Addresses.find(person.address());
        return Optional.ofNullable(person.name())
                .map(name ->
                        new Post.Author(
                                name + "@" + page.map(URI::getHost).orElse(host),
                                Optional.ofNullable(person.displayName())
                                        .filter(shown -> !shown.isBlank()),
                                page,
                                OptionalLong.empty()));
    }
}
