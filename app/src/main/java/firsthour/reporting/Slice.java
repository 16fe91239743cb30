package firsthour.reporting;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a figure: null parts are not restricted.
///
/// @param day of publication, in the brand's zone
/// @param source the id of a configured feed
/// @param reason of a dismissal, as stored, NO_REASON where none is; of a remedy the rule of the
///   house under which it was given
/// @param language as the model named it; `und` where it named none
public record Slice(
        @Nullable LocalDate day,
        @Nullable Long source,
        @Nullable Judgement judgement,
        @Nullable String reason,
        @Nullable String language) {
    public static final Slice ALL = new Slice(null, null, null, null, null);

    public Slice on(LocalDate newDay) {
        return new Slice(newDay, source, judgement, reason, language);
    }

    public Slice from(long newSource) {
        return new Slice(day, newSource, judgement, reason, language);
    }

    public Slice judged(Judgement newJudgement) {
        return new Slice(day, source, newJudgement, reason, language);
    }

    public Slice because(String newReason) {
        return new Slice(day, source, judgement, newReason, language);
    }

    public Slice in(String newLanguage) {
        return new Slice(day, source, judgement, reason, newLanguage);
    }

    /// This slice's conditions; adds their values.
    String narrow(Subject subject, WeekSpan week, Map<String, Object> values) {
        var sql = new StringBuilder();
        if (day != null) {
            sql.append(" AND m.published_at >= :dayFrom AND m.published_at < :dayTo");
            values.put("dayFrom", week.startOf(day));
            values.put("dayTo", week.startOf(day.plusDays(1)));
        }
        if (source != null) {
            sql.append(" AND s.id = :source");
            values.put("source", source);
        }
        if (judgement != null) {
            sql.append(" AND ").append(Subject.JUDGEMENT).append(" = :judgement");
            values.put("judgement", judgement);
        }
        if (reason != null) {
            sql.append(
                    subject == Subject.REMEDY
                            ? " AND w.house_rule = :reason"
                            : " AND COALESCE(c.dismissal_reason, 'NO_REASON') = :reason");
            values.put("reason", reason);
        }
        if (language != null) {
            sql.append(" AND COALESCE(g.language, 'und') = :language");
            values.put("language", language);
        }
        return sql.toString();
    }
}
