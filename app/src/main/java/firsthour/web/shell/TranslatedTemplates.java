package firsthour.web.shell;

import firsthour.language.Language;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ViewsConfiguration;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.micronaut.views.jte.JteViewsRendererConfiguration;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Speaks the language of the request while a template writes, which happens later and on whatever
/// thread writes the answer.
@Singleton
@Replaces(HtmlJteViewsRenderer.class)
@Produces(MediaType.TEXT_HTML)
class TranslatedTemplates<T> extends HtmlJteViewsRenderer<T> {
    TranslatedTemplates(ViewsConfiguration views, JteViewsRendererConfiguration templates) {
        super(views, templates);
    }

    @Override
    public Writable render(String view, @Nullable T model, @Nullable HttpRequest<?> request) {
        var page = super.render(view, model, request);
        var language = request == null ? Language.current() : Language.of(request);
        return out ->
                language.say(() -> {
                    page.writeTo(out);
                    return out;
                });
    }
}
