package firsthour.web.cases;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// Second looks that wait for somebody, over all cases.
@Controller("/looks")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class LookListController {
    private final LookViews views;

    LookListController(LookViews views) {
        this.views = views;
    }

    @Get
    @View("cases/looks")
    LookView.Waiting list(SignedIn reader) {
        return views.waiting(reader);
    }

    /// How many wait for the reader, for a page that is open.
    @Get("/count")
    @View("cases/lookcount")
    LookView.Count count(SignedIn reader) {
        return new LookView.Count(views.count(reader));
    }
}
