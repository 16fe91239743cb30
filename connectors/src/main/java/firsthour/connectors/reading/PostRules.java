package firsthour.connectors.reading;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The rules that every post obeys, whatever it came through. A post that cannot be stored or was
/// dated by a broken clock is rejected; what is merely too long beside the text is cut or left out.
public final class PostRules {
    /// Characters of a post's text. Nobody complains at greater length; what is longer is a file.
    public static final int MAX_TEXT = 100_000;

    /// Characters of a post's markup, which is left out when it is longer.
    public static final int MAX_MARKUP = 4 * MAX_TEXT;

    public static final int MAX_TITLE = 1_000;
    public static final int MAX_URL = 2_048;
    public static final int MAX_NAME = 190;
    public static final int MAX_LANGUAGE = 35;
    public static final int MAX_REPLY_KEY = 255;
    private static final int MAX_NETWORK_ID = Post.MAX_ID_LENGTH - 15;

    /// How far a network's clock may be ahead of ours, or its local time of UTC. Such a post is
    /// dated when it was read: nothing is read before it was written.
    public static final Duration AHEAD = Duration.ofHours(24);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final InstantSource clock;

    public PostRules(InstantSource clock) {
        this.clock = clock;
    }

    /// What became of a post.
    public sealed interface Verdict {
        record Fit(Post post) implements Verdict {}

        record Unfit(Pull.Rejected rejected) implements Verdict {}
    }

    /// Judges a post.
    ///
    /// @param where what finds it again, for a rejection
    public Verdict judge(String where, Post post) {
        String text = PlainText.clean(post.text()).strip();
        Optional<String> objection = objection(text, post);
        return objection.isPresent()
                ? new Verdict.Unfit(new Pull.Rejected(where, objection.get()))
                : new Verdict.Fit(fitted(text, post));
    }

    /// Sorts posts into those that fit and those that are rejected.
    public void judge(String where, Post post, List<Post> fit, List<Pull.Rejected> unfit) {
        switch (judge(where, post)) {
            case Verdict.Fit(Post kept) -> fit.add(kept);
            case Verdict.Unfit(Pull.Rejected rejected) -> unfit.add(rejected);
        }
    }

    /// Finds a post as it is kept; empty where it does not fit.
    public Optional<Post> find(Post post) {
        return judge("", post) instanceof Verdict.Fit(Post kept)
                ? Optional.of(kept)
                : Optional.empty();
    }

    private Optional<String> objection(String text, Post post) {
        if (text.length() > MAX_TEXT) {
            return Optional.of(
                    "The text has "
                            + text.length()
                            + " characters, and a post has at most "
                            + MAX_TEXT
                            + ". Shorten it, or leave it out.");
        }
        if (text.isEmpty() && post.title().isEmpty() && post.rating().isEmpty()) {
            return Optional.of("There is neither a text nor a rating.");
        }
        if (post.publishedAt().isAfter(clock.instant().plus(AHEAD))) {
            return Optional.of(
                    "It is dated "
                            + post.publishedAt()
                            + ", more than a day in the future. Correct the date.");
        }
        if (post.publishedAt().isBefore(EARLIEST)) {
            return Optional.of(
                    "It is dated " + post.publishedAt() + ", before the web. Correct the date.");
        }
        return Optional.empty();
    }

    private Post fitted(String text, Post post) {
        Instant now = clock.instant();
        Instant publishedAt = post.publishedAt().isAfter(now) ? now : post.publishedAt();
        return new Post(
                post.externalId(),
                post.url().filter(PostRules::isLink),
                post.title()
                        .map(title -> PlainText.cut(PlainText.clean(title).strip(), MAX_TITLE))
                        .filter(title -> !title.isEmpty()),
                text,
                post.author().flatMap(PostRules::fitted),
                post.language().filter(tag -> tag.length() <= MAX_LANGUAGE),
                post.rating(),
                post.inReplyTo().filter(key -> key.length() <= MAX_REPLY_KEY),
                publishedAt,
                post.editedAt().filter(edit -> edit.isAfter(publishedAt)),
                post.own(),
                post.reposts(),
                post.markup().map(PlainText::clean).filter(m -> m.length() <= MAX_MARKUP));
    }

    private static Optional<Post.Author> fitted(Post.Author author) {
        String handle = PlainText.cut(PlainText.clean(author.handle()).strip(), MAX_NAME);
        Optional<String> name =
                author.name().map(n -> PlainText.cut(PlainText.clean(n).strip(), MAX_NAME));
        return handle.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Post.Author(
                                handle,
                                name.filter(n -> !n.isEmpty()),
                                author.url().filter(PostRules::isLink),
                                author.followers()));
    }

    /// The id that a network gives; empty where it is none, or too long to be kept with what an
    /// answer's id has behind it.
    public static Optional<String> findId(@Nullable String id) {
        return Optional.ofNullable(id)
                .filter(given -> !given.isBlank() && given.length() <= MAX_NETWORK_ID);
    }

    /// The stars that a network gives; empty where there are not 1 to 5.
    public static OptionalInt findStars(@Nullable Integer stars) {
        return stars == null || stars < 1 || stars > 5
                ? OptionalInt.empty()
                : OptionalInt.of(stars);
    }

    /// Whether a person may be sent there: http or https with a host, and not too long to keep.
    public static boolean isLink(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme())
                        || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.toString().length() <= MAX_URL;
    }
}
