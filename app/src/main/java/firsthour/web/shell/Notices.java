package firsthour.web.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import firsthour.security.CookieNames;
import firsthour.security.SignedText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Carries a notice to the next page in a cookie, signed so that nobody else's words are shown as
/// ours.
@Singleton
final class Notices {
    private static final String PURPOSE = "notice";
    private static final String SHOWN = "firsthour.notice.shown";
    private static final long SECONDS = 60;

    private final SignedText signedText;
    private final ObjectMapper json;
    private final String cookie;

    Notices(SignedText signedText, ObjectMapper json, CookieNames names) {
        this.signedText = signedText;
        this.json = json;
        this.cookie = names.of(PURPOSE);
    }

    Cookie carry(Notice notice) {
        try {
            return cookie(signedText.sign(PURPOSE, json.writeValueAsString(notice)))
                    .maxAge(SECONDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice can be written", e);
        }
    }

    /// The notice that came with a request. It is gone with the answer.
    Optional<Notice> take(HttpRequest<?> request) {
        var found = request.getCookies().findCookie(cookie);
        found.ifPresent(_ -> request.setAttribute(SHOWN, true));
        return found.flatMap(value -> signedText.verify(PURPOSE, value.getValue())).map(this::read);
    }

    /// The cookie that ends a notice which the answer shows.
    Optional<Cookie> spent(HttpRequest<?> request) {
        return request.getAttribute(SHOWN, Boolean.class).map(_ -> cookie("").maxAge(0));
    }

    private Notice read(String text) {
        try {
            return json.readValue(text, Notice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("We signed a notice that cannot be read", e);
        }
    }

    private Cookie cookie(String value) {
        return Cookie.of(cookie, value).path("/").httpOnly(true).sameSite(SameSite.Lax);
    }
}
