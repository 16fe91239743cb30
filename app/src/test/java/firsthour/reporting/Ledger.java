package firsthour.reporting;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Writes rows as the rooms would, and remembers them for an oracle. Uses nothing of the
/// application: times go in as text in UTC, so that no driver converts them.
public final class Ledger implements AutoCloseable {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final AtomicLong UNIQUE = new AtomicLong();

    private final Connection connection;

    public final List<Said> mentions = new ArrayList<>();
    public final List<Kept> cases = new ArrayList<>();
    public final List<Due> clocks = new ArrayList<>();
    public final List<Found> foundReplies = new ArrayList<>();
    public final List<Promised> promises = new ArrayList<>();
    public final List<Begun> beginnings = new ArrayList<>();
    public final List<Handed> handovers = new ArrayList<>();
    public final List<Again> again = new ArrayList<>();

    public Ledger(DataSource database) throws SQLException {
        // The pool itself: a connection of our own, outside of anybody's transaction.
        connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
    }

    /// A mention. Judgements are the stored names; null for none.
    public record Said(
            long id,
            long brand,
            long source,
            Instant published,
            Instant detected,
            @Nullable String judged,
            @Nullable String corrected,
            boolean history) {}

    public record Kept(
            long id,
            long brand,
            long mention,
            String state,
            Instant opened,
            @Nullable Instant closed,
            @Nullable String reason) {}

    public record Due(
            long caseId,
            int episode,
            String kind,
            Instant started,
            Instant due,
            @Nullable Instant met,
            @Nullable Instant cancelled) {}

    /// A promise; `kept` is null for one that was not.
    public record Promised(long brand, Instant due, @Nullable Instant kept, boolean withdrawn) {}

    /// A beginning of a case.
    public record Begun(long brand, Instant at, boolean again) {}

    /// A handover that was accepted.
    public record Handed(long caseId) {}

    /// A post by the author of a case's first one.
    public record Again(long caseId, Instant published) {}

    public record Found(long brand, Instant published, boolean bot) {}

    public long brand(String name, String zone) throws SQLException {
        return insert(
                "INSERT INTO brand (name, zone, created_at) VALUES (?, ?, '2026-01-01')",
                name,
                zone);
    }

    /// A brand in Berlin whose name no other has.
    public long brand() throws SQLException {
        return brand("Brand " + UNIQUE.incrementAndGet(), "Europe/Berlin");
    }

    /// A source whose name no other has.
    public long source() throws SQLException {
        return source("Source " + UNIQUE.incrementAndGet());
    }

    public long source(String name) throws SQLException {
        return insert(
                "INSERT INTO source (network, name, settings, created_at)"
                        + " VALUES ('file', ?, '{}', '2026-01-01')",
                name);
    }

    /// A source of this name, new or written before: names are unique in a schema.
    public long sourceNamed(String name) throws SQLException {
        try (PreparedStatement known =
                connection.prepareStatement("SELECT id FROM source WHERE name = ?")) {
            known.setString(1, name);
            try (var row = known.executeQuery()) {
                return row.next() ? row.getLong(1) : source(name);
            }
        }
    }

    public long member(String name) throws SQLException {
        return insert(
                "INSERT INTO member (email, name, role, zone, password_hash, created_at)"
                        + " VALUES (?, ?, 'AGENT', 'UTC', 'x', '2026-01-01')",
                "m" + UNIQUE.incrementAndGet() + "@example.org",
                name);
    }

    public long post(long source, Instant published, Instant detected, boolean history, String text)
            throws SQLException {
        long number = UNIQUE.incrementAndGet();
        return insert(
                "INSERT INTO post (source_id, external_id, network, url, text, content_key,"
                        + " author_handle, published_at, detected_at, history)"
                        + " VALUES (?, ?, 'file', ?, ?, REPEAT('0', 64), ?, ?, ?, ?)",
                source,
                "p" + number,
                "https://posts.example/" + number,
                text,
                "author" + number % 97,
                published,
                detected,
                history);
    }

