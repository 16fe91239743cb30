package firsthour.connectors.bluesky;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.AtPost;
import firsthour.connectors.reading.AtUri;
import firsthour.connectors.reading.Times;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
                                .flatMap(of -> AtUri.find(of.uri()))
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
        AtPost content = view.content();
        return AtUri.find(view.uri())
                .flatMap(uri ->
                        content.findPost(
                                uri,
                                Optional.ofNullable(view.author())
                                        .map(author -> author(uri, author)),
                                Times.find(view.indexedAt())))
                .map(post -> post.reposted(view.repostCount()));
    }

    private static Post.Author author(AtUri uri, PostView.Author author) {
        String handle = author.handle();
        return new Post.Author(
                handle == null || handle.isBlank() || handle.equals(NO_HANDLE) ? uri.did() : handle,
                Optional.ofNullable(author.name()).filter(name -> !name.isBlank()),
                Optional.of(uri.profile()),
                OptionalLong.empty());
    }
}
