package firsthour.connectors.bluesky;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes posts of what a server shows.
final class PostReader {
    /// Stands in place of a handle that could not be checked.
    private static final String NO_HANDLE = "handle.invalid";

    private PostReader() {}

    static void read(
            List<@Nullable PostView> views, List<Post> posts, List<Pull.Rejected> rejected) {
        for (PostView view : views) {
            Optional<Post> post = find(view);
            if (post.isPresent()) {
                posts.add(post.get());
            } else {
                String where =
                        Optional.ofNullable(view)
                                .flatMap(of -> PostUri.find(of.uri()))
                                .map(uri -> "post " + uri)
                                .orElse("a post");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            }
        }
    }

    /// Finds the post in a view; empty where it has no id or no time.
    static Optional<Post> find(@Nullable PostView view) {
        if (view == null || view.content() == null) {
            return Optional.empty();
        }
        PostView.Content content = view.content();
        return PostUri.find(view.uri())
                .flatMap(uri ->
                        written(content.createdAt(), view.indexedAt())
                                .map(at -> post(uri, view, content, at)));
    }

    private static Post post(PostUri uri, PostView view, PostView.Content content, Instant at) {
        return new Post(
                uri.toString(),
                Optional.of(uri.page()),
                Optional.empty(),
                Links.whole(content.text() == null ? "" : content.text(), content.facets()),
                Optional.ofNullable(view.author()).map(author -> author(uri, author)),
                language(content.langs()),
                OptionalInt.empty(),
                Optional.ofNullable(content.reply())
                        .flatMap(reply -> Optional.ofNullable(reply.parent()))
                        .flatMap(parent -> Optional.ofNullable(parent.uri())),
                at,
                Optional.empty());
    }

    /// The earlier one of the author's clock and the server's, as the network itself orders.
    private static Optional<Instant> written(@Nullable String created, @Nullable String indexed) {
        return Stream.of(time(created), time(indexed))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Post.Author author(PostUri uri, PostView.Author author) {
        String handle = author.handle();
        return new Post.Author(
                handle == null || handle.isBlank() || handle.equals(NO_HANDLE) ? uri.did() : handle,
                Optional.ofNullable(author.name()).filter(name -> !name.isBlank()),
                Optional.of(uri.profile()),
                OptionalLong.empty());
    }

    private static Optional<String> language(@Nullable List<@Nullable String> languages) {
        return languages == null || languages.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(languages.getFirst());
    }

    private static Optional<Instant> time(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // the other time will do
        }
    }
}