    public Said say(
            long brand,
            long source,
            Instant published,
            Instant detected,
            @Nullable String judged,
            boolean history,
            String text)
            throws SQLException {
        long post = post(source, published, detected, history, text);
        long id =
                insert(
                        "INSERT INTO mention (post_id, brand_id, state, published_at, detected_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        post,
                        brand,
                        judged == null ? "NEW" : "TRIAGED",
                        published,
                        detected);
        if (judged != null) {
            insert(
                    "INSERT INTO score (mention_id, model, polarity, language, judged_at)"
                            + " VALUES (?, 'm1', ?, ?, ?)",
                    id,
                    judged,
                    judged.equals("UNDETERMINED") ? "es" : "en",
                    detected);
        }
        var said = new Said(id, brand, source, published, detected, judged, null, history);
        mentions.add(said);
        return said;
    }

    /// A member says better.
    public Said correct(Said said, long member, String polarity) throws SQLException {
        insert(
                "INSERT INTO correction (mention_id, member_id, polarity, corrected_at)"
                        + " VALUES (?, ?, ?, ?)",
                said.id(),
                member,
                polarity,
                said.detected());
        var corrected =
                new Said(
                        said.id(),
                        said.brand(),
                        said.source(),
                        said.published(),
                        said.detected(),
                        said.judged(),
                        polarity,
                        said.history());
        mentions.set(mentions.indexOf(said), corrected);
        return corrected;
    }

    public Kept open(Said said, String kind, int priority, String why, @Nullable Long assignee)
            throws SQLException {
        long id =
                insert(
                        "INSERT INTO cases (brand_id, kind, state, mention_id, network,"
                                + " assignee_id, priority, priority_reasons, episode_started_at,"
                                + " opened_at) VALUES (?, ?, 'OPEN', ?, 'file', ?, ?, ?, ?, ?)",
                        said.brand(),
                        kind,
                        said.id(),
                        assignee,
                        priority,
                        "[{\"points\":" + priority + ",\"reason\":\"" + why + "\"}]",
                        said.detected(),
                        said.detected());
        execute("UPDATE mention SET case_id = ? WHERE id = ?", id, said.id());
        var kept = new Kept(id, said.brand(), said.id(), "OPEN", said.detected(), null, null);
        cases.add(kept);
        return kept;
    }

    /// A complaint like any other.
    public Kept complain(Said said) throws SQLException {
        return open(said, "COMPLAINT", 10, "one", null);
    }

    public void close(Kept kept, String state, Instant at, @Nullable String reason)
            throws SQLException {
        execute(
                "UPDATE cases SET state = ?, closed_at = ?, dismissal_reason = ? WHERE id = ?",
                state,
                at,
                reason,
                kept.id());
        cases.set(
                cases.indexOf(kept),
                new Kept(
                        kept.id(), kept.brand(), kept.mention(), state, kept.opened(), at, reason));
    }

    public void clock(
            Kept kept,
            int episode,
            String kind,
            Instant started,
            Instant due,
            @Nullable Instant met,
            @Nullable Instant cancelled)
            throws SQLException {
        String state =
                cancelled != null
                        ? cancelled.isAfter(due) ? "BREACHED" : "CANCELLED"
                        : met == null ? "RUNNING" : met.isAfter(due) ? "BREACHED" : "MET";
        insert(
                "INSERT INTO clock (case_id, brand_id, episode, kind, state, target_seconds,"
                        + " started_at, half_at, warn_at, due_at, met_at, cancelled_at)"
                        + " VALUES (?, ?, ?, ?, ?, 3600, ?, ?, ?, ?, ?, ?)",
                kept.id(),
                kept.brand(),
                episode,
                kind,
                state,
                started,
                due,
                due,
                due,
                met,
                cancelled);
        clocks.add(new Due(kept.id(), episode, kind, started, due, met, cancelled));
    }

