package firsthour.web.shell;

import firsthour.security.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

/// The day begins at the queue.
@Controller("/")
@Secured(Roles.VIEWER_OR_ABOVE)
final class HomeController {
    @Get
    HttpResponse<?> home() {
        return Pages.seeOther(Section.QUEUE.path());
    }
}
