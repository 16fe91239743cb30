package firsthour.triage;

import static org.awaitility.Awaitility.await;

import firsthour.team.Role;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sets the stage for tests of the desk by plain SQL: one brand with its people, and whatever posts
/// a test writes.
@Singleton
@Requires(property = "controlled.time")
public class Stage {
    public static final long BRAND = 1;
    public static final long OTHER_BRAND = 2;
    public static final long SOURCE = 1;
    public static final long OTHER_SOURCE = 2;
    public static final Actor ANNA = new Actor(11, Role.AGENT);
    public static final Actor BEN = new Actor(12, Role.AGENT);
    public static final Actor MIRA = new Actor(13, Role.MANAGER);
    public static final Actor VERA = new Actor(14, Role.VIEWER);

    private static final List<String> TABLES =
            List.of(
                    "event_pending",
                    "event_log",
                    "testimonial",
                    "thanks",
                    "recovery_look",
                    "recovery_sign",
                    "same_author",
                    "second_look",
                    "look_rule",
                    "promise",
                    "remedy",
                    "clock_pause",
                    "clock",
                    "policy_target",
                    "policy",
                    "day_off",
                    "calendar_version",
                    "calendar",
                    "outgoing_reply",
                    "reply",
                    "found_reply",
                    "case_merge",
                    "bulk",
                    "cases",
                    "cause",
                    "routing_rule",
                    "queue_view",
                    "team",
                    "correction",
                    "spot_check",
                    "spot_check_draw",
                    "threshold_move",
                    "topic_word",
                    "score",
                    "mention",
                    "post_revision",
                    "post",
                    "own_account",
                    "tracked_query",
                    "source",
                    "brand",
                    "api_token",
                    "member",
                    "cause_signature",
                    "cause_turn",
                    "triage_turn");

    private static final String WAITS =
            """
            SELECT variable_value FROM information_schema.GLOBAL_STATUS
            WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'
            """;

    /// What a node holds that decides about the brand's mentions.
    public static final String TURN =
            """
            INSERT INTO triage_turn (brand_id) VALUES (1)
            ON DUPLICATE KEY UPDATE brand_id = VALUES(brand_id)
            """;

    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final ControlledTime time;
    private final Triage triage;

