package firsthour.web.queue;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Sources;
import firsthour.security.SignedIn;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.CaseKind;
import firsthour.triage.Queue;
import firsthour.triage.Queue.Count;
import firsthour.triage.Queue.Counts;
import firsthour.web.cases.CasePage;
import firsthour.web.cases.CasePages;
import firsthour.web.cases.RowViews;
import firsthour.web.queue.QueueView.Empty;
import firsthour.web.queue.QueueView.News;
import firsthour.web.queue.QueueView.Rows;
import firsthour.web.queue.QueueView.Tab;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the queue together.
@Singleton
class QueueViews {
    private final Queue queue;
    private final Brands brands;
    private final Sources sources;
    private final RowViews rows;
    private final CasePages cases;
    private final KeptViews kept;
    private final Clock clock;

    QueueViews(
            Queue queue,
            Brands brands,
            Sources sources,
            RowViews rows,
            CasePages cases,
            KeptViews kept,
            Clock clock) {
        this.queue = queue;
        this.brands = brands;
        this.sources = sources;
        this.rows = rows;
        this.cases = cases;
        this.kept = kept;
        this.clock = clock;
    }

    /// The whole page.
    ///
    /// @param after what an earlier page named as its next; null for the first
    /// @param caseId the case that is read beside it; null when none is
    QueueView page(
            QueueQuery query, @Nullable String after, @Nullable Long caseId, SignedIn reader) {
        return page(query, after, caseId, reader, "", null);
    }

    /// The whole page with what was typed to keep its filters, and why that was refused.
    QueueView page(
            QueueQuery query,
            @Nullable String after,
            @Nullable Long caseId,
            SignedIn reader,
            String typed,
            @Nullable String wrong) {
        var now = clock.instant();
        var all = brands.list();
        var counts = queue.findCounts(query.filter(reader.memberId()));
        var list = rows(query, after, caseId, reader, all);
        var open =
                caseId == null
                        ? Optional.<CasePage>empty()
                        : cases.find(caseId, reader, query.text());
        return new QueueView(
                query.path(""),
                query.text(),
                query.brand(),
                query.tab().word(),
                query.kind() == null ? "" : query.kind().words(),
                query.words(),
                all.stream().map(brand -> new QueueView.Brand(brand.id(), brand.name())).toList(),
                Arrays.stream(CaseKind.values()).map(CaseKind::words).toList(),
                tabs(query, counts, reader),
                kept.of(query, reader, typed, wrong),
                sample(query, all),
                list,
                query.tab() == QueueQuery.Tab.CLOSED ? null : news(query, now, 0, ""),
                open.orElse(null),
                caseId != null && open.isEmpty(),
                list.rows().isEmpty() ? empty(query, reader, all) : null);
    }

    /// One page of rows.
    Rows rows(QueueQuery query, @Nullable String after, SignedIn reader) {
        return rows(query, after, null, reader, brands.list());
    }

    /// How many cases were opened since a page was read.
    News news(QueueQuery query, Instant since, SignedIn reader) {
        var count = queue.countSince(query.filter(reader.memberId()), since);
        return news(query, since, count.number(), count.inWords());
    }

    private static News news(QueueQuery query, Instant since, int told, String words) {
        var poll = query.path("/news", "since=" + since, "told=" + told);
        return new News(told, words, poll, query.path(""));
    }

    private Rows rows(
            QueueQuery query,
            @Nullable String after,
            @Nullable Long caseId,
            SignedIn reader,
            List<Brand> all) {
        var now = clock.instant();
        var page = queue.find(query.filter(reader.memberId()), Optional.ofNullable(after));
        var several = query.brand() == null && all.size() > 1;
        return new Rows(
                page.rows().stream()
                        .map(row -> rows.of(row, reader, now, query.text(), caseId, several))
                        .toList(),
                page.next().map(next -> query.path("", "after=" + next)).orElse(null),
                page.next().map(next -> query.path("/rows", "after=" + next)).orElse(null));
    }

