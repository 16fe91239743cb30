package firsthour.system;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;

/// Fills an installation with open cases, faster than triage would open them.
final class OpenCases {
    private OpenCases() {}

    /// Adds so many mentions that opened no case. Every thousandth has a rare word.
    static void addMentions(Installation installation, int number)
            throws SQLException, IOException {
        try (var connection = installation.connect();
                var statement = connection.createStatement()) {
            addSource(statement);
            // The index of words is made at the end: that is quicker than word by word.
            statement.execute("ALTER TABLE post DROP INDEX post_by_words");
            for (int from = 1; from <= number; from += 100_000) {
                statement.execute(
                        """
                        INSERT INTO post (source_id, external_id, network, text, content_key,
                          author_handle, followers, published_at, detected_at, history)
                        SELECT s.id, CONCAT('said-', n.seq), 'file',
                          CONCAT('Kestrel number ', n.seq, ' of ', n.seq MOD 97, ' opens at the ',
                            ELT(1 + n.seq MOD 7, 'station', 'harbour', 'market', 'bridge', 'church',
                              'park', 'school'), ' and people queue there',
                            IF(n.seq MOD 1000 = 0, ' in Wuppertal', ''), '.'),
                          SHA2(n.seq, 256), CONCAT('reader', n.seq MOD 200000), 0,
                          UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), FALSE
                        FROM seq_%d_to_%d n JOIN source s ON s.name = 'bench'
                        """
                                .formatted(from, Math.min(number, from + 99_999)));
                statement.execute(
                        """
                        INSERT INTO mention (post_id, brand_id, state, verdict, reason,
                          published_at, detected_at)
                        SELECT p.id, 1, 'TRIAGED', 'LISTED', 'calm', p.published_at, p.detected_at
                        FROM post p LEFT JOIN mention m ON m.post_id = p.id WHERE m.id IS NULL
                        """);
            }
            statement.execute("SET SESSION innodb_ft_enable_stopword = OFF");
            statement.execute("ALTER TABLE post ADD FULLTEXT INDEX post_by_words (title, text)");
        }
    }

    private static void addSource(Statement statement) throws SQLException {
        statement.execute(
                "INSERT IGNORE INTO source (network, name, settings, created_at)"
                        + " VALUES ('file', 'bench', '{}', UTC_TIMESTAMP(6))");
    }

    /// Adds cases until there are so many.
    static void fillUpTo(Installation installation, int size) throws SQLException, IOException {
        try (var connection = installation.connect();
                var statement = connection.createStatement()) {
            int there;
            try (var counted = statement.executeQuery("SELECT COUNT(*) FROM cases")) {
                counted.next();
                there = counted.getInt(1);
            }
            var numbers = "seq_" + (there + 1) + "_to_" + size;
            addSource(statement);
            statement.execute(
                    """
                    INSERT INTO post (source_id, external_id, network, text, content_key,
                      author_handle, followers, published_at, detected_at, history)
                    SELECT s.id, CONCAT('open-', n.seq), 'file',
                      CONCAT('Kestrel lost my parcel number ', n.seq, ' and nobody answers'),
                      SHA2(n.seq, 256), CONCAT('author', MOD(n.seq, 5000)), MOD(n.seq, 3000),
                      UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), FALSE
                    FROM %s n JOIN source s ON s.name = 'bench'
                    """
                            .formatted(numbers));
            statement.execute(
                    """
                    INSERT INTO mention (post_id, brand_id, state, verdict, reason, published_at,
                      detected_at)
                    SELECT p.id, 1, 'TRIAGED', 'FLAGGED', 'negative', p.published_at, p.detected_at
                    FROM post p LEFT JOIN mention m ON m.post_id = p.id WHERE m.id IS NULL
                    """);
            statement.execute(
                    """
                    INSERT INTO cases (brand_id, kind, state, mention_id, network, author_handle,
                      priority, priority_reasons, episode_started_at, opened_at, due_at, due_kind,
                      soon_at)
                    SELECT 1, 'COMPLAINT', 'OPEN', m.id, p.network, p.author_handle, m.id % 100,
                      '[]', m.detected_at, m.detected_at, m.detected_at + INTERVAL 24 HOUR,
                      'ACKNOWLEDGEMENT', m.detected_at + INTERVAL 20 HOUR
                    FROM mention m JOIN post p ON p.id = m.post_id
                    WHERE m.case_id IS NULL AND m.verdict = 'FLAGGED'
                    """);
            statement.execute(
                    "UPDATE mention m JOIN cases c ON c.mention_id = m.id SET m.case_id = c.id");
            statement.execute(
                    """
                    INSERT INTO clock (case_id, brand_id, episode, kind, state, target_seconds,
                      started_at, half_at, warn_at, due_at)
                    SELECT c.id, 1, 1, 'ACKNOWLEDGEMENT', 'RUNNING', 86400, c.opened_at,
                      c.opened_at + INTERVAL 12 HOUR, c.soon_at, c.due_at
                    FROM cases c LEFT JOIN clock k ON k.case_id = c.id WHERE k.id IS NULL
                    """);
            statement.execute("ANALYZE TABLE post, mention, cases, clock");
        }
    }
}
