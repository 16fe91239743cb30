package firsthour.reporting;

import static firsthour.language.Texts.t;
import static firsthour.reporting.MentionFigures.notNegative;
import static firsthour.reporting.Projection.instant;
import static firsthour.reporting.Projection.instantOrNull;

import firsthour.language.ReasonWords;
import firsthour.reporting.WeeklyReport.WorthReading;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Chooses the cases worth reading among those whose customer wrote in the week.
@Singleton
class Choice {
    /// The first human words: an automatic account's are none.
    private static final String CASES =
            """
            SELECT c.id, c.kind, c.priority, m.published_at,
                JSON_VALUE(c.priority_reasons, '$[0].reason') AS priority_reason,
                (SELECT COUNT(*) FROM mention j WHERE j.case_id = c.id) AS posts,
                (SELECT MIN(r.posted_at) FROM reply r
                    LEFT JOIN found_reply f
                        ON f.post_id = r.found_post_id AND f.brand_id = c.brand_id
                    WHERE r.case_id = c.id AND NOT COALESCE(f.bot, FALSE)) AS first_word_at,
                (SELECT MIN(r.posted_at) FROM reply r
                    LEFT JOIN found_reply f
                        ON f.post_id = r.found_post_id AND f.brand_id = c.brand_id
                    WHERE r.case_id = c.id AND r.kind = 'ANSWER'
                        AND NOT COALESCE(f.bot, FALSE)) AS answered_at
            FROM cases c JOIN mention m ON m.id = c.mention_id
            WHERE c.brand_id = :brand AND m.published_at >= :from AND m.published_at < :to
                AND c.state NOT IN ('DISMISSED', 'MERGED')
            ORDER BY c.priority DESC, c.id
            """;

    private static final int LEAST = 4;

    private final Projection projection;
    private final FigureRows rows;

    Choice(Projection projection, FigureRows rows) {
        this.projection = projection;
        this.rows = rows;
    }

    record Candidate(
            long id,
            String kind,
            int posts,
            Instant published,
            @Nullable String priorityReason,
            @Nullable Duration firstWord,
            @Nullable Duration answer) {

        boolean complaint() {
            return kind.equals("COMPLAINT");
        }
    }

    List<WorthReading> worthReading(Bounds bounds) {
        var candidates =
                projection.list(
                        CASES,
                        bounds.values(),
                        row -> {
                            var published = instant(row, "published_at");
                            return new Candidate(
                                    row.getLong("id"),
                                    row.getString("kind"),
                                    row.getInt("posts"),
                                    published,
                                    row.getString("priority_reason"),
                                    since(published, instantOrNull(row, "first_word_at")),
                                    since(published, instantOrNull(row, "answered_at")));
                        });
        var chosen = new LinkedHashMap<Candidate, List<String>>();
        candidates.stream()
                .findFirst()
                .ifPresent(c -> add(chosen, c, urgency(t("Most urgent"), c)));
        choose(chosen, candidates, c -> c.posts() > 2, byPosts(), t("Wrote again and again"));
        choose(
                chosen,
                candidates,
                c -> c.firstWord() == null,
                byAge(),
                t("Without a word until now"));
        choose(chosen, candidates, c -> c.firstWord() != null, bySlowest(), t("Waited longest"));
        choose(
                chosen,
                candidates,
                c -> c.complaint() && c.answer() != null,
                byQuickest(),
                t("Answered fastest"));
        candidates.stream()
                .filter(c -> !chosen.containsKey(c))
                .limit(Math.max(0, LEAST - chosen.size()))
                .toList()
                .forEach(c -> add(chosen, c, urgency(t("Also urgent"), c)));
        return chosen.entrySet().stream()
                .map(e -> read(String.join(". ", e.getValue()), e.getKey()))
                .toList();
    }

    private WorthReading read(String why, Candidate candidate) {
        return new WorthReading(
                why,
                rows.getCase(candidate.id()),
                candidate.firstWord(),
                candidate.answer(),
                candidate.posts());
    }

    /// Adds the first case by an order. One case may be chosen for several reasons: that somebody
    /// waited longest is said of nobody else.
    private static void choose(
            Map<Candidate, List<String>> chosen,
            List<Candidate> candidates,
            Predicate<Candidate> fitting,
            Comparator<Candidate> order,
            String why) {
        candidates.stream().filter(fitting).min(order).ifPresent(c -> add(chosen, c, why));
    }

    private static void add(Map<Candidate, List<String>> chosen, Candidate candidate, String why) {
        chosen.computeIfAbsent(candidate, c -> new ArrayList<>()).add(why);
    }

    private static Comparator<Candidate> byAge() {
        return Comparator.comparing(Candidate::published);
    }

    private static Comparator<Candidate> byPosts() {
        return Comparator.comparing(c -> -c.posts());
    }

    private static Comparator<Candidate> bySlowest() {
        return Comparator.comparing(
                Candidate::firstWord, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    private static Comparator<Candidate> byQuickest() {
        return Comparator.comparing(
                Candidate::answer, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static String urgency(String rank, Candidate candidate) {
        var reason = candidate.priorityReason();
        return reason == null || reason.isBlank() ? rank : rank + ": " + ReasonWords.say(reason);
    }

    private static @Nullable Duration since(Instant published, @Nullable Instant at) {
        return at == null ? null : notNegative(Duration.between(published, at));
    }
}
