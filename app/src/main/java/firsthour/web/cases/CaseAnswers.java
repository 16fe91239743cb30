package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.security.SignedIn;
import firsthour.triage.Outcome;
import firsthour.web.cases.CasePages.Setting;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Answers what a person did to a case: with the case as it stands now and a sentence about what
/// became of the deed, in a pane or as a page. What was typed is kept until it was saved.
@Singleton
class CaseAnswers {
    static final String PAGE = "cases/case";
    static final String PANE = "cases/pane";

    private final CasePages cases;
    private final Pages pages;

    CaseAnswers(CasePages cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    /// The request that is answered.
    ///
    /// @param queue the list beside the case; null on a page of its own
    record Asked(HttpRequest<?> request, long caseId, SignedIn reader, @Nullable String queue) {
        /// @param queue as it came from the browser
        static Asked of(
                HttpRequest<?> request, long caseId, SignedIn reader, @Nullable String queue) {
            return new Asked(request, caseId, reader, queue == null ? null : Lists.clean(queue));
        }

        boolean inPlace() {
            return CaseParts.isInPlace(request);
        }
    }

    /// Panels in which nothing was typed.
    Panels fresh(SignedIn reader) {
        return cases.fresh(null, reader);
    }

    /// A deed without a panel.
    HttpResponse<?> to(Asked asked, Outcome outcome, String done, boolean undo) {
        return to(asked, outcome, done, undo, cases.fresh(null, asked.reader()));
    }

    /// A deed for which something was typed.
    HttpResponse<?> to(Asked asked, Outcome outcome, String done, boolean undo, Panels typed) {
        return switch (outcome) {
            case Outcome.Done _ -> done(asked, done, undo);
            case Outcome.TakenBy _, Outcome.Stale _ ->
                    again(asked, HttpStatus.CONFLICT, outcome.inWords(), typed);
            case Outcome.NotPossible _ ->
                    again(asked, HttpStatus.UNPROCESSABLE_ENTITY, outcome.inWords(), typed);
        };
    }

    HttpResponse<?> done(Asked asked, String words, boolean undo) {
        if (!asked.inPlace()) {
            return pages.seeOther("/cases/" + asked.caseId(), Notice.done(words));
        }
        var fresh = cases.fresh(null, asked.reader());
        return HttpResponse.ok(
                view(asked, PANE, new Setting(asked.queue(), fresh, Notice.done(words), undo)));
    }

    /// The case as it stands, with what was typed.
    HttpResponse<?> again(Asked asked, HttpStatus status, String problem, Panels typed) {
        var kept = typed.words().isBlank() ? "" : " " + t("What you typed is still here.");
        var setting = new Setting(asked.queue(), typed, Notice.problem(problem + kept), false);
        return HttpResponse.status(status)
                .body(view(asked, asked.inPlace() ? PANE : PAGE, setting));
    }

    ModelAndView<CasePage> view(Asked asked, String template, Setting setting) {
        return new ModelAndView<>(
                template,
                cases.find(asked.caseId(), asked.reader(), setting)
                        .orElseThrow(CaseParts::missing));
    }
}
