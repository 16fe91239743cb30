package firsthour.web.cases;

import firsthour.web.shell.Pages;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reply as it is typed.
///
/// @param version of the case, as the person saw it
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param postedAt date and time in the reader's zone
/// @param draft version of the draft that the person's window shows; 0 for none
/// @param reasons why findings are let stand, by their keys
public record ReplyForm(
        long version,
        @Nullable String queue,
        String text,
        String url,
        String postedAt,
        long draft,
        Map<String, String> reasons) {
    /// Before the key of a finding, in the names of fields.
    static final String WAIVE = "waive.";

    public ReplyForm {
        reasons = Map.copyOf(reasons);
    }

    /// The form by its fields, of which there are as many as there are findings.
    public static ReplyForm of(Map<String, String> fields) {
        var reasons = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(WAIVE) && !value.isBlank()) {
                reasons.put(name.substring(WAIVE.length()), value);
            }
        });
        return new ReplyForm(
                number(fields, "version"),
                fields.get("queue"),
                Pages.text(fields.get("text")).replace("\r\n", "\n"),
                Pages.text(fields.get("url")),
                Pages.text(fields.get("postedAt")),
                fields.containsKey("draft") ? number(fields, "draft") : 0,
                reasons);
    }

    /// When it was posted, as it was typed; empty where that is no time.
    public Optional<Instant> postedAt(ZoneId zone) {
        return CasePanelsController.parse(postedAt).map(it -> it.atZone(zone).toInstant());
    }

    static long number(Map<String, String> fields, String name) {
        try {
            return Long.parseLong(Pages.text(fields.get(name)));
        } catch (NumberFormatException _) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST, "The form lacks the number “" + name + "”");
        }
    }
}
