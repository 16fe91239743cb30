package firsthour.web.shell;

import firsthour.security.ApiPath;
import firsthour.security.Refusals;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers every error: with a page for people, with JSON for scripts, in the same words.
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<Object> {
    private static final Set<MediaType> PAGES =
            Set.of(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_XHTML_TYPE);

    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final Shells shells;
    private final ErrorResponseProcessor<Object> programs;

    /// @param programs answers where no page is
    Problems(
            HtmlJteViewsRenderer<Map<String, Object>> templates,
            Shells shells,
            @Named("programs") ErrorResponseProcessor<Object> programs) {
        this.templates = templates;
        this.shells = shells;
        this.programs = programs;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        if (databaseIsAway(context.getRootCause().orElse(null))) {
            response.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (ApiPath.holds(request)) {
            return programs.processResponse(context, response);
        }
        var page = ProblemWords.of(response.code(), request, Refusals.staleForm(request));
        MutableHttpResponse<Object> answer = response.body((Object) null);
        if (request.getMethod() == HttpMethod.HEAD) {
            return answer;
        }
        if (wantsPage(request)) {
            return answer.body((Object) render(page, request))
                    .contentType(MediaType.TEXT_HTML_TYPE);
        }
        var errors =
                response.code() < 500
                        ? context.getErrors().stream().map(Error::getMessage).toList()
                        : List.<String>of();
        return answer.body(
                        (Object)
                                new Problem(
                                        response.reason(),
                                        response.code(),
                                        page.sentence(),
                                        errors))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private Writable render(ProblemView page, HttpRequest<?> request) {
        return templates.render(
                "page/problem", Map.of("page", page, "shell", shells.of(request)), request);
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return !request.getHeaders().contains("HX-Request")
                && request.accept().stream().anyMatch(PAGES::contains);
    }

    private static boolean databaseIsAway(@Nullable Throwable cause) {
        for (var t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException
                    || t instanceof SQLNonTransientConnectionException
                    || t instanceof SQLRecoverableException) {
                return true;
            }
        }
        return false;
    }
}
