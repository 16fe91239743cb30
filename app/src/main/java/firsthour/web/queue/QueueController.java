package firsthour.web.queue;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.queue.QueueView.Rows;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The cases that wait.
@Controller("/queue")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class QueueController {
    private final QueueViews views;
    private final KeptViews kept;
    private final Pages pages;

    QueueController(QueueViews views, KeptViews kept, Pages pages) {
        this.views = views;
        this.kept = kept;
        this.pages = pages;
    }

    /// The list, and the case that is read beside it.
    ///
    /// @param view a view whose filters are shown instead; its address stays plain filters
    @Get
    HttpResponse<?> show(
            @QueryValue @Nullable String brand,
            @QueryValue @Nullable String tab,
            @QueryValue @Nullable String kind,
            @QueryValue("q") @Nullable String words,
            @QueryValue @Nullable String after,
            @QueryValue("case") @Nullable String open,
            @QueryValue @Nullable String view,
            SignedIn reader) {
        if (view != null) {
            return kept.find(view, reader)
                    .<HttpResponse<?>>map(found -> Pages.seeOther(found.path("")))
                    .orElseGet(() ->
                            pages.seeOther(
                                    "/queue",
                                    Notice.problem(
                                            t(
                                                    "That view is gone, or is shared with other people. This is the whole queue."))));
        }
        var query = QueueQuery.of(brand, tab, kind, words);
        return HttpResponse.ok(
                new ModelAndView<>(
                        "queue/queue", views.page(query, after, QueueQuery.number(open), reader)));
    }

    /// The rows that follow, for the end of a list that is open.
    @Get("/rows")
    @View("queue/rows")
    Rows rows(
            @QueryValue @Nullable String brand,
            @QueryValue @Nullable String tab,
            @QueryValue @Nullable String kind,
            @QueryValue("q") @Nullable String words,
            @QueryValue @Nullable String after,
            SignedIn reader) {
        return views.rows(QueueQuery.of(brand, tab, kind, words), after, reader);
    }

    /// How many cases were opened since the list was read; nothing when so many were told already.
    @Get("/news")
    HttpResponse<?> news(
            @QueryValue @Nullable String brand,
            @QueryValue @Nullable String tab,
            @QueryValue @Nullable String kind,
            @QueryValue("q") @Nullable String words,
            @QueryValue Instant since,
            @QueryValue(defaultValue = "0") int told,
            SignedIn reader) {
        var news = views.news(QueueQuery.of(brand, tab, kind, words), since, reader);
        return news.told() == told
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>("queue/news", news));
    }
}
