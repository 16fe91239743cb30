package firsthour.triage;

import firsthour.clocks.Clocks;
import firsthour.clocks.Episode;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Starts the clocks of cases: those of a new episode, and that of the next reply.
@Singleton
class Episodes {
    private final CaseRows cases;
    private final EpisodeRows rows;
    private final Clocks clocks;
    private final Dues dues;

    Episodes(CaseRows cases, EpisodeRows rows, Clocks clocks, Dues dues) {
        this.cases = cases;
        this.rows = rows;
        this.clocks = clocks;
        this.dues = dues;
    }

    /// Begins the episode in which a case is.
    ///
    /// @param from when the post was detected, or when a person's deed opened the episode
    void begin(CaseRow row, Instant from) {
        var origin = rows.getOrigin(row.id());
        clocks.start(new Episode(row.id(), row.episode(), from), origin.circumstances());
        dues.settle(row.id(), row.episode());
    }

    /// Starts the clock of the next reply where the customer wrote after our last word, and none
    /// runs.
    void listen(long caseId) {
        rows.findUnanswered(caseId)
                .ifPresent(unanswered -> {
                    var row = cases.findById(caseId).orElseThrow();
                    var origin = rows.getOrigin(caseId);
                    clocks.startNextReply(
                            new Episode(caseId, row.episode(), unanswered.detectedAt()),
                            origin.circumstances(),
                            unanswered.publishedAt());
                    dues.settle(caseId, row.episode());
                });
    }
}
