package firsthour.reporting;

/// What a figure counts. Each has the same aliases: `p` post, `s` source, `m` mention, `g` score,
/// `c` case, `k` clock; those that a subject has not are null.
enum Subject {
    MENTION(
            "m.brand_id",
            """
            FROM mention m
            JOIN post p ON p.id = m.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN score g ON g.mention_id = m.id
            LEFT JOIN cases c ON c.id = m.case_id
            LEFT JOIN clock k ON FALSE
            """),
    /// A clock of a case: a case that was reopened may have several in one week.
    DEADLINE(
            "k.brand_id",
            """
            FROM clock k
            JOIN cases c ON c.id = k.case_id
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
            LEFT JOIN clock k ON FALSE
            """),
    FOUND_REPLY(
            "f.brand_id",
            """
            FROM found_reply f
            JOIN post p ON p.id = f.post_id
            JOIN source s ON s.id = p.source_id
            LEFT JOIN cases c ON c.id = f.case_id
            LEFT JOIN mention m ON FALSE
            LEFT JOIN score g ON FALSE
            LEFT JOIN clock k ON FALSE
            """);

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

    /// The tables.
    String from() {
        return from;
    }
}