    /// What waits for the reader, and what a manager should see to, are tabs only where there is
    /// any: most of the time neither is.
    private static List<Tab> tabs(QueueQuery query, Optional<Counts> counts, SignedIn reader) {
        var tabs = new ArrayList<Tab>();
        tabs.add(tab(query, QueueQuery.Tab.ALL, counts.map(Counts::all)));
        tabs.add(tab(query, QueueQuery.Tab.MINE, counts.map(Counts::mine)));
        if (isWorthATab(query, QueueQuery.Tab.HANDED, counts.map(Counts::handed))) {
            tabs.add(tab(query, QueueQuery.Tab.HANDED, counts.map(Counts::handed)));
        }
        tabs.add(tab(query, QueueQuery.Tab.UNCLAIMED, counts.map(Counts::unclaimed)));
        if (reader.may(Role.MANAGER)
                && isWorthATab(query, QueueQuery.Tab.UNATTENDED, counts.map(Counts::unattended))) {
            tabs.add(tab(query, QueueQuery.Tab.UNATTENDED, counts.map(Counts::unattended)));
        }
        tabs.add(tab(query, QueueQuery.Tab.SOON, counts.map(Counts::soon)));
        tabs.add(tab(query, QueueQuery.Tab.CLOSED, Optional.empty()));
        return tabs;
    }

    private static boolean isWorthATab(
            QueueQuery query, QueueQuery.Tab tab, Optional<Count> count) {
        return query.tab() == tab || count.filter(counted -> counted.number() > 0).isPresent();
    }

    private static Tab tab(QueueQuery query, QueueQuery.Tab tab, Optional<Count> count) {
        return new Tab(
                tab.label(),
                query.with(tab).path(""),
                count.map(Count::inWords).orElse(null),
                query.tab() == tab);
    }

    private static @Nullable String sample(QueueQuery query, List<Brand> all) {
        return all.stream()
                .filter(Brand::sample)
                .filter(brand -> query.brand() == null || query.brand() == brand.id())
                .map(Brand::name)
                .findFirst()
                .orElse(null);
    }

    private Empty empty(QueueQuery query, SignedIn reader, List<Brand> all) {
        var manages = reader.may(Role.MANAGER);
        if (all.isEmpty()) {
            return new Empty(
                    t("No brand yet"),
                    manages
                            ? t(
                                    "Name the brand and the words that people use for it. What they say about it then appears here.")
                            : t(
                                    "A manager names the brand and its words. What people say about it then appears here."),
                    manages ? t("Add a brand") : null,
                    manages ? "/brands" : null);
        }
        if (query.narrows()) {
            return new Empty(
                    t("Nothing matches"),
                    t("No case has these words and this kind."),
                    t("Show all cases"),
                    "/queue");
        }
        return switch (query.tab()) {
            case MINE ->
                    new Empty(
                            t("You have no case"),
                            t("Cases that you claim stand here until they are done."),
                            t("See what nobody has"),
                            query.with(QueueQuery.Tab.UNCLAIMED).path(""));
            case CLOSED ->
                    new Empty(
                            t("Nothing is closed yet"),
                            t(
                                    "Cases that were resolved or dismissed stand here, the newest first."),
                            null,
                            null);
            case SOON ->
                    new Empty(
                            t("Nothing is running out"),
                            t("Cases in the last fifth of their time, or past it, stand here."),
                            t("See all cases"),
                            query.with(QueueQuery.Tab.ALL).path(""));
            case HANDED ->
                    new Empty(
                            t("Nothing waits for you"),
                            t("Cases that a colleague offers you, or asks you about, stand here."),
                            t("See your cases"),
                            query.with(QueueQuery.Tab.MINE).path(""));
            case UNATTENDED ->
                    new Empty(
                            t("Somebody takes everything"),
                            t(
                                    "Cases that nobody took within 30 minutes, or whose keeper went away without a cover, stand here."),
                            t("See all cases"),
                            query.with(QueueQuery.Tab.ALL).path(""));
            case WAITING ->
                    new Empty(
                            t("No customer is waited for"),
                            t(
                                    "Once we have spoken, a case may wait for its customer. It stands here until they write."),
                            t("See all cases"),
                            query.with(QueueQuery.Tab.ALL).path(""));
            case SILENT ->
                    new Empty(
                            t("Nobody is silent"),
                            t(
                                    "Customers who are waited for and say nothing for three days stand here."),
                            t("See who is waited for"),
                            query.with(QueueQuery.Tab.WAITING).path(""));
            case ALL, UNCLAIMED -> waiting(manages);
        };
    }

    private Empty waiting(boolean manages) {
        if (sources.list().isEmpty()) {
            return new Empty(
                    t("Nothing is listened to yet"),
                    manages
                            ? t("Add a source: complaints from there appear here within minutes.")
                            : t(
                                    "A manager adds the sources. Complaints from there then appear here."),
                    manages ? t("Add a source") : null,
                    manages ? "/sources" : null);
        }
        return new Empty(
                t("All done"),
                t("Nobody waits for a word. The next complaint appears here by itself."),
                null,
                null);
    }
}
