package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.scoring.Corrections;
import firsthour.sentiment.Polarity;
import firsthour.triage.CaseView.CorrectionView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseViews;
import firsthour.triage.Outcome;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Corrects the judgement of a post that belongs to a case, or takes a correction back.
@Singleton
class CaseCorrections {
    private final CaseViews cases;
    private final Corrections corrections;

    CaseCorrections(CaseViews cases, Corrections corrections) {
        this.cases = cases;
        this.corrections = corrections;
    }

    /// Keeps what a person says a post is.
    ///
    /// @param seen the id of the correction that stood on the person's page; 0 for none
    /// @return why nothing was kept; empty when it was
    /// @throws io.micronaut.http.exceptions.HttpStatusException when the case has no such post
    Optional<Outcome> correct(
            long caseId, long mentionId, long memberId, Polarity polarity, long seen) {
        get(caseId, mentionId);
        return unlessStale(
                caseId, mentionId, corrections.correct(mentionId, memberId, polarity, seen));
    }

    /// Takes back the correction that stood on the person's page.
    ///
    /// @param seen its id; 0 for none
    /// @return why nothing was taken back; empty when it was
    /// @throws io.micronaut.http.exceptions.HttpStatusException when the case has no such post
    Optional<Outcome> takeBack(long caseId, long mentionId, long memberId, long seen) {
        get(caseId, mentionId);
        return unlessStale(caseId, mentionId, corrections.takeBack(mentionId, memberId, seen));
    }

    private Optional<Outcome> unlessStale(long caseId, long mentionId, boolean done) {
        return done
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Stale(
                                get(caseId, mentionId)
                                        .correction()
                                        .map(CorrectionView::inWords)
                                        .orElse(t("No correction stands any more."))));
    }

    private MentionView get(long caseId, long mentionId) {
        return cases.find(caseId).stream()
                .flatMap(view -> view.mentions().stream())
                .filter(mention -> mention.id() == mentionId)
                .findFirst()
                .orElseThrow(CaseParts::missing);
    }
}
