package firsthour.reporting;

import static firsthour.reporting.MentionFigures.notNegative;
import static firsthour.reporting.Projection.instant;

import firsthour.reporting.WeekFigures.Care;
import firsthour.reporting.WeekFigures.FirstWord;
import firsthour.reporting.WeekFigures.FoundReplies;
import firsthour.reporting.WeekFigures.Recovery;
import firsthour.reporting.WeeklyReport.Reason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Counts what we did about it.
@Singleton
class ResponseFigures {
    private final Projection projection;
    private final FigureRows rows;

    ResponseFigures(Projection projection, FigureRows rows) {
        this.projection = projection;
        this.rows = rows;
    }

    Share acknowledged(Bounds bounds) {
        return share(Figure.ACKNOWLEDGED_IN_TIME, Figure.ACKNOWLEDGEMENT_DUE, bounds);
    }

    Share answered(Bounds bounds) {
        return share(Figure.ANSWERED_IN_TIME, Figure.ANSWER_DUE, bounds);
    }

    Care care(Bounds bounds) {
        return new Care(
                share(Figure.WITHIN_HOUR, Figure.HOUR_ENDED, bounds),
                share(Figure.WITHIN_DAY, Figure.DAY_ENDED, bounds),
                share(Figure.WROTE_AGAIN, Figure.ANSWER_DUE, bounds),
                share(Figure.PROMISES_KEPT, Figure.PROMISES_DUE, bounds),
                share(Figure.REOPENED, Figure.EPISODES, bounds),
                share(Figure.HANDED_OVER, Figure.CLOSED, bounds),
                mostHandovers(bounds));
    }

    private int mostHandovers(Bounds bounds) {
        return projection.count(
                "SELECT COALESCE(MAX((SELECT COUNT(*) FROM handover h"
                        + " WHERE h.case_id = c.id AND h.came_to = 'ACCEPTED')), 0) "
                        + Figure.CLOSED.rows(),
                bounds.values());
    }

    private Share share(Figure part, Figure of, Bounds bounds) {
        return new Share(count(part, bounds), count(of, bounds));
    }

    boolean complaintsOnly(Bounds bounds) {
        return projection.count(
                        "SELECT COUNT(*) " + Figure.ANSWER_DUE.rows() + "AND c.kind <> 'COMPLAINT'",
                        bounds.values())
                == 0;
    }

    int count(Figure figure, Bounds bounds) {
        return rows.count(figure, Slice.ALL, bounds);
    }

    /// The customer's clock starts with the post, in a later episode when the case was reopened;
    /// the staff's when they could know: as its deadline does.
    List<FirstWord> firstWords(Bounds bounds) {
        return projection.list(
                """
                SELECT k.met_at, k.met_at <= k.due_at AS in_time, s.name AS source_name,
                    IF(k.episode = 1, m.published_at, k.started_at) AS published_from,
                    k.started_at,
                    JSON_VALUE(g.topics, '$[0]') AS topic
                """
                        + Figure.FIRST_WORDS.rows()
                        + "ORDER BY k.met_at, k.id",
                bounds.values(),
                row -> {
                    var metAt = instant(row, "met_at");
                    return new FirstWord(
                            notNegative(Duration.between(instant(row, "published_from"), metAt)),
                            notNegative(Duration.between(instant(row, "started_at"), metAt)),
                            row.getBoolean("in_time"),
                            row.getString("source_name"),
                            row.getString("topic"));
                });
    }

    FoundReplies foundReplies(Bounds bounds) {
        return projection
                .list(
                        "SELECT COUNT(*) AS n, COALESCE(SUM(f.bot), 0) AS automatic,"
                                + " COALESCE(SUM(f.case_id IS NULL), 0) AS untied "
                                + Figure.FOUND_REPLIES.rows(),
                        bounds.values(),
                        row ->
                                new FoundReplies(
                                        row.getInt("n"),
                                        row.getInt("automatic"),
                                        row.getInt("untied")))
                .getFirst();
    }

    Recovery recovery(Bounds bounds) {
        return new Recovery(
                count(Figure.RATINGS_RAISED, bounds),
                count(Figure.THANKED, bounds),
                count(Figure.PRAISED, bounds),
                count(Figure.NEVER_BACK, bounds));
    }

    List<Reason> dismissals(Bounds bounds) {
        return projection.list(
                "SELECT COALESCE(c.dismissal_reason, 'NO_REASON') AS dismissed_for, COUNT(*) AS n "
                        + Figure.DISMISSED.rows()
                        + "GROUP BY dismissed_for ORDER BY n DESC, dismissed_for",
                bounds.values(),
                row -> new Reason(row.getString("dismissed_for"), row.getInt("n")));
    }
}
