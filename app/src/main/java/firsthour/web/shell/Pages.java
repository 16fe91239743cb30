package firsthour.web.shell;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The two answers to a form: on to a page, or the form again.
@Singleton
public final class Pages {
    private final Notices notices;

    Pages(Notices notices) {
        this.notices = notices;
    }

    /// What came in a field of a form; empty where nothing did.
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /// On to a page of ours, which shows the notice.
    ///
    /// @param path of the application, with or without a query
    public MutableHttpResponse<?> seeOther(String path, Notice notice) {
        return seeOther(path).cookie(notices.carry(notice));
    }

    /// On to a page of ours.
    public static MutableHttpResponse<?> seeOther(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }

    /// The page again with what was typed and what is wrong with it: status 422.
    public static MutableHttpResponse<ModelAndView<Object>> again(String view, Object page) {
        return HttpResponse.<ModelAndView<Object>>status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(new ModelAndView<>(view, page));
    }
}
