package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.brand.Brands;
import firsthour.response.Background;
import firsthour.response.Presence;
import firsthour.response.Sending;
import firsthour.response.Timeline;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.CaseView;
import firsthour.triage.CaseViews;
import firsthour.triage.Handovers;
import firsthour.triage.Mergers;
import firsthour.triage.QueueRow;
import firsthour.web.cases.CasePage.Customer;
import firsthour.web.shell.Notice;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the page of a case together.
@Singleton
public class CasePages {
    private final CaseViews cases;
    private final Timeline timeline;
    private final Sending sending;
    private final Handovers handovers;
    private final Mergers mergers;
    private final Presence presence;
    private final Composers composers;
    private final LookViews looks;
    private final Background background;
    private final PostViews posts;
    private final RowViews rows;
    private final Brands brands;
    private final Clock clock;

    CasePages(
            CaseViews cases,
            Timeline timeline,
            Sending sending,
            Handovers handovers,
            Mergers mergers,
            Presence presence,
            Composers composers,
            LookViews looks,
            Background background,
            PostViews posts,
            RowViews rows,
            Brands brands,
            Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.sending = sending;
        this.handovers = handovers;
        this.mergers = mergers;
        this.presence = presence;
        this.composers = composers;
        this.looks = looks;
        this.background = background;
        this.posts = posts;
        this.rows = rows;
        this.brands = brands;
        this.clock = clock;
    }

    /// What stands beside a page besides the case itself.
    ///
    /// @param queue the list beside it, as the query of an address; null on a page of its own
    record Setting(@Nullable String queue, Panels panels, @Nullable Notice told, boolean undo) {}

    /// A case beside the queue.
    ///
    /// @param queue the list, as the query of an address
    public Optional<CasePage> find(long caseId, SignedIn reader, String queue) {
        return find(caseId, reader, new Setting(queue, fresh(null, reader), null, false));
    }

    Optional<CasePage> find(long caseId, SignedIn reader, Setting setting) {
        return cases.find(mergers.survivorOf(caseId)).map(view -> page(view, reader, setting));
    }

    /// The case that a case is by now: itself, or the one into which it was merged.
    long survivorOf(long caseId) {
        return mergers.survivorOf(caseId);
    }

    /// Answers that there is nothing where there is no such case.
    ///
    /// @throws io.micronaut.http.exceptions.HttpStatusException then
    void requireCase(long caseId) {
        if (cases.find(caseId).isEmpty()) {
            throw CaseParts.missing();
        }
    }

    /// Panels in which nothing was typed.
    Panels fresh(@Nullable String open, SignedIn reader) {
        return Panels.fresh(open, now(reader));
    }

    ZonedDateTime now(SignedIn reader) {
        return clock.instant().atZone(reader.zone());
    }

    private CasePage page(CaseView view, SignedIn reader, Setting setting) {
        var row = view.row();
        var now = clock.instant();
        var deeds = Deed.of(row, reader);
        var panels = setting.panels();
        var look = looks.find(view, reader, panels).orElse(null);
        var lost = panels.open() != null && !canOpen(panels.open(), deeds, look);
        var shown = lost ? fresh(null, reader) : panels;
        var written = composers.of(row.id(), row.brandId(), reader.memberId(), deeds, shown);
        var queue = setting.queue() == null ? "" : setting.queue();
        var several = !queue.contains("brand=") && brands.list().size() > 1;
        return new CasePage(
                row.id(),
                row.version(),
                setting.queue(),
                row.kind().words(),
                row.brandName(),
                view.sample(),
                standing(view, reader),
                ClockViews.of(view, now, reader.zone()),
                view.mentions().stream().map(posts::of).toList(),
                Reasons.of(view),
                customer(view),
                timeline.of(view).stream().map(Moments::of).toList(),
                deeds,
                OwnershipView.of(
                        handovers.find(row.id()),
                        row,
                        deeds.offers(Deed.HELP) ? handovers.listColleagues() : List.of(),
                        reader),
                MergeView.of(
                        mergers.findMerged(row.id()),
                        deeds.offers(Deed.MERGE)
                                ? mergers.findChoices(row.id(), CaseParts.actor(reader))
                                : List.of(),
                        deeds.offers(Deed.MERGE),
                        setting.undo(),
                        now),
                presence.find(row.id()).inWords(reader.memberId()),
                reader.may(Role.AGENT),
                deeds.offers(Deed.ANSWER) || deeds.offers(Deed.FOLLOW_UP)
                        ? sending.findWay(row.id()).orElse(null)
                        : null,
                sending.findOpen(row.id()),
                look,
                written.isEmpty() ? null : looks.findRule(row, reader).orElse(null),
                written,
                written.isEmpty() ? null : background.find(row.id()).orElse(null),
                shown,
                kept(row.id(), reader, deeds, lost ? panels.words() : ""),
                setting.told(),
                setting.undo(),
                rows.of(row, reader, now, queue, row.id(), several));
    }

    /// What cannot be gone on with: what was just typed, or a draft of before.
    private @Nullable String kept(long caseId, SignedIn reader, Deed.Choice deeds, String typed) {
        if (!typed.isBlank()) {
            return typed;
        }
        return deeds.offers(Deed.ANSWER)
                ? null
                : composers.findLeft(caseId, reader.memberId(), deeds).orElse(null);
    }

    private static boolean canOpen(String panel, Deed.Choice deeds, @Nullable LookView look) {
        if (panel.equals(Panels.LOOK)) {
            return look != null && look.mayLook();
        }
        for (var deed : Deed.values()) {
            if (deed.path().equals(panel)) {
                return deed.panel() && deeds.offers(deed);
            }
        }
        return false;
    }

    private static String standing(CaseView view, SignedIn reader) {
        var row = view.row();
        return switch (row.state()) {
            case OPEN ->
                    row.assignee()
                            .map(by ->
                                    by.memberId() == reader.memberId()
                                            ? t("You have this case.")
                                            : t("{0} has this case.", by.name()))
                            .orElse(t("Nobody has this case yet."));
            case RESOLVED, DISMISSED, MERGED -> Labels.capitalised(RowViews.settled(row)) + ".";
        };
    }

    private static Customer customer(CaseView view) {
        QueueRow row = view.row();
        var first = view.mentions().getFirst();
        return new Customer(
                first.authorName().orElse(null),
                first.authorHandle().orElse(null),
                Labels.safeLink(first.authorUrl()).orElse(null),
                first.followers()
                        .map(number -> count(number, "{0} follower", "{0} followers"))
                        .orElse(null),
                row.authorPosts() == 0
                        ? null
                        : count(
                                row.authorPosts(),
                                "{0} post about {1}",
                                "{0} posts about {1}",
                                row.brandName()));
    }
}
