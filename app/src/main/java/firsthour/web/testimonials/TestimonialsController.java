package firsthour.web.testimonials;

import static firsthour.language.Texts.t;

import firsthour.recovery.Attempt;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonials;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.triage.Outcome;
import firsthour.web.cases.CaseParts;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import firsthour.web.testimonials.TestimonialsView.Asking;
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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The register of testimonials: asked for, granted, withdrawn, expired.
@Controller("/testimonials")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TestimonialsController {
    private static final String ASK = "testimonials/ask";
    private static final String ONE = "testimonials/testimonial";

    private final Testimonials testimonials;
    private final TestimonialViews views;
    private final Pages pages;

    TestimonialsController(Testimonials testimonials, TestimonialViews views, Pages pages) {
        this.testimonials = testimonials;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View("testimonials/list")
    TestimonialsView list(@QueryValue(defaultValue = "9223372036854775807") long before) {
        return views.list(before);
    }

    @Get("/{id}")
    @View(ONE)
    TestimonialsView.One show(long id, SignedIn reader) {
        return views.find(id, reader).orElseThrow(TestimonialsController::missing);
    }

    @Get("/ask/{mention}")
    @Secured(Roles.AGENT_OR_ABOVE)
    @View(ASK)
    Asking asking(long mention) {
        var words = words(mention);
        return new Asking(mention, words, words.strip(), FormErrors.NONE, null);
    }

    @Post("/ask/{mention}")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(long mention, @Body Map<String, String> form, SignedIn reader) {
        var words = words(mention);
        var quote = form.getOrDefault("quote", "");
        return switch (testimonials.ask(mention, CaseParts.actor(reader), quote)) {
            case Attempt.Done _ ->
                    pages.seeOther(
                            "/testimonials",
                            Notice.done(
                                    t("Written down: it waits for the customer's permission.")));
            case Attempt.Invalid(String field, String message) ->
                    Pages.again(
                            ASK,
                            new Asking(mention, words, quote, FormErrors.of(field, message), null));
            case Attempt.Refused(Outcome why) ->
                    conflict(
                            ASK, new Asking(mention, words, quote, FormErrors.NONE, why.inWords()));
        };
    }

    @Post("/{id}/grant")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> grant(long id, @Body Map<String, String> form, SignedIn reader) {
        var lastDay = form.getOrDefault("lastDay", "").strip();
        var day = lastDay.isEmpty() ? Optional.<LocalDate>empty() : parse(lastDay);
        var attempt =
                !lastDay.isEmpty() && day.isEmpty()
                        ? new Attempt.Invalid(
                                "lastDay", t("Enter a date such as 2027-12-31, or none."))
                        : found(() ->
                                testimonials.grant(
                                        id,
                                        version(form),
                                        CaseParts.actor(reader),
                                        new Testimonials.Grant(
                                                Arrays.stream(Scope.values())
                                                        .filter(it -> form.containsKey(it.name()))
                                                        .collect(Collectors.toSet()),
                                                form.containsKey("named"),
                                                day,
                                                form.getOrDefault("proofUrl", ""),
                                                form.getOrDefault("proof", ""))));
        return answer(id, form, attempt, t("The permission is written down."), reader);
    }

    @Post("/{id}/withdraw")
    @Secured(Roles.AGENT_OR_ABOVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(long id, @Body Map<String, String> form, SignedIn reader) {
        return answer(
                id,
                form,
                found(() ->
                        testimonials.withdraw(
                                id,
                                version(form),
                                CaseParts.actor(reader),
                                "customer".equals(form.get("by")))),
                t("Withdrawn: the words are gone from the register."),
                reader);
    }

    private HttpResponse<?> answer(
            long id, Map<String, String> form, Attempt attempt, String done, SignedIn reader) {
        return switch (attempt) {
            case Attempt.Done _ -> pages.seeOther("/testimonials/" + id, Notice.done(done));
            case Attempt.Invalid(String field, String message) ->
                    Pages.again(
                            ONE,
                            views.find(id, reader, form, FormErrors.of(field, message), null)
                                    .orElseThrow(TestimonialsController::missing));
            case Attempt.Refused(Outcome why) ->
                    conflict(
                            ONE,
                            views.find(id, reader, form, FormErrors.NONE, why.inWords())
                                    .orElseThrow(TestimonialsController::missing));
        };
    }

    private static HttpResponse<?> conflict(String view, Object page) {
        return HttpResponse.status(HttpStatus.CONFLICT).body(new ModelAndView<>(view, page));
    }

    private String words(long mention) {
        return testimonials.findWords(mention).orElseThrow(TestimonialsController::missing);
    }

    private static Attempt found(Supplier<Attempt> deed) {
        try {
            return deed.get();
        } catch (NoSuchElementException e) {
            throw missing();
        }
    }

    private static long version(Map<String, String> form) {
        try {
            return Long.parseLong(form.getOrDefault("version", ""));
        } catch (NumberFormatException e) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "The form lacks its version");
        }
    }

    private static Optional<LocalDate> parse(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static HttpStatusException missing() {
        return new HttpStatusException(
                HttpStatus.NOT_FOUND, "There is nothing here that may be quoted");
    }
}
