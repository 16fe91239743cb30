package firsthour.connectors.discourse;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of a forum's posts. A post has the address that its topic and place make, and names
/// what it answers by the same kind of address: a post tells the place of that one and not its id.
final class PostReader {
    private final URI forum;

    PostReader(URI forum) {
        this.forum = forum;
    }

    /// Reads what everybody can read of the latest posts.
    void read(List<ForumPost> found, List<Post> posts, List<Pull.Rejected> rejected) {
        for (ForumPost post : found) {
            if (post.isShown()) {
                find(post, Optional.ofNullable(post.title()))
                        .ifPresentOrElse(
                                posts::add,
                                () -> {
                                    String where =
                                            post.id() == null ? "a post" : "post " + post.id();
                                    rejected.add(
                                            new Pull.Rejected(where, "It has no id or no time."));
                                });
            }
        }
    }

    /// Finds the post; empty where it has no id or no time.
    ///
    /// @param title of its topic
    Optional<Post> find(ForumPost post, Optional<String> title) {
        return Optional.ofNullable(post.id())
                .flatMap(id -> Times.find(post.createdAt()).map(at -> post(post, title, id, at)));
    }

    private Post post(ForumPost post, Optional<String> title, long id, Instant writtenAt) {
        return new Post(
                        Long.toString(id),
                        place(post.topic(), post.number()),
                        title.filter(text -> !text.isBlank()),
                        Cooked.words(post.cooked() == null ? "" : post.cooked()),
                        author(post),
                        Optional.empty(),
                        OptionalInt.empty(),
                        answered(post).map(URI::toString),
                        writtenAt,
                        post.version() != null && post.version() > 1
                                ? Times.find(post.updatedAt())
                                : Optional.empty())
                .writtenAs(post.cooked());
    }

    /// A post that answers no other one answers the one that opened the topic.
    private Optional<URI> answered(ForumPost post) {
        return post.opensTopic()
                ? Optional.empty()
                : place(post.topic(), post.answered() == null ? Long.valueOf(1) : post.answered());
    }

    Optional<URI> place(@Nullable Long topic, @Nullable Long number) {
        return topic == null || number == null
                ? Optional.empty()
                : Optional.of(Query.to(forum, "/t/" + topic + "/" + number).uri());
    }

    private Optional<Post.Author> author(ForumPost post) {
        return Optional.ofNullable(post.username())
                .filter(name -> !name.isBlank())
                .map(name ->
                        new Post.Author(
                                name,
                                Optional.ofNullable(post.name()).filter(full -> !full.isBlank()),
                                Addresses.find(
                                        Query.to(forum, "/u/" + Query.encode(name))
                                                .uri()
                                                .toString()),
                                OptionalLong.empty()));
    }
}
