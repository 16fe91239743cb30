package firsthour.reporting;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A number of the report together with the condition in SQL that counts it and lists it, so that
/// the list behind a number has exactly as many rows. `:from` and `:to` bound the week; `:until` is
/// the end of the week, or now while the week runs.
public enum Figure {
    MENTIONS(Subject.MENTION, mark("Mentions"), Sql.MENTIONED_IN_WEEK),
    /// Found more than 48 hours after they were published: they open no case.
    HISTORY(
            Subject.MENTION,
            mark("Mentions found as history"),
            Sql.MENTIONED_IN_WEEK + " AND (p.history OR m.late)"),

    /// Found in the ordinary way: those that the detection lag is about.
    DETECTED(
            Subject.MENTION,
            mark("Mentions found within 48 hours"),
            Sql.MENTIONED_IN_WEEK + " AND NOT (p.history OR m.late)"),

    ACKNOWLEDGEMENT_DUE(
            Subject.DEADLINE, mark("First words that fell due"), Sql.DUE + Sql.ACKNOWLEDGEMENT),
    ACKNOWLEDGED_IN_TIME(
            Subject.DEADLINE,
            mark("First words in time"),
            Sql.DUE + Sql.ACKNOWLEDGEMENT + Sql.IN_TIME),
    ACKNOWLEDGED_LATE(
            Subject.DEADLINE,
            mark("First words too late, or not yet"),
            Sql.DUE + Sql.ACKNOWLEDGEMENT + Sql.NOT_IN_TIME),
    /// Whose time to the first human word is known.
    FIRST_WORDS(
            Subject.DEADLINE,
            mark("Customers who heard from us"),
            Sql.DUE + Sql.ACKNOWLEDGEMENT + " AND k.met_at IS NOT NULL"),
    WITHOUT_WORD(
            Subject.DEADLINE,
            mark("Customers without a word yet"),
            Sql.DUE + Sql.ACKNOWLEDGEMENT + " AND k.met_at IS NULL"),

    ANSWER_DUE(Subject.DEADLINE, mark("Answers that fell due"), Sql.DUE + Sql.ANSWER),
    ANSWERED_IN_TIME(
            Subject.DEADLINE, mark("Answered in time"), Sql.DUE + Sql.ANSWER + Sql.IN_TIME),
    ANSWERED_LATE(
            Subject.DEADLINE,
            mark("Answered too late, or not yet"),
            Sql.DUE + Sql.ANSWER + Sql.NOT_IN_TIME),

    /// By the clock on the wall, whatever a policy says: pauses and closed hours count.
    HOUR_ENDED(Subject.DEADLINE, mark("Customers whose first hour ended"), Sql.HOUR_ENDED),
    WITHIN_HOUR(
            Subject.DEADLINE,
            mark("First words within the hour"),
            Sql.HOUR_ENDED + " AND k.met_at <= k.started_at + INTERVAL 1 HOUR"),
    DAY_ENDED(Subject.DEADLINE, mark("Customers whose first day ended"), Sql.DAY_ENDED),
    WITHIN_DAY(
            Subject.DEADLINE,
            mark("Answers within the day"),
            Sql.DAY_ENDED + " AND k.met_at <= k.started_at + INTERVAL 1 DAY"),

    /// Of the answers that fell due, those to whom the same person wrote once more before.
    WROTE_AGAIN(
            Subject.DEADLINE,
            mark("Customers who had to write again before an answer"),
            Sql.DUE
                    + Sql.ANSWER
                    + " AND EXISTS (SELECT 1 FROM mention n JOIN post q ON q.id = n.post_id"
                    + " WHERE n.case_id = c.id AND n.id <> m.id"
                    + " AND q.author_handle = p.author_handle"
                    + " AND n.published_at > IF(k.episode = 1, m.published_at, k.started_at)"
                    + " AND n.published_at < COALESCE(k.met_at, :until))"),

    PROMISES_DUE(Subject.PROMISE, mark("Promises that fell due"), Sql.PROMISED),
    PROMISES_KEPT(
            Subject.PROMISE,
            mark("Promises kept in time"),
            Sql.PROMISED + " AND k.kept_at <= k.due_at"),

    /// Opened and reopened.
    EPISODES(Subject.EVENT, mark("Cases opened and reopened"), Sql.BEGUN),
    REOPENED(Subject.EVENT, mark("Cases reopened"), Sql.BEGUN + " AND e.type <> 'CaseOpened'"),

    CLOSED(Subject.CASE, mark("Cases closed"), Sql.CLOSED),
    HANDED_OVER(
            Subject.CASE,
            mark("Cases closed that were handed over"),
            Sql.CLOSED
                    + " AND EXISTS (SELECT 1 FROM handover h"
                    + " WHERE h.case_id = c.id AND h.came_to = 'ACCEPTED')"),

