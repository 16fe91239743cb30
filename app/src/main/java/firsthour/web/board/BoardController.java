package firsthour.web.board;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;

/// How the desk stands, for managers.
@Controller("/board")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class BoardController {
    private final BoardViews views;

    BoardController(BoardViews views) {
        this.views = views;
    }

    @Get
    @View("board/board")
    BoardView show(SignedIn reader) {
        return views.of(reader);
    }

    /// The board alone, where it differs from what the page shows; else nothing.
    @Get("/now")
    HttpResponse<?> now(@QueryValue(defaultValue = "") String seen, SignedIn reader) {
        var board = views.of(reader);
        return board.seen().equals(seen)
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>("board/body", board));
    }
}
