package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Handovers;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.shell.Pages;
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

/// Hands a case over, or asks somebody about it.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class OwnershipController {
    private final Handovers handovers;
    private final CasePages pages;
    private final CaseAnswers answers;

    OwnershipController(Handovers handovers, CasePages pages, CaseAnswers answers) {
        this.handovers = handovers;
        this.pages = pages;
        this.answers = answers;
    }

    @Post("/handover")
    HttpResponse<?> offer(
            long id, @Body ColleagueForm form, SignedIn reader, HttpRequest<?> request) {
        var typed = Panels.words(Deed.HANDOVER, form, pages.now(reader));
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.offer(
                        id, form.version(), CaseParts.actor(reader), form.member(), typed.note()),
                t("Offered. The case stays where it is until your colleague takes it over."),
                false,
                typed);
    }

    @Post("/accept")
    HttpResponse<?> accept(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.accept(id, form.version(), CaseParts.actor(reader)),
                t("You have this case now."),
                false);
    }

    @Post("/decline")
    HttpResponse<?> decline(long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.decline(id, form.version(), CaseParts.actor(reader)),
                t("Declined: the case stays where it was."),
                false);
    }

    @Post("/takeback")
    HttpResponse<?> takeBack(
            long id, @Body DeedForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.takeBack(id, form.version(), CaseParts.actor(reader)),
                t("Taken back: the case stays where it was."),
                false);
    }

    @Post("/help")
    HttpResponse<?> ask(
            long id, @Body ColleagueForm form, SignedIn reader, HttpRequest<?> request) {
        var typed = Panels.words(Deed.HELP, form, pages.now(reader));
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.ask(
                        id, form.version(), CaseParts.actor(reader), form.member(), typed.note()),
                t("Asked. The case stays with whoever has it."),
                false,
                typed);
    }

    @Post("/help/{question}")
    HttpResponse<?> help(
            long id, long question, @Body HelpForm form, SignedIn reader, HttpRequest<?> request) {
        return answers.to(
                Asked.of(request, id, reader, form.queue()),
                handovers.help(id, question, CaseParts.actor(reader), Pages.text(form.note())),
                t("Your colleague reads it on the case."),
                false,
                Panels.helping(form.note(), pages.now(reader)));
    }
}
