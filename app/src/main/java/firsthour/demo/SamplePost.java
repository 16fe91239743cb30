package firsthour.demo;

import firsthour.connectors.Post;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A line of `demo/posts.jsonl`.
///
/// @param age how long before the demo was loaded it was published
/// @param source which of the sample's sources it came through, where not the network's first
/// @param seenAfter how long it took to be detected, where the story needs a certain time
/// @param link the sample post whose link this one has, when it is a copy
/// @param edit how it read later
record SamplePost(
        String id,
        String network,
        Duration age,
        String text,
        @Nullable String source,
        @Nullable Duration seenAfter,
        @Nullable String link,
        @Nullable String author,
        @Nullable String name,
        @Nullable Long followers,
        @Nullable String title,
        @Nullable Integer rating,
        @Nullable String lang,
        @Nullable String inReplyTo,
        @Nullable Edit edit) {

    /// @param after how long after the first version
    record Edit(Duration after, String text, @Nullable Integer rating) {}

    /// The key of the source that it came through.
    String sourceKey() {
        return source == null ? network : source;
    }

    /// How long it took to be detected: now and then longer, always the same for one post.
    Duration lag() {
        if (seenAfter != null) {
            return seenAfter;
        }
        var chance = Math.floorMod(id.hashCode() * 31, 997) / 997.0;
        return switch (network) {
            case "mastodon" -> seconds(40, 200, chance);
            case "hackernews" -> seconds(120, 700, chance);
            default -> seconds(400, 2400, chance);
        };
    }

    /// Mostly near the least.
    private static Duration seconds(int least, int most, double chance) {
        return Duration.ofSeconds(least + (long) ((most - least) * chance * chance));
    }

    Instant publishedAt(Instant loadedAt) {
        return loadedAt.minus(age);
    }

    Instant detectedAt(Instant loadedAt) {
        return publishedAt(loadedAt).plus(lag());
    }

    /// The first version.
    Post first(Instant loadedAt) {
        return version(loadedAt, text, rating, Optional.empty());
    }

    /// The later version.
    Post edited(Edit by, Instant loadedAt) {
        return version(loadedAt, by.text(), by.rating(), Optional.of(editedAt(by, loadedAt)));
    }

    Instant editedAt(Edit by, Instant loadedAt) {
        return publishedAt(loadedAt).plus(by.after());
    }

    private Post version(
            Instant loadedAt, String words, @Nullable Integer stars, Optional<Instant> editedAt) {
        return new Post(
                id,
                Optional.of(address(link == null ? id : link)),
                Optional.ofNullable(title),
                words,
                Optional.ofNullable(author).map(this::named),
                Optional.ofNullable(lang),
                stars == null ? OptionalInt.empty() : OptionalInt.of(stars),
                Optional.ofNullable(inReplyTo).map(answered -> address(answered).toString()),
                publishedAt(loadedAt),
                editedAt);
    }

    private Post.Author named(String handle) {
        return new Post.Author(
                handle,
                Optional.ofNullable(name),
                Optional.empty(),
                followers == null ? OptionalLong.empty() : OptionalLong.of(followers));
    }

    /// Names under `.example` belong to nobody: the links lead nowhere.
    private URI address(String post) {
        return URI.create("https://%s.example/%s".formatted(network, post));
    }
}