    /// Waiting for an answer at the end of the week.
    UNANSWERED(Subject.DEADLINE, mark("Unanswered at the end of the week"), Sql.UNANSWERED),
    LATE(
            Subject.DEADLINE,
            mark("Unanswered and late at the end of the week"),
            Sql.UNANSWERED + " AND k.due_at < :until"),

    DISMISSED(Subject.CASE, mark("Cases dismissed"), Sql.CLOSED + " AND c.state = 'DISMISSED'"),
    RATINGS_RAISED(
            Subject.SIGN,
            mark("Ratings raised after our reply"),
            Sql.WON_BACK_IN_WEEK + " AND w.kind = 'RATING_RAISED'"),
    THANKED(
            Subject.SIGN,
            mark("Thanks after our reply"),
            Sql.WON_BACK_IN_WEEK + " AND w.kind = 'THANKS'"),
    PRAISED(
            Subject.SIGN,
            mark("Praise after our reply"),
            Sql.WON_BACK_IN_WEEK + " AND w.kind = 'PRAISE'"),
    /// Whose thirty days since our answer ended in the week, and who has not written since.
    NEVER_BACK(Subject.CASE, mark("Answered and never came back"), Sql.NEVER_BACK),
    FOUND_REPLIES(
            Subject.FOUND_REPLY,
            mark("Replies of our own accounts"),
            "p.published_at >= :from AND p.published_at < :to"),

    /// Whose post somebody may have read while it had no answer.
    EXPOSED(Subject.EXPOSURE, mark("Cases that were read without an answer"), Sql.EXPOSED),

    LOOKS_ASKED(Subject.LOOK, mark("Second looks that were asked for"), Sql.LOOKED),
    LOOKS_APPROVED(
            Subject.LOOK,
            mark("Second looks: approved as it was"),
            Sql.LOOKED + " AND k.state = 'APPROVED' AND NOT " + Sql.EDITED),
    LOOKS_EDITED(
            Subject.LOOK,
            mark("Second looks: edited and approved"),
            Sql.LOOKED + " AND k.state = 'APPROVED' AND " + Sql.EDITED),
    LOOKS_SENT_BACK(
            Subject.LOOK,
            mark("Second looks: sent back"),
            Sql.LOOKED + " AND k.state = 'SENT_BACK'"),
    /// The reply might be posted without: nobody had looked in time.
    LOOKS_LAPSED(
            Subject.LOOK, mark("Second looks: lapsed"), Sql.LOOKED + " AND k.state = 'LAPSED'"),

    /// Of the customer, who had written since our last word: nobody waits for who has spoken.
    LATE_PAUSES(
            Subject.EVENT,
            mark("Pauses set after the customer had replied"),
            Sql.PAUSED
                    + " AND EXISTS (SELECT 1 FROM mention n JOIN post q ON q.id = n.post_id"
                    + " WHERE n.case_id = c.id AND q.author_handle = p.author_handle"
                    + " AND n.published_at < e.at AND n.published_at > "
                    + Sql.LAST_WORD
                    + ")"),

    REMEDIES(Subject.REMEDY, mark("Remedies"), Sql.GIVEN),
    REFUNDS(Subject.REMEDY, mark("Refunds"), Sql.GIVEN + " AND w.kind = 'REFUND'"),
    DISCOUNTS(Subject.REMEDY, mark("Discounts"), Sql.GIVEN + " AND w.kind = 'DISCOUNT'"),
    REPLACEMENTS(Subject.REMEDY, mark("Replacements"), Sql.GIVEN + " AND w.kind = 'REPLACEMENT'"),
    OTHER_REMEDIES(Subject.REMEDY, mark("Other remedies"), Sql.GIVEN + " AND w.kind = 'OTHER'");

    private final Subject subject;
    private final String title;
    private final String condition;

    Figure(Subject subject, String title, String condition) {
        this.subject = subject;
        this.title = title;
        this.condition = condition;
    }

    Subject subject() {
        return subject;
    }

    /// What is counted, in words.
    public String title() {
        return t(title);
    }

    /// `FROM … WHERE …` of this figure, for the brand `:brand`.
    String rows() {
        return subject.from() + "WHERE " + subject.brand() + " = :brand AND " + condition + "\n";
    }

