package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.response.Answering;
import firsthour.response.Recording;
import firsthour.response.ReplyDraft;
import firsthour.scoring.JudgedWords;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Outcome;
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
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What people do to a case for which they enter something first.
@Controller("/cases/{id}")
@Secured(Roles.AGENT_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class CasePanelsController {
    private final Cases cases;
    private final Answering answering;
    private final CaseCorrections corrections;
    private final CasePages pages;
    private final CaseAnswers answers;

    CasePanelsController(
            Cases cases,
            Answering answering,
            CaseCorrections corrections,
            CasePages pages,
            CaseAnswers answers) {
        this.cases = cases;
        this.answering = answering;
        this.corrections = corrections;
        this.pages = pages;
        this.answers = answers;
    }

    @Post("/acknowledge")
    HttpResponse<?> acknowledge(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return reply(Asked.of(request, id, reader, form.queue()), Deed.ACKNOWLEDGE, form);
    }

    @Post("/answer")
    HttpResponse<?> answer(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return reply(Asked.of(request, id, reader, form.queue()), Deed.ANSWER, form);
    }

    @Post("/follow-up")
    HttpResponse<?> followUp(
            long id, @Body Map<String, String> fields, SignedIn reader, HttpRequest<?> request) {
        var form = ReplyForm.of(fields);
        return reply(Asked.of(request, id, reader, form.queue()), Deed.FOLLOW_UP, form);
    }

    @Post("/dismiss")
    HttpResponse<?> dismiss(
            long id, @Body DismissForm form, SignedIn reader, HttpRequest<?> request) {
        var asked = Asked.of(request, id, reader, form.queue());
        var typed = Panels.dismissal(form, reader.zone(), pages.now(reader));
        var reason =
                Arrays.stream(DismissalReason.values())
                        .filter(each -> each.name().equals(form.reason()))
                        .findFirst();
        if (reason.isEmpty()) {
            return answers.again(
                    asked,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    t("Nothing was changed: choose a reason first."),
                    typed.with(FormErrors.of("reason", t("Choose why nobody has to reply."))));
        }
        return answers.to(
                asked,
                cases.dismiss(
                        id, form.version(), CaseParts.actor(reader), reason.get(), typed.note()),
                t("Dismissed: {0}.", reason.get().words()),
                true,
                typed);
    }

    @Post("/correct")
    HttpResponse<?> correct(
            long id, @Body CorrectionForm form, SignedIn reader, HttpRequest<?> request) {
        var asked = Asked.of(request, id, reader, form.queue());
        if (CorrectionForm.NONE.equals(form.polarity())) {
            return corrected(
                    asked,
                    corrections.takeBack(id, form.mention(), reader.memberId(), form.seen()),
                    t("Taken back: what stood before stands again. The case stays as it is."));
        }
        var polarity = form.findPolarity();
        if (polarity.isEmpty()) {
            return answers.again(
                    asked,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    t("Nothing was changed: choose negative, neutral or positive."),
                    pages.fresh(null, reader));
        }
        return corrected(
                asked,
                corrections.correct(
                        id, form.mention(), reader.memberId(), polarity.get(), form.seen()),
                t("Kept as {0}, by you. The case stays as it is.", JudgedWords.of(polarity.get())));
    }

    private HttpResponse<?> corrected(Asked asked, Optional<Outcome> refused, String done) {
        return refused.isPresent()
                ? answers.to(asked, refused.get(), "", false)
                : answers.done(asked, done, false);
    }

    private HttpResponse<?> reply(Asked asked, Deed deed, ReplyForm form) {
        var typed = Panels.reply(deed, form, FormErrors.NONE);
        var postedAt = parse(typed.postedAt());
        if (postedAt.isEmpty()) {
            return invalid(
                    asked,
                    typed.with(
                            FormErrors.of(
                                    "postedAt",
                                    t("Enter date and time, such as 2026-11-16 14:05."))));
        }
        var at = postedAt.get().atZone(asked.reader().zone()).toInstant();
        var draft = new ReplyDraft(typed.text(), typed.url(), at);
        var actor = CaseParts.actor(asked.reader());
        var recording =
                answering.record(
                        asked.caseId(),
                        form.version(),
                        actor,
                        CheckViews.kind(deed),
                        draft,
                        form.reasons());
        return switch (recording) {
            case Recording.Recorded _ ->
                    answers.done(
                            asked,
                            switch (CheckViews.kind(deed)) {
                                case ANSWER -> t("The answer is recorded.");
                                case ACKNOWLEDGEMENT -> t("The acknowledgement is recorded.");
                                case FOLLOW_UP -> t("The follow-up is recorded.");
                            },
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

    /// As a browser's field for date and time has it, or as people type it.
    static Optional<LocalDateTime> parse(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T')));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
