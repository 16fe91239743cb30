package firsthour.web.cases;

import firsthour.security.SignedIn;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.views.ModelAndView;

/// What all have in common that show a part of a case and do something to it.
public final class CaseParts {
    private CaseParts() {}

    /// Who does it.
    public static Actor actor(SignedIn reader) {
        return new Actor(reader.memberId(), reader.role());
    }

    /// The case that is asked for.
    ///
    /// @throws HttpStatusException 404 where there is none
    public static Case known(Cases cases, long id) {
        return cases.find(id).orElseThrow(CaseParts::missing);
    }

    /// There is no such case.
    public static HttpStatusException missing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such case");
    }

    /// Whether the page that is open asks for a part of itself.
    public static boolean isInPlace(HttpRequest<?> request) {
        return request.getHeaders().contains("HX-Request");
    }

    /// The part: in place where that was asked for, else on a page of its own.
    ///
    /// @param panel template of the part alone
    /// @param page template of the whole page
    public static HttpResponse<?> shown(
            HttpStatus status, HttpRequest<?> request, String panel, String page, Object view) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>(isInPlace(request) ? panel : page, view));
    }
}
