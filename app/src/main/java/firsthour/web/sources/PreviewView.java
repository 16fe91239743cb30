package firsthour.web.sources;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.connectors.Post;
import firsthour.intake.Preview;
import firsthour.language.RefusalWords;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source would bring, for a person who is about to add it.
///
/// @param works whether the network answered
/// @param words what came of the test, a sentence or two
@Introspected
public record PreviewView(boolean works, String words, List<Shown> posts) {
    private static final int LONGEST = 280;

    /// A post that would come.
    ///
    /// @param author null where the network does not say
    public record Shown(@Nullable String author, String text, Instant publishedAt) {}

    static PreviewView of(Preview.Seen seen) {
        return switch (seen) {
            case Preview.Seen.Posts(var newest, int found, boolean more, var cost) ->
                    new PreviewView(
                            true,
                            words(found, more)
                                    + (cost.isEmpty()
                                            ? ""
                                            : " " + t("This look cost {0} at most.", cost)),
                            newest.stream().map(PreviewView::shown).toList());
            case Preview.Seen.Nothing(var trouble, var detail) ->
                    problem(
                            trouble.title()
                                    + ": "
                                    + sentence(RefusalWords.say(detail))
                                    + (trouble.passes() ? "" : " " + trouble.remedy()));
        };
    }

    /// Nothing could be asked.
    static PreviewView problem(String words) {
        return new PreviewView(false, words, List.of());
    }

    private static String words(int found, boolean more) {
        if (found == 0) {
            return more
                    ? t("It works. Nothing was found yet in what was looked through so far.")
                    : t("It works, and there is nothing to find right now.");
        }
        return more
                ? count(
                        found,
                        "It works: {0} post and more. The newest that would come:",
                        "It works: {0} posts and more. The newest that would come:")
                : count(
                        found,
                        "It works: {0} post. The newest that would come:",
                        "It works: {0} posts. The newest that would come:");
    }

    private static Shown shown(Post post) {
        var text = post.title().map(title -> title + ". ").orElse("") + post.text();
        return new Shown(
                post.author().map(author -> author.name().orElse(author.handle())).orElse(null),
                text.codePointCount(0, text.length()) <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…",
                post.publishedAt());
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
