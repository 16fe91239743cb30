package firsthour.triage;

import firsthour.triage.Facts.Related;
import firsthour.triage.Facts.Tie;
import firsthour.triage.TriageRows.Ancestor;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the open case that a post belongs to: up its thread first, then by its author.
///
/// Whatever an author writes about a brand while a case of theirs is open counts as about that
/// case. A copy of a post, which came through another source, belongs where its original does.
@Singleton
class Threads {
    /// Deeper threads are cut off: nobody reads them as one conversation.
    private static final int MOST_STEPS = 20;

    private final TriageRows rows;
    private final CaseRows cases;

    Threads(TriageRows rows, CaseRows cases) {
        this.rows = rows;
        this.cases = cases;
    }

    /// The case that the post belongs to, locked while the transaction lasts.
    Optional<Related> findOpenCase(FactsRow post) {
        return findInThread(post).or(() -> findByAuthor(post));
    }

    private Optional<Related> findInThread(FactsRow post) {
        var above = above(post.brandId(), post.network(), post.copyOf(), post.inReplyTo());
        for (int step = 0; step < MOST_STEPS && above.isPresent(); step++) {
            var ancestor = above.get();
            if (ancestor.caseId() != null && cases.lockOpen(ancestor.caseId()).isPresent()) {
                return Optional.of(new Related(ancestor.caseId(), Tie.THREAD));
            }
            above = above(post.brandId(), post.network(), ancestor.copyOf(), ancestor.inReplyTo());
        }
        return Optional.empty();
    }

    private Optional<Ancestor> above(
            long brandId,
            String network,
            @Nullable Long copyOf,
            @Nullable String inReplyTo) {
        if (copyOf != null) {
            return rows.findByPostId(brandId, copyOf);
        }
        return inReplyTo == null
                ? Optional.empty()
                : rows.findByExternalId(brandId, network, inReplyTo);
    }

    private Optional<Related> findByAuthor(FactsRow post) {
        return post.authorHandle() == null
                ? Optional.empty()
                : cases.findOpenByAuthor(post.brandId(), post.network(), post.authorHandle())
                        .filter(id -> cases.lockOpen(id).isPresent())
                        .map(id -> new Related(id, Tie.AUTHOR));
    }
}
