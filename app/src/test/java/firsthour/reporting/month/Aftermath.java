package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came after our replies, and what several customers wrote about.
final class Aftermath {
    private Aftermath() {}

    /// When ratings were raised after our reply.
    static Stream<Instant> raised(Retold retold) {
        return retold.unmerged()
                .flatMap(story ->
                        written(retold, story)
                                .filter(post -> isRaised(story, post))
                                .map(post -> Objects.requireNonNull(post.edited())));
    }

    /// When kind words were said on a case after our reply.
    static Stream<Instant> thanked(Retold retold) {
        return retold.unmerged()
                .flatMap(story ->
                        written(retold, story)
                                .filter(Written::thanks)
                                .map(Written::published)
                                .filter(at -> isAfterWord(story, at)));
    }

    /// When a customer praised us elsewhere after our reply: once, of however many cases it tells.
    static Stream<Instant> praised(Retold retold) {
        return retold.unmerged()
                .flatMap(story ->
                        retold.customers(story)
                                .filter(post -> post.verdict().equals("PRAISE"))
                                .filter(post -> isAfterWord(story, post.published())))
                .distinct()
                .map(Written::published);
    }

    private static Stream<Written> written(Retold retold, Story story) {
        return story.mentions.stream().map(retold::written);
    }

    private static boolean isAfterWord(Story story, Instant at) {
        return story.firstWord().filter(at::isAfter).isPresent();
    }

    /// Whether there are more stars now than when we first said something.
    private static boolean isRaised(Story story, Written post) {
        var edited = post.edited();
        return edited != null
                && isAfterWord(story, edited)
                && post.ratings().stream()
                        .filter(rated -> isAfterWord(story, rated.until()))
                        .findFirst()
                        .filter(rated -> rated.stars() > 0 && post.rating() > rated.stars())
                        .isPresent();
    }

    /// The five biggest causes of some cases, told of by more than one voice.
    static Stream<String> causes(Stream<Story> stories) {
        record Cause(long id, long voices, List<Story> of) {}
        return stories
                .filter(story -> story.cause != null)
                .collect(
                        Collectors.groupingBy(
                                story -> Objects.requireNonNull(story.cause),
                                TreeMap::new,
                                Collectors.toList()))
                .entrySet()
                .stream()
                .map(cause ->
                        new Cause(
                                cause.getKey(),
                                cause.getValue().stream()
                                        .map(story ->
                                                story.opening.network() + story.opening.author())
                                        .distinct()
                                        .count(),
                                cause.getValue()))
                .filter(cause -> cause.voices() > 1)
                .sorted(
                        Comparator.comparing((Cause cause) -> -cause.voices())
                                .thenComparing(Cause::id))
                .limit(5)
                .map(cause ->
                        Told.cause(
                                cause.id(),
                                cause.voices(),
                                cause.of().stream()
                                        .filter(story -> story.now().answered().isPresent())
                                        .count(),
                                cause.of().size()));
    }
}