    /// The name in addresses: `answered-late`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> findBySlug(String slug) {
        return Arrays.stream(values()).filter(figure -> figure.slug().equals(slug)).findFirst();
    }

    /// Conditions that several figures share.
    private static final class Sql {
        // The brand's own words are none, also where their account was named only later.
        static final String MENTIONED_IN_WEEK =
                "m.published_at >= :from AND m.published_at < :to"
                        + " AND NOT (m.verdict <=> 'FOUND_REPLY')";
        static final String ACKNOWLEDGEMENT = " AND k.kind = 'ACKNOWLEDGEMENT'";
        static final String ANSWER = " AND k.kind = 'ANSWER'";
        // Everything that fell due, whatever came of it; only what was called off is left out.
        static final String DUE =
                "k.due_at >= :from AND k.due_at < :until AND k.state <> 'CANCELLED'";
        static final String IN_TIME = " AND k.met_at <= k.due_at";
        static final String NOT_IN_TIME = " AND (k.met_at IS NULL OR k.met_at > k.due_at)";
        // As it stood then: what was answered or called off since was still waiting.
        static final String UNANSWERED =
                "k.kind = 'ANSWER' AND c.opened_at < :until AND k.started_at < :until"
                        + " AND (k.met_at IS NULL OR k.met_at >= :until)"
                        + " AND (k.cancelled_at IS NULL OR k.cancelled_at >= :until)";

        static final String WON_BACK_IN_WEEK = "w.at >= :from AND w.at < :to";
        // Whoever may have come back, be it under a name that others have as well, is not counted.
        static final String NEVER_BACK =
                """
                c.answered_at + INTERVAL 30 DAY >= :from
                AND c.answered_at + INTERVAL 30 DAY < :until
                AND c.state NOT IN ('DISMISSED', 'MERGED') AND c.author_handle IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM mention n
                    WHERE n.case_id = c.id
                        AND n.published_at > c.answered_at AND n.published_at < :until)
                AND NOT EXISTS (SELECT 1 FROM post q
                    JOIN mention n ON n.post_id = q.id AND n.brand_id = c.brand_id
                    WHERE q.network = c.network AND q.author_handle = c.author_handle
                        AND q.published_at > c.answered_at AND q.published_at < :until)
                AND NOT EXISTS (SELECT 1 FROM same_author l
                    JOIN post q
                        ON q.network = l.other_network AND q.author_handle = l.other_handle
                    JOIN mention n ON n.post_id = q.id AND n.brand_id = c.brand_id
                    WHERE l.brand_id = c.brand_id AND l.network = c.network
                        AND l.handle = c.author_handle
                        AND q.published_at > c.answered_at AND q.published_at < :until)\
                """;
        static final String HOUR_ENDED =
                "k.kind = 'ACKNOWLEDGEMENT' AND k.started_at + INTERVAL 1 HOUR >= :from"
                        + " AND k.started_at + INTERVAL 1 HOUR < :until"
                        + " AND (k.cancelled_at IS NULL"
                        + " OR k.cancelled_at > k.started_at + INTERVAL 1 HOUR)";
        static final String DAY_ENDED =
                "k.kind = 'ANSWER' AND k.started_at + INTERVAL 1 DAY >= :from"
                        + " AND k.started_at + INTERVAL 1 DAY < :until"
                        + " AND (k.cancelled_at IS NULL"
                        + " OR k.cancelled_at > k.started_at + INTERVAL 1 DAY)";
        static final String PROMISED =
                "k.due_at >= :from AND k.due_at < :until AND k.state <> 'WITHDRAWN'";
        static final String BEGUN =
                "e.type IN ('CaseOpened', 'CaseReopened', 'CaseReopenedByCustomer')"
                        + " AND e.at >= :from AND e.at < :until";
        static final String CLOSED = "c.closed_at >= :from AND c.closed_at < :to";

        // As the customer reckons: from when they wrote, whatever is waited for meanwhile.
        static final String EXPOSED =
                // First what the clock alone tells.
                "COALESCE(k.met_at, k.cancelled_at, :until) > :from"
                        + " AND c.state <> 'DISMISSED' AND "
                        + Subject.AUDIENCE
                        + " > 0 AND "
                        + Subject.EXPOSED_FROM
                        + " < :until AND "
                        + Subject.EXPOSED_TO
                        + " > GREATEST("
                        + Subject.EXPOSED_FROM
                        + ", :from)";
        // Where no time was left nobody was asked: that is noted as one that lapsed at once.
        static final String LOOKED =
                "k.asked_at >= :from AND k.asked_at < :until AND k.due_at > k.asked_at";
        // The words are forgotten one day, the event stays.
        static final String EDITED =
                "EXISTS (SELECT 1 FROM event_log e WHERE e.case_id = k.case_id"
                        + " AND e.type = 'SecondLookGiven'"
                        + " AND JSON_VALUE(e.data, '$.lookId') = k.id"
                        + " AND JSON_VALUE(e.data, '$.changed') IN ('1', 'true'))";
        static final String PAUSED = "e.type = 'WaitingBegan' AND e.at >= :from AND e.at < :until";
        // A follow-up answers nothing.
        static final String LAST_WORD =
                "(SELECT COALESCE(MAX(r.posted_at), '1970-01-01') FROM reply r"
                        + " WHERE r.case_id = c.id AND r.posted_at <= e.at"
                        + " AND r.kind <> 'FOLLOW_UP')";
        static final String GIVEN = "w.given_at >= :from AND w.given_at < :until";

        private Sql() {}
    }
}
