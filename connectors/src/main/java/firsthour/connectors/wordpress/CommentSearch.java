package firsthour.connectors.wordpress;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Slices.Slice;
import firsthour.http.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks one site for one phrase in one slice of time. A slice that fills a page is asked for in
/// smaller parts, so that no page shifts while it is read.
final class CommentSearch {
    static final int PAGE = 100;

    private final Site site;
    private final CommentReader reader;

    CommentSearch(Site site, CommentReader reader) {
        this.site = site;
        this.reader = reader;
    }

    /// The site looks for the very characters, so it is asked for one word and the phrase is looked
    /// for here.
    Slice slice(String phrase, long start, long end, boolean divisible) {
        Optional<String> word = Phrase.longestWord(phrase);
        return word.isPresent()
                ? slice(new Phrase(phrase), word.get(), start, end, divisible)
                : new Slice.Complete(List.of(), List.of(), Budget.UNSAID);
    }

    /// Both times are outside of what is asked for. Without their `Z` the site would take them for
    /// its own zone's.
    private Slice slice(Phrase phrase, String word, long start, long end, boolean divisible) {
        var reply =
                site.list(query ->
                        query.with("search", word)
                                .with("after", Instant.ofEpochSecond(start - 1).toString())
                                .with("before", Instant.ofEpochSecond(end).toString())
                                .with("per_page", PAGE));
        return switch (reply) {
            case Json.Reply.Refused<Comment[]>(Refusal why, Budget left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Comment[]>(Comment[] found, Answer answer, Budget left) -> {
                if (divisible && (found.length >= PAGE || hasMorePages(answer))) {
                    yield new Slice.TooMany();
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                reader.read(List.of(found), phrase, posts, rejected);
                yield new Slice.Complete(posts, rejected, left);
            }
        };
    }

    /// A page may be short because it lacks what this reader may not see.
    private static boolean hasMorePages(Answer answer) {
        return answer.find("x-wp-totalpages").filter(pages -> !pages.matches("[01]")).isPresent();
    }
}
