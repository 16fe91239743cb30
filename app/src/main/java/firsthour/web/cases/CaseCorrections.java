package firsthour.web.cases;

import firsthour.scoring.Corrections;
import firsthour.sentiment.Polarity;
import firsthour.triage.CaseViews;
import jakarta.inject.Singleton;

/// Corrects the judgement of a post that belongs to a case.
@Singleton
class CaseCorrections {
    private final CaseViews cases;
    private final Corrections corrections;

    CaseCorrections(CaseViews cases, Corrections corrections) {
        this.cases = cases;
        this.corrections = corrections;
    }

    /// @throws io.micronaut.http.exceptions.HttpStatusException when the case has no such post
    void correct(long caseId, long mentionId, long memberId, Polarity polarity) {
        var belongs =
                cases.find(caseId).stream()
                        .flatMap(view -> view.mentions().stream())
                        .anyMatch(mention -> mention.id() == mentionId);
        if (!belongs || !corrections.correct(mentionId, memberId, polarity)) {
            throw CaseAnswers.missing();
        }
    }
}
