package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.response.Dispatch;
import firsthour.web.cases.CaseAnswers.Asked;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/// Answers what became of a reply that somebody wanted to have posted, or approved.
@Singleton
final class DispatchAnswers {
    private final CasePages pages;
    private final CaseAnswers answers;

    DispatchAnswers(CasePages pages, CaseAnswers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    /// @param keep how what was typed is kept where nothing was posted
    HttpResponse<?> to(Asked asked, Dispatch dispatch, Panels typed, UnaryOperator<Panels> keep) {
        return switch (dispatch) {
            case Dispatch.Posted() -> answers.done(asked, t("Posted, and recorded here."), false);
            case Dispatch.Kept(var words) -> answers.done(asked, words, false);
            case Dispatch.Failed(var words) ->
                    answers.again(
                            asked,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            words,
                            pages.fresh(null, asked.reader()));
            case Dispatch.Refused(var outcome) ->
                    answers.to(asked, outcome, "", false, keep.apply(typed));
            case Dispatch.Unready(var findings) ->
                    answers.again(
                            asked,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            count(
                                    findings.size(),
                                    "Nothing was posted: {0} finding below the words. Mend it, or say why it stands.",
                                    "Nothing was posted: {0} findings below the words. Mend it, or say why it stands."),
                            keep.apply(typed));
            case Dispatch.Invalid(var problems) ->
                    answers.again(
                            asked,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            t("Nothing was posted: look again at what is marked."),
                            keep.apply(typed.wrong(problems)));
        };
    }
}
