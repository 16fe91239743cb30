package firsthour.web.queue;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.SavedView.Change;
import firsthour.triage.SavedViews;
import firsthour.web.cases.CaseParts;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Keeps filters of the queue under a name.
@Controller("/queue/views")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ViewsController {
    private final SavedViews saved;
    private final QueueViews views;
    private final Pages pages;

    ViewsController(SavedViews saved, QueueViews views, Pages pages) {
        this.saved = saved;
        this.views = views;
        this.pages = pages;
    }

    @Post
    HttpResponse<?> save(@Body ViewForm form, SignedIn reader) {
        var query = filters(form);
        return answer(
                saved.save(
                        Pages.text(form.name()), query.text(), team(form), CaseParts.actor(reader)),
                form,
                reader,
                it -> t("Kept as “{0}”.", it));
    }

    @Post("/{id}")
    HttpResponse<?> change(long id, @Body ViewForm form, SignedIn reader) {
        return answer(
                saved.change(
                        id,
                        version(form),
                        Pages.text(form.name()),
                        team(form),
                        CaseParts.actor(reader)),
                form,
                reader,
                it -> t("Kept as “{0}”.", it));
    }

    @Post("/{id}/remove")
    HttpResponse<?> remove(long id, @Body ViewForm form, SignedIn reader) {
        return answer(
                saved.remove(id, version(form), CaseParts.actor(reader)),
                form,
                reader,
                it -> t("“{0}” is removed. The cases stay.", it));
    }

    private HttpResponse<?> answer(
            Change change, ViewForm form, SignedIn reader, UnaryOperator<String> done) {
        var query = filters(form);
        return switch (change) {
            case Change.Done(var view) ->
                    pages.seeOther(query.path(""), Notice.done(done.apply(view.name())));
            case Change.Refused(String message) ->
                    Pages.again(
                            "queue/queue",
                            views.page(
                                    query, null, null, reader, Pages.text(form.name()), message));
        };
    }

    private static QueueQuery filters(ViewForm form) {
        return QueueQuery.parse(Pages.text(form.filters()));
    }

    private static long version(ViewForm form) {
        return Objects.requireNonNullElse(form.version(), 0L);
    }

    private static Optional<Long> team(ViewForm form) {
        return Optional.ofNullable(QueueQuery.number(form.team()));
    }
}
