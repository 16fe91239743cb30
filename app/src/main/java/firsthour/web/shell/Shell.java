package firsthour.web.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.language.Language;
import firsthour.language.Texts;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the frame of every page needs; templates get it as the parameter `shell`.
///
/// @param signedIn null on pages that are open to all
/// @param path of the address that was asked for, without its query
/// @param csrf what each form carries back in the field `csrfToken`
/// @param notice shown once, null when there is none
/// @param now one instant for the whole page, so that its times agree
/// @param sample whether this node shows the sample: every page says so
public record Shell(
        @Nullable SignedIn signedIn,
        String path,
        String csrf,
        @Nullable Notice notice,
        Instant now,
        boolean sample) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Section> NAVIGATION =
            Arrays.stream(Section.values()).filter(s -> s != Section.ACCOUNT).toList();

    /// In which the page is written.
    public Language language() {
        return Language.current();
    }

    /// What scripts say, as JSON; null where it is English, as they have it.
    public @Nullable String scriptTexts() {
        var texts = Texts.ofScripts();
        try {
            return texts.isEmpty() ? null : JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }

    /// In which the reader reads times; UTC for somebody who is not signed in.
    public ZoneId zone() {
        return signedIn == null ? ZoneOffset.UTC : signedIn.zone();
    }

    /// Whether the reader may do what asks for the role; false when not signed in.
    public boolean may(Role role) {
        return signedIn != null && signedIn.may(role);
    }

    /// What the navigation shows to the reader; empty when not signed in.
    public List<Section> navigation() {
        return NAVIGATION.stream().filter(section -> may(section.needed())).toList();
    }

    /// For `aria-current`: "page" in the section that is open, else null.
    public @Nullable String current(Section section) {
        return section.holds(path) ? "page" : null;
    }

    /// What htmx sends along with each request.
    public String htmxHeaders() {
        return "{\"X-CSRF-TOKEN\":\"" + csrf + "\"}";
    }
}
