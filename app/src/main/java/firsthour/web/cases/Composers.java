package firsthour.web.cases;

import firsthour.response.Draft;
import firsthour.response.Drafts;
import firsthour.response.Saving;
import firsthour.response.Snippets;
import firsthour.triage.ReplyKind;
import firsthour.web.cases.Composer.Fact;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the panels together in which replies are written.
@Singleton
final class Composers {
    /// The deeds for which words are written.
    private static final List<Deed> WRITTEN =
            List.of(Deed.ACKNOWLEDGE, Deed.ANSWER, Deed.FOLLOW_UP);

    private final Drafts drafts;
    private final Snippets snippets;
    private final CheckViews checks;

    Composers(Drafts drafts, Snippets snippets, CheckViews checks) {
        this.drafts = drafts;
        this.snippets = snippets;
        this.checks = checks;
    }

    /// The panels that a reader is offered, with what was typed or kept.
    Map<Deed, Composer> of(
            long caseId, long brandId, long memberId, Deed.Choice deeds, Panels panels) {
        var composers = new EnumMap<Deed, Composer>(Deed.class);
        if (WRITTEN.stream().noneMatch(deeds::offers)) {
            return composers;
        }
        var kept = drafts.find(caseId, memberId);
        var facts =
                snippets.list(brandId).stream().map(it -> new Fact(it.name(), it.text())).toList();
        for (var deed : WRITTEN) {
            if (deeds.offers(deed)) {
                var draft =
                        kept.stream().filter(it -> it.kind() == CheckViews.kind(deed)).findFirst();
                composers.put(deed, composer(caseId, memberId, deed, draft, panels, facts));
            }
        }
        return composers;
    }

    /// What a reader wrote who may not go on with it: somebody else has the case, or it is closed.
    Optional<String> findLeft(long caseId, long memberId, Deed.Choice deeds) {
        return drafts.find(caseId, memberId).stream()
                .filter(it -> it.kind() != ReplyKind.FOLLOW_UP || !deeds.offers(Deed.FOLLOW_UP))
                .map(Draft::text)
                .filter(text -> !text.isBlank())
                .reduce((one, other) -> one + "\n\n" + other);
    }

    private Composer composer(
            long caseId,
            long memberId,
            Deed deed,
            Optional<Draft> draft,
            Panels panels,
            List<Fact> facts) {
        boolean typed = panels.isOpen(deed) && !panels.text().isBlank();
        var text = typed ? panels.text() : draft.map(Draft::text).orElse("");
        long version = typed ? panels.draft() : draft.map(Draft::version).orElse(0L);
        return new Composer(
                text,
                checks.of(
                        caseId,
                        memberId,
                        deed,
                        text,
                        typed ? panels.reasons() : Map.of(),
                        new Saving.Saved(version)),
                facts);
    }
}
