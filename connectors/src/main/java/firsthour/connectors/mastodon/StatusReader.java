package firsthour.connectors.mastodon;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiPredicate;

/// Makes posts of statuses.
final class StatusReader {
    private final String host;

    /// @param host of the instance, to which accounts without one belong
    StatusReader(String host) {
        this.host = host;
    }

    /// Reads the statuses whose posts are wanted.
    void read(
            List<Status> statuses,
            BiPredicate<Status, Post> wanted,
            List<Post> posts,
            List<Pull.Rejected> rejected) {
        for (Status status : statuses) {
            Optional<Post> post = find(status);
            if (post.isEmpty()) {
                String where =
                        PostRules.findId(status.id()).map(id -> "post " + id).orElse("a post");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (status.account() != null && status.account().wantsNoReaders()) {
                rejected.add(
                        new Pull.Rejected(
                                "post " + status.id(),
                                "Its author asks programs to stay away (#nobot)."));
            } else if (wanted.test(status, post.get())) {
                posts.add(post.get());
            }
        }
    }

    /// Finds the post in a status; empty where it has no id or no time.
    Optional<Post> find(Status status) {
        return PostRules.findId(status.id())
                .flatMap(id -> Times.find(status.createdAt()).map(at -> post(status, id, at)));
    }

    private Post post(Status status, String id, Instant createdAt) {
        return new Post(
                        id,
                        Addresses.find(status.url()),
                        Optional.ofNullable(status.spoiler()).filter(spoiler -> !spoiler.isBlank()),
                        PlainText.ofHtml(status.content() == null ? "" : status.content()),
                        Optional.ofNullable(status.account()).flatMap(this::author),
                        Optional.ofNullable(status.language()),
                        OptionalInt.empty(),
                        Optional.ofNullable(status.inReplyTo()),
                        createdAt,
                        Times.find(status.editedAt()))
                .reposted(status.boosts())
                .writtenAs(status.content());
    }

    private Optional<Post.Author> author(Status.Account account) {
        return Optional.ofNullable(account.handle())
                .map(handle ->
                        new Post.Author(
                                handle.contains("@") ? handle : handle + "@" + host,
                                Optional.ofNullable(account.name()).filter(name -> !name.isBlank()),
                                Addresses.find(account.url()),
                                account.followers() == null || account.followers() < 0
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(account.followers())));
    }
}
