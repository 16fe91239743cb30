package firsthour.web.queue;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Bulk;
import firsthour.triage.BulkDeed;
import firsthour.triage.BulkResult;
import firsthour.triage.DismissalReason;
import firsthour.triage.NoReplyReason;
import firsthour.web.cases.CaseParts;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The same deed on all cases that were chosen in the queue.
@Controller("/queue/bulk")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class BulkController {
    private static final Pattern PICK = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    private final Bulk bulk;
    private final Pages pages;

    BulkController(Bulk bulk, Pages pages) {
        this.bulk = bulk;
        this.pages = pages;
    }

    @Post
    HttpResponse<?> act(@Body BulkForm form, SignedIn reader) {
        var list = QueueQuery.parse(Pages.text(form.queue()));
        var deed = deed(form);
        if (deed.isEmpty()) {
            return pages.seeOther(
                    list.path(""),
                    Notice.problem(t("That cannot be done to many cases. Nothing was changed.")));
        }
        return switch (bulk.act(picked(form), deed.get(), CaseParts.actor(reader))) {
            case BulkResult.Refused refused ->
                    pages.seeOther(list.path(""), Notice.problem(refused.inWords()));
            case BulkResult.Done done -> pages.seeOther(list.path(""), notice(done, list, reader));
        };
    }

    /// What became of each case.
    @Get("/{id}")
    @View("queue/bulk")
    BulkView show(long id, SignedIn reader) {
        var done =
                bulk.find(id, reader.memberId())
                        .orElseThrow(() ->
                                new HttpStatusException(
                                        HttpStatus.NOT_FOUND, "Nothing is kept of that any more"));
        return new BulkView(
                done.inWords(),
                done.odd(),
                done.cases().stream()
                        .filter(one -> one.changed() && !done.odd().contains(one))
                        .map(BulkResult.One::caseId)
                        .toList());
    }

    @Post("/{id}/undo")
    HttpResponse<?> undo(long id, @QueryValue @Nullable String list, SignedIn reader) {
        var back = QueueQuery.parse(Pages.text(list)).path("");
        return switch (bulk.undo(id, CaseParts.actor(reader))) {
            case BulkResult.Refused refused ->
                    pages.seeOther(back, Notice.problem(refused.inWords()));
            case BulkResult.Done done ->
                    pages.seeOther(
                            back,
                            done.odd().isEmpty()
                                    ? Notice.done(done.inWords())
                                    : Notice.done(done.inWords()).withMore("/queue/bulk/" + id));
        };
    }

    private Notice notice(BulkResult.Done done, QueueQuery list, SignedIn reader) {
        var told =
                done.changed() == 0
                        ? unchanged(done, list, reader)
                        : Notice.done(done.inWords()).withUndo(undoing(done, list));
        return done.odd().isEmpty() ? told : told.withMore(path(done));
    }

    /// A second click changes nothing, and what the first one did can still be taken back.
    private Notice unchanged(BulkResult.Done done, QueueQuery list, SignedIn reader) {
        return bulk.findUndoable(reader.memberId())
                .map(before ->
                        Notice.problem(t("{0} Before that: {1}", done.inWords(), before.inWords()))
                                .withUndo(undoing(before, list)))
                .orElseGet(() -> Notice.problem(done.inWords()));
    }

    private static String path(BulkResult.Done done) {
        return "/queue/bulk/" + done.id();
    }

    private static String undoing(BulkResult.Done done, QueueQuery list) {
        return path(done) + "/undo?list=" + encoded(list);
    }

    private static List<Bulk.Picked> picked(BulkForm form) {
        return Objects.requireNonNullElse(form.pick(), List.<String>of()).stream()
                .flatMap(each -> PICK.matcher(each).results())
                .map(one ->
                        new Bulk.Picked(Long.parseLong(one.group(1)), Long.parseLong(one.group(2))))
                .toList();
    }

    /// A reason comes with its deed: so none can be forgotten.
    private static Optional<BulkDeed> deed(BulkForm form) {
        var asked = Pages.text(form.deed());
        return switch (asked) {
            case "claim" -> Optional.of(new BulkDeed.Claim());
            case "release" -> Optional.of(new BulkDeed.Release());
            default ->
                    reason(DismissalReason.values(), "dismiss-", asked)
                            .<BulkDeed>map(
                                    reason -> new BulkDeed.Dismiss(reason, Pages.text(form.note())))
                            .or(() ->
                                    reason(NoReplyReason.values(), "leave-", asked)
                                            .map(BulkDeed.Leave::new));
        };
    }

    private static <R extends Enum<R>> Optional<R> reason(R[] all, String deed, String asked) {
        return Arrays.stream(all).filter(one -> asked.equals(deed + one.name())).findFirst();
    }

    private static String encoded(QueueQuery list) {
        return URLEncoder.encode(list.text(), StandardCharsets.UTF_8);
    }
}