    public void promise(
            Kept kept, long member, Instant due, @Nullable Instant keptAt, boolean withdrawn)
            throws SQLException {
        insert(
                "INSERT INTO promise (case_id, episode, words, made_by, made_at, due_at, state,"
                        + " remind_at, kept_at) VALUES (?, 1, 'We call.', ?, ?, ?, ?, ?, ?)",
                kept.id(),
                member,
                kept.opened(),
                due,
                withdrawn
                        ? "WITHDRAWN"
                        : keptAt == null ? "OPEN" : keptAt.isAfter(due) ? "BROKEN" : "KEPT",
                due,
                keptAt);
        promises.add(new Promised(kept.brand(), due, keptAt, withdrawn));
    }

    /// What an event tells of a beginning.
    ///
    /// @param type CaseOpened, CaseReopened or CaseReopenedByCustomer
    public void begin(Kept kept, String type, Instant at) throws SQLException {
        insert(
                "INSERT INTO event_log (at, type, brand_id, case_id, data) VALUES (?, ?, ?, ?, '{}')",
                at,
                type,
                kept.brand(),
                kept.id());
        beginnings.add(new Begun(kept.brand(), at, !type.equals("CaseOpened")));
    }

    /// An offer and what came of it.
    ///
    /// @param cameTo ACCEPTED, DECLINED, TAKEN_BACK or LAPSED
    public void handOver(Kept kept, long member, String cameTo) throws SQLException {
        insert(
                "INSERT INTO handover (case_id, from_id, to_id, note, offered_at, came_to)"
                        + " VALUES (?, ?, ?, 'Please.', ?, ?)",
                kept.id(),
                member,
                member,
                kept.opened(),
                cameTo);
        if (cameTo.equals("ACCEPTED")) {
            handovers.add(new Handed(kept.id()));
        }
    }

    /// The author of a case's first post, or somebody else, writes in it.
    public void write(Kept kept, long source, Instant published, boolean sameAuthor)
            throws SQLException {
        long post = post(source, published, published, false, "Still nothing.");
        if (sameAuthor) {
            execute(
                    "UPDATE post p, post o JOIN mention m ON m.post_id = o.id"
                            + " SET p.author_handle = o.author_handle WHERE p.id = ? AND m.id = ?",
                    post,
                    kept.mention());
            again.add(new Again(kept.id(), published));
        } else {
            execute("UPDATE post SET author_handle = 'a bystander' WHERE id = ?", post);
        }
        long id =
                insert(
                        "INSERT INTO mention (post_id, brand_id, state, verdict, case_id,"
                                + " published_at, detected_at) VALUES (?, ?, 'TRIAGED', 'JOINED', ?, ?, ?)",
                        post,
                        kept.brand(),
                        kept.id(),
                        published,
                        published);
        mentions.add(new Said(id, kept.brand(), source, published, published, null, null, false));
    }

    /// The case waits for the customer.
    public void pause(Kept kept) throws SQLException {
        insert("UPDATE clock SET state = 'PAUSED' WHERE case_id = ?", kept.id());
    }

    /// The case is part of another one by now.
    public void merge(Kept kept) throws SQLException {
        insert("UPDATE cases SET state = 'MERGED' WHERE id = ?", kept.id());
    }

    /// Several cases are about the same.
    public void cause(long brand, String title, Kept... of) throws SQLException {
        long id =
                insert(
                        "INSERT INTO cause (brand_id, title, opened_at) VALUES (?, ?, ?)",
                        brand,
                        title,
                        of[0].opened());
        for (var kept : of) {
            execute("UPDATE cases SET cause_id = ? WHERE id = ?", id, kept.id());
        }
    }

    public void reply(Kept kept, String kind, Instant at) throws SQLException {
        insert(
                "INSERT INTO reply (case_id, episode, kind, text, posted_at, recorded_at)"
                        + " VALUES (?, 1, ?, 'We are on it.', ?, ?)",
                kept.id(),
                kind,
                at,
                at);
    }

    public void foundReply(long brand, long source, Instant at, boolean bot) throws SQLException {
        long post = post(source, at, at, false, "Sorry about that.");
        insert(
                "INSERT INTO found_reply (post_id, brand_id, bot) VALUES (?, ?, ?)",
                post,
                brand,
                bot);
        foundReplies.add(new Found(brand, at, bot));
    }

    public void execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        }
    }

    private long insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.execute();
            try (var keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? UTC.format(at) : value);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
