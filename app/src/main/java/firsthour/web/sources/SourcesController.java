package firsthour.web.sources;

import firsthour.intake.SourceHealth;
import firsthour.security.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;

/// Where Firsthour listens, and how each source is doing.
@Controller("/sources")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SourcesController {
    private final SourceHealth health;

    SourcesController(SourceHealth health) {
        this.health = health;
    }

    @Get
    @View("sources/list")
    SourcesView list() {
        return new SourcesView(health.list());
    }
}
