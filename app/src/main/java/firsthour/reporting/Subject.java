package firsthour.reporting;

/// What a figure counts. Each has the same aliases: `p` post, `s` source, `m` mention, `g` score,
/// `c` case; what a subject has not is null.
enum Subject {
    MENTION(
            "m.brand_id",
            """
            FROM mention m
            JOIN post p ON p.id = m.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN score g ON g.mention_id = m.id
            LEFT JOIN cases c ON c.id = m.case_id
            """),
    /// A clock of a case: a case that was reopened may have several in one week. One that is paused
    /// has no deadline yet; those of a case that was merged are not counted beside the other one's.
    DEADLINE(
            "k.brand_id",
            """
            FROM clock k
            JOIN cases c ON c.id = k.case_id AND k.state <> 'PAUSED' AND c.state <> 'MERGED'
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN score g ON g.mention_id = m.id
            """),
    CASE(
            "c.brand_id",
            """
            FROM cases c
            JOIN mention m ON m.id = c.mention_id
            JOIN post p ON p.id = m.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN score g ON g.mention_id = m.id
            """),
    /// A post that tells that the customer of a case was won back: `w`.
    SIGN(
            "w.brand_id",
            """
            FROM recovery_sign w
            JOIN cases c ON c.id = w.case_id AND c.state <> 'MERGED'
            JOIN mention m ON m.id = w.mention_id
            JOIN post p ON p.id = m.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN score g ON g.mention_id = m.id
            """),
    FOUND_REPLY(
            "f.brand_id",
            """
            FROM found_reply f
            JOIN post p ON p.id = f.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN cases c ON c.id = f.case_id
            LEFT JOIN mention m ON m.post_id = f.post_id AND m.brand_id = f.brand_id
            LEFT JOIN score g ON g.mention_id = m.id
            """),
    /// What an event tells of a case, such as its beginning: `e`.
    EVENT(
            "e.brand_id",
            "FROM event_log e JOIN cases c ON c.id = e.case_id AND c.state <> 'MERGED'\n"
                    + Opening.SQL),
    PROMISE("c.brand_id", "FROM promise k JOIN cases c ON c.id = k.case_id\n" + Opening.SQL),
    /// A second look: `k`.
    LOOK(
            "c.brand_id",
            "FROM second_look k JOIN cases c ON c.id = k.case_id AND c.state <> 'MERGED'\n"
                    + Opening.SQL),
    /// What a customer was given: `w`.
    REMEDY("c.brand_id", "FROM remedy w JOIN cases c ON c.id = w.case_id\n" + Opening.SQL),
    /// An answer that is or was owed in public, also while its clock is paused: `k`. A case that
    /// was reopened is one case, however many answers it was owed.
    EXPOSURE(
            "k.brand_id",
            "FROM clock k JOIN cases c ON c.id = k.case_id"
                    + " AND k.kind = 'ANSWER' AND c.state <> 'MERGED'\n"
                    + Opening.SQL);

    /// Who may have read the post: its author's followers, and a hundred for each repost.
    static final String AUDIENCE = "(COALESCE(p.followers, 0) + 100 * COALESCE(p.reposts, 0))";

    /// Since when it has stood there without an answer.
    static final String EXPOSED_FROM = "IF(k.episode = 1, m.published_at, k.started_at)";

    /// Until when; what is not over goes on to the end of the week, or to now.
    static final String EXPOSED_TO = "COALESCE(k.met_at, k.cancelled_at, :until)";

    /// Audience × seconds within the week.
    static final String EXPOSURE_SECONDS =
            AUDIENCE
                    + " * TIMESTAMPDIFF(SECOND, GREATEST("
                    + EXPOSED_FROM
                    + ", :from), LEAST("
                    + EXPOSED_TO
                    + ", :until))";

    /// The judgement that counts: the last correction by a person, else the model's.
    static final String JUDGEMENT =
            """
            COALESCE(
                (SELECT r.polarity FROM correction r WHERE r.mention_id = m.id ORDER BY r.id DESC LIMIT 1),
                g.polarity,
                'UNJUDGED')
            """;

    private final String brand;
    private final String from;

    Subject(String brand, String from) {
        this.brand = brand;
        this.from = from;
    }

    /// The column that names the brand.
    String brand() {
        return brand;
    }

    /// The deadline's columns: null where the subject is none.
    String deadline() {
        return switch (this) {
            case DEADLINE -> "k.due_at, k.met_at";
            case PROMISE -> "k.due_at, k.kept_at AS met_at";
            case EXPOSURE ->
                    "MAX(k.due_at) AS due_at,"
                            + " IF(COUNT(k.met_at) = COUNT(*), MAX(k.met_at), NULL) AS met_at";
            case MENTION, CASE, EVENT, SIGN, FOUND_REPLY, LOOK, REMEDY ->
                    "NULL AS due_at, NULL AS met_at";
        };
    }

    /// The order of lists: what falls due by when it does, what happened by when it did, what was
    /// exposed most first, everything else by publication.
    String order() {
        return switch (this) {
            case DEADLINE, PROMISE -> "k.due_at, k.id";
            case EVENT -> "e.at, e.id";
            case SIGN -> "w.at, w.id";
            case LOOK -> "k.asked_at, k.id";
            case REMEDY -> "w.given_at, w.id";
            case EXPOSURE -> "SUM(" + EXPOSURE_SECONDS + ") DESC, c.id";
            case MENTION, CASE, FOUND_REPLY -> "p.published_at, p.id";
        };
    }

    /// How many there are.
    String counted() {
        return this == EXPOSURE ? "COUNT(DISTINCT c.id)" : "COUNT(*)";
    }

    /// What makes one row of several; empty where each is one.
    String grouped() {
        return this == EXPOSURE ? " GROUP BY c.id" : "";
    }

    /// The tables.
    String from() {
        return from;
    }

    /// The post that opened a case.
    private static final class Opening {
        static final String SQL =
                """
                JOIN mention m ON m.id = c.mention_id
                JOIN post p ON p.id = m.post_id
                JOIN source s ON s.id = p.source_id
                LEFT JOIN score g ON g.mention_id = m.id
                """;

        private Opening() {}
    }
}
