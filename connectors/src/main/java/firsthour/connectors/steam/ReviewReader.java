package firsthour.connectors.steam;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes a post of each review, and one of the developer's response to it.
final class ReviewReader {
    private static final String COMMUNITY = "https://steamcommunity.com/profiles/";

    private final String app;

    ReviewReader(String app) {
        this.app = app;
    }

    void read(List<Reviews.Review> reviews, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Reviews.Review review : reviews) {
            Optional<String> id = PostRules.findId(review.id());
            Optional<Instant> created = Times.ofSeconds(review.created());
            if (id.isEmpty() || created.isEmpty()) {
                String where = id.map(known -> "review " + known).orElse("a review");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else {
                Post post = post(review, id.get(), created.get());
                posts.add(post);
                response(review, post).ifPresent(posts::add);
            }
        }
    }

    private Post post(Reviews.Review review, String id, Instant created) {
        return new Post(
                        id,
                        Optional.ofNullable(review.author()).flatMap(this::page),
                        Optional.empty(),
                        BbCode.text(orEmpty(review.text())),
                        Optional.ofNullable(review.author()).flatMap(ReviewReader::author),
                        Languages.find(review.language()),
                        review.up() == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(review.up() ? 5 : 1),
                        Optional.empty(),
                        created,
                        Times.ofSeconds(review.updated())
                                .filter(updated -> updated.isAfter(created)))
                .writtenAs(review.text());
    }

    private static Optional<Post> response(Reviews.Review review, Post answered) {
        String text = BbCode.text(orEmpty(review.response()));
        Optional<Instant> responded = Times.ofSeconds(review.responded());
        if (text.isEmpty() || responded.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Post(
                                answered.externalId() + "/response",
                                answered.url(),
                                Optional.empty(),
                                text,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of(answered.externalId()),
                                responded.get(),
                                Optional.empty())
                        .byTheBrand()
                        .writtenAs(review.response()));
    }

    /// A person writes one review of an app, so it has the person's address.
    private Optional<URI> page(Reviews.Author author) {
        return id(author).map(id -> URI.create(COMMUNITY + id + "/recommended/" + app + "/"));
    }

    private static Optional<Post.Author> author(Reviews.Author author) {
        return id(author)
                .map(id ->
                        new Post.Author(
                                id,
                                Optional.empty(),
                                Optional.of(URI.create(COMMUNITY + id)),
                                OptionalLong.empty()));
    }

    private static Optional<String> id(Reviews.Author author) {
        return Optional.ofNullable(author.id()).filter(id -> id.matches("[0-9]{1,20}"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
