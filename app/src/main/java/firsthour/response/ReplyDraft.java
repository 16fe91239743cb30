package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person enters about a reply that they have posted.
///
/// @param url where it can be read, as it was typed; may be blank
/// @param postedAt when it became public
public record ReplyDraft(String text, String url, Instant postedAt) {
    static final int MOST_TEXT = 20_000;
    static final int MOST_URL = 2048;

    public ReplyDraft {
        text = text.strip();
        url = url.strip();
    }

    /// What is wrong with one field, for the person who typed it.
    ///
    /// @param field `text`, `url` or `postedAt`
    public record Problem(String field, String words) {}

    /// Checks all fields.
    ///
    /// @param publishedAt when the customer's post was published
    /// @param notBefore when the present episode began, for a reopened case
    List<Problem> problems(Instant now, Instant publishedAt, Optional<Instant> notBefore) {
        var problems = new ArrayList<Problem>();
        if (text.isEmpty()) {
            problems.add(new Problem("text", t("Enter the words that you have posted.")));
        } else if (text.length() > MOST_TEXT) {
            problems.add(
                    new Problem(
                            "text",
                            t(
                                    "The text is too long: {0} of {1} characters.",
                                    number(text.length()), number(MOST_TEXT))));
        }
        if (!url.isEmpty() && !isWebAddress(url)) {
            problems.add(
                    new Problem(
                            "url",
                            t("Enter a link that begins with http:// or https://, or none.")));
        }
        var posted = new EnteredTime(postedAt);
        if (posted.hasNotCome(now)) {
            problems.add(
                    new Problem(
                            "postedAt",
                            t("This time has not come yet. Enter when you posted it.")));
        } else if (posted.isBefore(publishedAt)) {
            problems.add(
                    new Problem(
                            "postedAt", t("This time is before the customer wrote. Correct it.")));
        } else if (notBefore.filter(posted::isBefore).isPresent()) {
            problems.add(
                    new Problem(
                            "postedAt",
                            t(
                                    "This time is before the case was reopened. Enter what was posted since.")));
        }
        return problems;
    }

    private static boolean isWebAddress(String text) {
        if (text.length() > MOST_URL) {
            return false;
        }
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
