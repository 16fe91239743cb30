package firsthour.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import firsthour.brand.Networks;
import firsthour.clocks.Clocks;
import firsthour.triage.CaseView.PhraseView;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Reads what the page of a case shows.
@Singleton
public class CaseViews {
    private final CaseRows cases;
    private final QueueRows queue;
    private final Networks networks;
    private final CaseViewRows rows;
    private final Clocks clocks;
    private final PriorityJson priorities;
    private final ObjectReader phrases;

    CaseViews(
            CaseRows cases,
            QueueRows queue,
            Networks networks,
            CaseViewRows rows,
            Clocks clocks,
            PriorityJson priorities,
            ObjectMapper json) {
        this.cases = cases;
        this.queue = queue;
        this.networks = networks;
        this.rows = rows;
        this.clocks = clocks;
        this.priorities = priorities;
        this.phrases =
                json.readerFor(new TypeReference<List<PhraseView>>() {})
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// Finds a case with its posts and clocks.
    @Transactional(readOnly = true)
    public Optional<CaseView> find(long caseId) {
        return cases.findById(caseId).map(this::view);
    }

    private CaseView view(CaseRow row) {
        return new CaseView(
                queue.find(List.of(row.id()), networks.listNamesOnly()).getFirst().row(priorities),
                rows.isSample(row.brandId()),
                row.openedAt(),
                row.episode(),
                row.episodeStartedAt(),
                Optional.ofNullable(row.claimedAt()),
                Optional.ofNullable(row.closingNote()),
                rows.findMentions(row.id()).stream()
                        .map(mention -> mention.view(this::readPhrases))
                        .toList(),
                clocks.findByCase(row.id()));
    }

    private List<PhraseView> readPhrases(String stored) {
        try {
            return phrases.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The phrases of a score cannot be read", e);
        }
    }
}
