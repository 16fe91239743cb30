package firsthour.triage;

import firsthour.triage.Facts.Related;
import firsthour.triage.Facts.Tie;
import firsthour.triage.TriageRows.Ancestor;
import jakarta.inject.Singleton;
import java.util.Optional;

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
        var above =
                above(
                        post.brandId(),
                        post.network(),
                        new Ancestor(
                                post.postId(),
                                post.inReplyTo(),
                                post.replyKey(),
                                post.copyOf(),
                                null));
        for (int step = 0; step < MOST_STEPS && above.isPresent(); step++) {
            var ancestor = above.get();
            if (ancestor.caseId() != null && cases.lockOpen(ancestor.caseId()).isPresent()) {
                return Optional.of(new Related(ancestor.caseId(), Tie.THREAD));
            }
            above = above(post.brandId(), post.network(), ancestor);
        }
        return Optional.empty();
    }

    /// What a post is a copy of, or answers.
    private Optional<Ancestor> above(long brandId, String network, Ancestor post) {
        if (post.copyOf() != null) {
            return rows.findByPostId(brandId, post.copyOf());
        }
        if (post.replyKey() != null) {
            return rows.findByLink(brandId, post.replyKey());
        }
        return post.inReplyTo() == null
                ? Optional.empty()
                : rows.findByExternalId(brandId, network, post.inReplyTo());
    }

    private Optional<Related> findByAuthor(FactsRow post) {
        return post.authorHandle() == null
                ? Optional.empty()
                : cases.findOpenByAuthor(post.brandId(), post.network(), post.authorHandle())
                        .filter(id -> cases.lockOpen(id).isPresent())
                        .map(id -> new Related(id, Tie.AUTHOR));
    }
}
