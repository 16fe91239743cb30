package firsthour.connectors.woocommerce;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PlainText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of reviews.
final class ReviewReader {
    private ReviewReader() {}

    static void read(List<Review> reviews, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Review review : reviews) {
            find(review)
                    .ifPresentOrElse(
                            posts::add,
                            () -> {
                                String where =
                                        review.id() == null ? "a review" : "review " + review.id();
                                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
                            });
        }
    }

    /// Finds the post in a review; empty where it has no id or no time.
    static Optional<Post> find(Review review) {
        return Optional.ofNullable(review.id())
                .flatMap(id -> time(review.date()).map(at -> post(review, id, at)));
    }

    /// What it is about is its title: a review of one word says little without it.
    private static Post post(Review review, long id, Instant writtenAt) {
        return new Post(
                        Long.toString(id),
                        Addresses.find(review.page()).flatMap(page -> within(page, id)),
                        line(review.product()),
                        PlainText.ofHtml(review.text() == null ? "" : review.text()),
                        line(review.reviewer())
                                .map(name ->
                                        new Post.Author(
                                                name,
                                                Optional.empty(),
                                                Optional.empty(),
                                                OptionalLong.empty())),
                        Optional.empty(),
                        rating(review.rating()),
                        Optional.empty(),
                        writtenAt,
                        Optional.empty())
                .writtenAs(review.text());
    }

    /// A review stands on its product's page, at an anchor of its own.
    private static Optional<URI> within(URI page, long id) {
        return page.getRawFragment() == null
                ? Addresses.find(page + "#comment-" + id)
                : Optional.of(page);
    }

    private static OptionalInt rating(@Nullable Integer stars) {
        return stars == null || stars < 1 || stars > 5
                ? OptionalInt.empty()
                : OptionalInt.of(stars);
    }

    private static Optional<String> line(@Nullable String html) {
        return Optional.ofNullable(html).map(PlainText::lineOfHtml).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> time(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller rejects the review
        }
    }
}
