package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Merging;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Case;
import firsthour.triage.Outcome;
import firsthour.triage.Splitting;
import firsthour.web.cases.CaseAnswers.Asked;
import io.micronaut.http.HttpRequest;
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
import java.util.List;

/// Makes one case of two, and two of one.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class MergeController {
    private final Merging merging;
    private final Splitting splitting;
    private final CasePages pages;
    private final CaseAnswers answers;

    MergeController(Merging merging, Splitting splitting, CasePages pages, CaseAnswers answers) {
        this.merging = merging;
        this.splitting = splitting;
        this.pages = pages;
        this.answers = answers;
    }

    /// Answers with the case that stays, whichever of both it is.
    @Post("/merge")
    HttpResponse<?> merge(long id, @Body MergeForm form, SignedIn reader, HttpRequest<?> request) {
        pages.requireCase(id);
        var pair = form.pair(id);
        var outcome = merging.merge(pair, CaseParts.actor(reader));
        long shown = outcome instanceof Outcome.Done(Case stays) ? stays.id() : id;
        return answers.to(
                Asked.of(request, shown, reader, form.queue()),
                outcome,
                t(
                        "Merged: case {0} is part of case {1} now.",
                        shown == id ? pair.otherId() : id, shown),
                true,
                Panels.merging(form, pages.now(reader)));
    }

    @Post("/split-back")
    HttpResponse<?> splitBack(
            long id, @Body SplitBackForm form, SignedIn reader, HttpRequest<?> request) {
        pages.requireCase(id);
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                merging.splitBack(id, form.version(), form.merged(), CaseParts.actor(reader)),
                t("Split back: case {0} stands as before.", form.merged()),
                false);
    }

    @Post("/split")
    HttpResponse<?> split(long id, @Body SplitForm form, SignedIn reader, HttpRequest<?> request) {
        pages.requireCase(id);
        var mentions = form.mention() == null ? List.<Long>of() : form.mention();
        var outcome = splitting.split(id, form.version(), CaseParts.actor(reader), mentions);
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                outcome,
                outcome instanceof Outcome.Done(Case opened)
                        ? t("Taken out: they are case {0} now.", opened.id())
                        : "",
                false);
    }
}
