package firsthour.triage;

import firsthour.brand.Networks;
import firsthour.time.Clock;
import firsthour.triage.Facts.Related;
import firsthour.triage.Facts.Tie;
import firsthour.triage.TriageRows.Ancestor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Finds the case that a post belongs to: up its thread first, also where that case was resolved
/// lately, then the open one of its author.
///
/// Whatever an author writes about a brand while a case of theirs is open counts as about that
/// case; but a review speaks for itself, and a mere name, which several people may have, ties
/// nothing. A copy of a post, which came through another source, belongs where its original does.
@Singleton
class Threads {
    /// Deeper threads are cut off: nobody reads them as one conversation.
    private static final int MOST_STEPS = 20;

    /// What is written later below a resolved case is something new.
    private static final Duration STILL_ABOUT_IT = Duration.ofDays(30);

    private final TriageRows rows;
    private final CaseRows cases;
    private final Networks networks;
    private final Clock clock;

    Threads(TriageRows rows, CaseRows cases, Networks networks, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.networks = networks;
        this.clock = clock;
    }

    /// The case that the post belongs to, locked while the transaction lasts.
    Optional<Related> findCase(FactsRow post) {
        return findInThread(post).or(() -> findByAuthor(post));
    }

    /// How many posts about the brand the author wrote before; 0 where that is nobody we know.
    int countEarlier(FactsRow post) {
        return knownAuthor(post)
                .map(author ->
                        rows.countEarlier(post.brandId(), post.network(), author, post.postId()))
                .orElse(0);
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
            if (ancestor.caseId() != null) {
                var related = related(ancestor.caseId(), post);
                if (related.isPresent()) {
                    return related;
                }
            }
            above = above(post.brandId(), post.network(), ancestor);
        }
        return Optional.empty();
    }

    private Optional<Related> related(long caseId, FactsRow post) {
        if (cases.lockOpen(caseId).isPresent()) {
            return Optional.of(new Related(caseId, Tie.THREAD));
        }
        return cases.lockResolved(caseId, clock.instant().minus(STILL_ABOUT_IT))
                .filter(_ -> post.authorHandle() != null && cases.isOf(caseId, post.authorHandle()))
                .map(row ->
                        new Related(
                                caseId,
                                row.lastWordAt() != null
                                                && !post.publishedAt().isAfter(row.lastWordAt())
                                        ? Tie.ANSWERED_THREAD
                                        : Tie.RESOLVED_THREAD));
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
        return knownAuthor(post)
                .filter(_ -> post.rating() == null)
                .flatMap(author -> cases.findOpenByAuthor(post.brandId(), post.network(), author))
                .filter(id -> cases.lockOpen(id).isPresent())
                .map(id -> new Related(id, Tie.AUTHOR));
    }

    private Optional<String> knownAuthor(FactsRow post) {
        return Optional.ofNullable(post.authorHandle())
                .filter(_ -> !networks.listNamesOnly().contains(post.network()));
    }
}