    Stage(
            JdbcOperations jdbc,
            TransactionOperations<Connection> transactions,
            ControlledTime time,
            Triage triage) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
        this.triage = triage;
    }

    /// Starts anew at Monday, 13:20 in Berlin.
    public void reset() {
        time.set(Instant.parse("2026-11-16T12:20:00Z"));
        TABLES.forEach(table -> execute("DELETE FROM " + table));
        execute(
                """
                INSERT INTO brand (id, name, zone, created_at) VALUES
                  (1, 'Kestrel Coffee', 'Europe/Berlin', '2026-01-01'),
                  (2, 'Harrier Tea', 'UTC', '2026-01-01')
                """);
        execute(
                """
                INSERT INTO source (id, network, name, settings, created_at) VALUES
                  (1, 'mastodon', 'Mastodon', '{}', '2026-01-01'),
                  (2, 'mastodon', 'Mastodon again', '{}', '2026-01-01')
                """);
        execute("INSERT INTO own_account VALUES (1, 1, 'mastodon', 'kestrelcares', FALSE)");
        execute("INSERT INTO own_account VALUES (2, 1, 'mastodon', 'kestrelbot', TRUE)");
        execute(
                """
                INSERT INTO member (id, email, name, role, zone, password_hash, created_at) VALUES
                  (11, 'anna@example.org', 'Anna', 'AGENT', 'UTC', '-', '2026-01-01'),
                  (12, 'ben@example.org', 'Ben', 'AGENT', 'UTC', '-', '2026-01-01'),
                  (13, 'mira@example.org', 'Mira', 'MANAGER', 'UTC', '-', '2026-01-01'),
                  (14, 'vera@example.org', 'Vera', 'VIEWER', 'UTC', '-', '2026-01-01')
                """);
    }

    public Instant now() {
        return time.now();
    }

    /// A post of a customer, written and detected now, until it says otherwise.
    public Draft post(String externalId) {
        return new Draft(externalId, time.now());
    }

    /// A judged complaint, triaged.
    ///
    /// @return its case
    public long complaint(String author) {
        var mention = post("post of " + author).author(author).mention();
        score(mention, "NEGATIVE", .9, .05, null);
        triage.sweep();
        return caseOf(mention);
    }

    /// So many posts and their mentions at once.
    public void posts(int number) {
        execute(
                """
                INSERT INTO post (source_id, external_id, network, text, content_key, published_at,
                  detected_at, history)
                SELECT 1, seq, 'mastodon', CONCAT('Post ', seq), '-', '2026-11-16 12:20',
                  '2026-11-16 12:20', FALSE
                FROM seq_1_to_%d
                """
                        .formatted(number));
        execute(
                """
                INSERT INTO mention (post_id, brand_id, state, published_at, detected_at)
                SELECT id, 1, 'TRIAGED', published_at, detected_at FROM post
                WHERE id NOT IN (SELECT post_id FROM mention)
                """);
    }

    /// So many posts at once, each with a case that is open.
    public void openCases(int number) {
        posts(number);
        execute(
                """
                INSERT INTO cases (brand_id, kind, state, mention_id, network, priority,
                  priority_reasons, episode_started_at, opened_at)
                SELECT 1, 'COMPLAINT', 'OPEN', id, 'mastodon', 10, '[]', detected_at, detected_at
                FROM mention WHERE case_id IS NULL
                """);
        column("ANALYZE TABLE cases");
    }

    /// Decides about all mentions that are judged.
    public void triage() {
        triage.sweep();
    }

    /// Judges a mention.
    public void score(
            long mention,
            String polarity,
            @Nullable Double negative,
            @Nullable Double positive,
            @Nullable Double complaint) {
        insert(
                """
                INSERT INTO score (mention_id, model, polarity, negative, positive, complaint,
                  judged_at) VALUES (?, 'test', ?, ?, ?, ?, ?)
                """,
                mention,
                polarity,
                negative,
                positive,
                complaint,
                time.now());
    }

    /// Gives a judged mention flags.
    ///
    /// @param names with commas between
    public void flag(long mention, String names) {
        execute("UPDATE score SET flags = '%s' WHERE mention_id = %d".formatted(names, mention));
    }

    public long caseOf(long mention) {
        return Long.parseLong(one("SELECT case_id FROM mention WHERE id = " + mention));
    }

    public long version(long caseId) {
        return Long.parseLong(one("SELECT version FROM cases WHERE id = " + caseId));
    }

    /// The types of a case's events, oldest first.
    public List<String> events(long caseId) {
        return column("SELECT type FROM event_log WHERE case_id = " + caseId + " ORDER BY id");
    }

    public long events(long caseId, String type) {
        return events(caseId).stream().filter(type::equals).count();
    }

    public void execute(String sql) {
        transactions.executeWrite(
                _ -> jdbc.prepareStatement(sql, statement -> statement.execute()));
    }

    public void inTransaction(Runnable deed) {
        transactions.executeWrite(_ -> {
            deed.run();
            return true;
        });
    }

    /// Does a deed that has to wait for a lock, and sees that it keeps nobody waiting meanwhile:
    /// else two would wait for each other.
    ///
    /// @param held locks rows that the deed waits for, statement by statement
    /// @param free names the rows that nobody may hold while it waits, a query
    /// @return what came of the deed
    public <T> T whileWaiting(List<String> held, Callable<T> deed, String free) throws Exception {
        var doing = new AtomicReference<Future<T>>();
        try (var other = Executors.newSingleThreadExecutor()) {
            inTransaction(() -> {
                held.forEach(this::execute);
                doing.set(other.submit(deed));
                untilSomebodyWaits();
                execute(free + " FOR UPDATE NOWAIT");
            });
        }
        return doing.get().get();
    }

    /// Until somebody waits for a row that another has.
    public void untilSomebodyWaits() {
        await().until(() -> !one(WAITS).equals("0"));
    }

    /// How many rows or entries of an index the database reads for a deed.
    public long rowsRead(Runnable deed) {
        return readBy(deed) - readBy(() -> {});
    }

    private long readBy(Runnable deed) {
        var read = new long[2];
        inTransaction(() -> {
            read[0] = handled();
            deed.run();
            read[1] = handled();
        });
        return read[1] - read[0];
    }

    private long handled() {
        return Long.parseLong(
                one(
                        """
                        SELECT CAST(SUM(variable_value) AS SIGNED)
                        FROM information_schema.session_status
                        WHERE variable_name IN ('Handler_read_next', 'Handler_read_prev',
                          'Handler_read_rnd_next', 'Handler_read_rnd', 'Handler_read_key')
                        """));
    }

    /// The single value of a query, as text; `-` where it is null.
    public String one(String sql) {
        return column(sql).getFirst();
    }

    /// The first column, as text; `-` where it is null.
    public List<String> column(String sql) {
        return transactions.executeRead(_ ->
                jdbc.prepareStatement(
                        sql,
                        statement -> {
                            var values = new ArrayList<String>();
                            try (var found = statement.executeQuery()) {
                                while (found.next()) {
                                    var value = found.getString(1);
                                    values.add(value == null ? "-" : value);
                                }
                            }
                            return values;
                        }));
    }

    /// Inserts one row.
    ///
    /// @return its generated id, 0 where it has none
    public long insert(String sql, @Nullable Object... values) {
        return transactions.executeWrite(status -> {
            try (var statement =
                    status.getConnection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                for (int i = 0; i < values.length; i++) {
                    // The driver binds an Instant in the zone of this JVM.
                    statement.setObject(
                            i + 1,
                            values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
                }
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    return keys.next() ? keys.getLong(1) : 0L;
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// A post that is about to be stored.
    public final class Draft {
        private final String externalId;
        private long source = SOURCE;
        private String network = "mastodon";
        private @Nullable String title;
        private String text = "They were late again.";
        private @Nullable String author = "ann";
        private @Nullable Integer rating;
        private @Nullable Long followers;
        private @Nullable String url;
        private @Nullable String linkKey;
        private @Nullable String inReplyTo;
        private @Nullable String replyKey;
        private Instant published;
        private final Instant detected;
        private boolean history;

        private Draft(String externalId, Instant now) {
            this.externalId = externalId;
            this.published = now;
            this.detected = now;
        }

        public Draft source(long id) {
            source = id;
            return this;
        }

        public Draft network(String name) {
            network = name;
            return this;
        }

        public Draft title(String words) {
            title = words;
            return this;
        }

        public Draft text(String words) {
            text = words;
            return this;
        }

        public Draft author(@Nullable String handle) {
            author = handle;
            return this;
        }

        public Draft rating(int stars) {
            rating = stars;
            return this;
        }

        public Draft followers(long number) {
            followers = number;
            return this;
        }

        public Draft url(String address) {
            url = address;
            return this;
        }

        public Draft linkKey(String key) {
            linkKey = key;
            return this;
        }

        public Draft inReplyTo(String parent) {
            inReplyTo = parent;
            return this;
        }

        public Draft replyKey(String key) {
            replyKey = key;
            return this;
        }

        public Draft published(Instant instant) {
            published = instant;
            return this;
        }

        public Draft history() {
            history = true;
            return this;
        }

        /// Stores the post.
        public long store() {
            return insert(
                    """
                    INSERT INTO post (source_id, external_id, network, url, link_key, title, text,
                      content_key, author_handle, rating, followers, in_reply_to, reply_key,
                      published_at, detected_at, history)
                    VALUES (?, ?, ?, ?, ?, ?, ?, '-', ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    source,
                    externalId,
                    network,
                    url,
                    linkKey,
                    title,
                    text,
                    author,
                    rating,
                    followers,
                    inReplyTo,
                    replyKey,
                    published,
                    detected,
                    history);
        }

        /// Stores the post and its JUDGED mention of the brand.
        public long mention() {
            return mention(BRAND);
        }

        public long mention(long brand) {
            return insert(
                    """
                    INSERT INTO mention (post_id, brand_id, state, published_at, detected_at)
                    VALUES (?, ?, 'JUDGED', ?, ?)
                    """,
                    store(),
                    brand,
                    published,
                    detected);
        }

        /// Stores the post as a reply that was found.
        public long foundReply() {
            var post = store();
            insert(
                    "INSERT INTO found_reply (post_id, brand_id, bot) VALUES (?, ?, ?)",
                    post,
                    BRAND,
                    "kestrelbot".equals(author));
            return post;
        }
    }
}
