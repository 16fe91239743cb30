package firsthour.language;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language in which pages speak to their reader.
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    GERMAN("de", "Deutsch", Locale.GERMANY);

    /// Under which a sign-in holds what its member chose.
    public static final String CHOSEN = "language";

    private static final ScopedValue<Language> SPOKEN = ScopedValue.newInstance();
    private static final List<Locale> OFFERED =
            Arrays.stream(values()).map(each -> Locale.of(each.tag)).toList();

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As in `html lang`, and as it is stored.
    public String tag() {
        return tag;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// How it writes dates and numbers.
    public Locale locale() {
        return locale;
    }

    /// The language of a tag; empty when there is none of ours.
    public static Optional<Language> find(@Nullable String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    /// What is spoken here: what somebody [speaks][#say], else the language of the request that is
    /// answered. English on the command line and in jobs.
    public static Language current() {
        return SPOKEN.isBound()
                ? SPOKEN.get()
                : ServerRequestContext.currentRequest().map(Language::of).orElse(ENGLISH);
    }

    /// What a request is answered in: the member's choice, else what the browser asks for.
    public static Language of(HttpRequest<?> request) {
        return request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .map(authentication -> authentication.getAttributes().get(CHOSEN))
                .map(Language.class::cast)
                .orElseGet(() -> ofBrowser(request));
    }

    /// What a browser asks for; English when that is none of ours.
    public static Language ofBrowser(HttpRequest<?> request) {
        var wish = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return wish == null ? ENGLISH : ofWish(wish);
    }

    /// What comes of saying something in this language.
    public <T, X extends Throwable> T say(ScopedValue.CallableOp<T, X> words) throws X {
        return ScopedValue.where(SPOKEN, this).call(words);
    }

    private static Language ofWish(String wish) {
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(wish), OFFERED);
            return found == null ? ENGLISH : find(found.getLanguage()).orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            // Whoever sends what is no list of languages gets the page all the same.
            return ENGLISH;
        }
    }
}
