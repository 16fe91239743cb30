package firsthour.connectors.mastodon;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of the statuses that hold the phrase, in words or as a hashtag.
final class StatusReader {
    private final Phrase phrase;
    private final String tag;
    private final String host;

    /// @param tag the phrase as a hashtag, without its sign
    /// @param host of the instance, to which accounts without one belong
    StatusReader(String phrase, String tag, String host) {
        this.phrase = new Phrase(phrase);
        this.tag = tag;
        this.host = host;
    }

    void read(List<Status> statuses, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Status status : statuses) {
            Optional<Instant> createdAt = time(status.createdAt());
            if (status.id() == null || createdAt.isEmpty()) {
                String where = status.id() == null ? "a post" : "post " + status.id();
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (status.account() != null && status.account().wantsNoReaders()) {
                rejected.add(
                        new Pull.Rejected(
                                "post " + status.id(),
                                "Its author asks programs to stay away (#nobot)."));
            } else {
                Post post = post(status, status.id(), createdAt.get());
                if (isWanted(status, post)) {
                    posts.add(post);
                }
            }
        }
    }

    private boolean isWanted(Status status, Post post) {
        List<Status.Tag> tags = status.tags() == null ? List.of() : status.tags();
        return phrase.isIn(post.title().orElse("") + "\n" + post.text())
                || tags.stream().anyMatch(named -> tag.equalsIgnoreCase(named.name()));
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
                time(status.editedAt()));
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

    private static Optional<Instant> time(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // no time at all is told where one is needed
        }
    }
}
