package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.ContactWay;
import firsthour.response.Contacts;
import firsthour.response.Recording;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.cases.CaseAnswers.Asked;
import firsthour.web.shell.FormErrors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;

/// That a customer was spoken with out of sight of others.
@Controller("/cases/{id}/contact")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ContactController {
    private final Contacts contacts;
    private final CaseAnswers answers;

    ContactController(Contacts contacts, CaseAnswers answers) {
        this.contacts = contacts;
        this.answers = answers;
    }

    @Post
    HttpResponse<?> record(
            long id, @Body ContactForm form, SignedIn reader, HttpRequest<?> request) {
        var asked = Asked.of(request, id, reader, form.queue());
        var typed = Panels.contact(form);
        var way =
                Arrays.stream(ContactWay.values())
                        .filter(each -> each.name().equals(form.reason()))
                        .findFirst();
        if (way.isEmpty()) {
            return invalid(asked, typed.with(FormErrors.of("reason", t("Choose how you spoke."))));
        }
        var at = CasePanelsController.parse(typed.postedAt());
        if (at.isEmpty()) {
            return invalid(
                    asked,
                    typed.with(
                            FormErrors.of(
                                    "postedAt",
                                    t("Enter date and time, such as 2026-11-16 14:05."))));
        }
        return switch (contacts.record(
                id,
                form.version(),
                CaseParts.actor(reader),
                way.get(),
                typed.note(),
                at.get().atZone(reader.zone()).toInstant())) {
            case Recording.Recorded(_, var changed) ->
                    answers.done(
                            asked,
                            changed.answeredAt().isPresent()
                                    ? t("Recorded, as an answer in private.")
                                    : t(
                                            "Recorded. In public nobody has seen a word yet: acknowledge, and it counts as the answer."),
                            false);
            case Recording.Invalid(var problems) -> invalid(asked, typed.wrong(problems));
            case Recording.Refused(var outcome) -> answers.to(asked, outcome, "", false, typed);
        };
    }

    private HttpResponse<?> invalid(Asked asked, Panels typed) {
        return answers.again(
                asked,
                HttpStatus.UNPROCESSABLE_ENTITY,
                t("Nothing was recorded yet: look again at what is marked."),
                typed);
    }
}
