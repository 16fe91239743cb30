package firsthour.web.day;

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

/// What waits for whoever reads.
@Controller("/my-day")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class DayController {
    private final DayViews views;

    DayController(DayViews views) {
        this.views = views;
    }

    @Get
    @View("day/day")
    DayView show(SignedIn reader) {
        return views.of(reader);
    }
}
