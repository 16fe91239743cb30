package firsthour.triage;

import firsthour.sentiment.Polarity;
import firsthour.triage.CaseView.MentionView;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Reads mentions, whether they belong to a case or not.
@Singleton
public class MentionViews {
    private final CaseViewRows rows;
    private final CaseViews views;

    MentionViews(CaseViewRows rows, CaseViews views) {
        this.rows = rows;
        this.views = views;
    }

    /// A mention with its brand.
    ///
    /// @param caseId the case that it opened or joined
    public record Listed(long brandId, Optional<Long> caseId, MentionView mention) {}

    /// Which mentions are listed.
    ///
    /// @param polarity as it stands: what a person said of it, else the model
    public record Filter(
            Optional<Long> brandId, Optional<Verdict> verdict, Optional<Polarity> polarity) {}

    /// Finds a mention.
    @Transactional(readOnly = true)
    public Optional<Listed> find(long mentionId) {
        return rows.findMention(mentionId).map(this::listed);
    }

    /// Finds mentions, the newest first.
    ///
    /// @param below only those with a smaller id
    /// @param most rows, 1 or more
    @Transactional(readOnly = true)
    public List<Listed> find(Filter filter, Optional<Long> below, int most) {
        return rows
                .list(
                        below.orElse(null),
                        filter.brandId().orElse(null),
                        filter.verdict().map(Verdict::name).orElse(null),
                        filter.polarity().map(Polarity::name).orElse(null),
                        most)
                .stream()
                .map(this::listed)
                .toList();
    }

    private Listed listed(MentionReadRow row) {
        return new Listed(row.brandId(), Optional.ofNullable(row.caseId()), views.mention(row));
    }
}
