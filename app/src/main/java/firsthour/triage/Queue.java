package firsthour.triage;

import firsthour.brand.Networks;
import firsthour.language.Texts;
import firsthour.time.Clock;
import firsthour.triage.QueueFilter.Whose;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cases in the order in which they are worked: by priority, then by what is due first.
@Singleton
public class Queue {
    /// Cases on one page.
    public static final int PAGE = 50;

    private static final int MOST_COUNTED = 1_000;

    /// Enough for some thousand posts that have a word.
    private static final Duration PATIENCE = Duration.ofMillis(400);

    /// What the database says when a statement took longer than it may, and when a search for words
    /// was ended by that.
    private static final Set<Integer> ENDED = Set.of(1969, 188);

    private final QueueRows rows;
    private final Networks networks;
    private final JdbcOperations jdbc;
    private final PriorityJson json;
    private final Clock clock;

    Queue(QueueRows rows, Networks networks, JdbcOperations jdbc, PriorityJson json, Clock clock) {
        this.rows = rows;
        this.networks = networks;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// One page of the queue.
    ///
    /// @param next what finds the following page; empty on the last
    public record Page(List<QueueRow> rows, Optional<String> next) {}

    /// How many cases stand behind each tab.
    public record Counts(
            Count all, Count mine, Count handed, Count unclaimed, Count unattended, Count soon) {}

    /// A number of cases, counted up to 1,000.
    ///
    /// @param more there are more than these
    public record Count(int number, boolean more) {
        public String inWords() {
            return Texts.number(number) + (more ? "+" : "");
        }
    }

    /// Reads a page.
    ///
    /// @param after what an earlier page named as its next; empty, or what cannot be read, for the
    ///   first
    @Transactional(readOnly = true)
    public Page find(QueueFilter filter, Optional<String> after) {
        return find(filter, after, PAGE);
    }

    /// Reads a page of another size.
    ///
    /// @param most rows on it, 1 or more
    @Transactional(readOnly = true)
    public Page find(QueueFilter filter, Optional<String> after, int most) {
        var places = places(filter, after.flatMap(QueueCursor::parse), most + 1);
        var shown = places.subList(0, Math.min(most, places.size()));
        return new Page(
                read(shown.stream().map(QueueCursor::id).toList()),
                places.size() > most ? Optional.of(shown.getLast().token()) : Optional.empty());
    }

    /// Reads the rows of these cases, in this order; those that are gone are passed over.
    @Transactional(readOnly = true)
    public List<QueueRow> find(List<Long> ids) {
        return read(ids);
    }

    /// Whether a page begins after what this names.
    public static boolean isPlace(String after) {
        return QueueCursor.parse(after).isPresent();
    }

    /// Counts the tabs, within the filter's brand and kind. Empty while words are searched for: a
    /// count would read the text of every open case, for each tab.
    @Transactional(readOnly = true)
    public Optional<Counts> findCounts(QueueFilter filter) {
        if (filter.text().isPresent()) {
            return Optional.empty();
        }
        var tabs =
                List.of(
                        filter.narrowed(Whose.ALL, false),
                        filter.narrowed(Whose.MINE, false),
                        filter.narrowed(Whose.HANDED, false),
                        filter.narrowed(Whose.UNCLAIMED, false),
                        filter.narrowed(Whose.UNATTENDED, false),
                        filter.narrowed(Whose.ALL, true));
        var counted = count(QueueSql.counts(tabs, clock.instant(), MOST_COUNTED + 1));
        return Optional.of(
                new Counts(
                        counted.get(0),
                        counted.get(1),
                        counted.get(2),
                        counted.get(3),
                        counted.get(4),
                        counted.get(5)));
    }

    /// Counts the cases of each filter. Words cost as much as a search of all open cases: ask for
    /// none.
    @Transactional(readOnly = true)
    public List<Count> count(List<QueueFilter> filters) {
        return filters.isEmpty()
                ? List.of()
                : count(QueueSql.counts(filters, clock.instant(), MOST_COUNTED + 1));
    }

    /// Counts the open cases of a filter whose episode began after an instant.
    @Transactional(readOnly = true)
    public Count countSince(QueueFilter filter, Instant since) {
        return count(QueueSql.countSince(filter, since, clock.instant(), MOST_COUNTED + 1))
                .getFirst();
    }

    private List<QueueCursor> places(QueueFilter filter, Optional<QueueCursor> after, int most) {
        var words = filter.words();
        // Where so many posts have the words that the index takes long, those at the top of the
        // queue are found at once.
        return words.filter(QueueWords::isIndexed)
                .flatMap(_ ->
                        findPlaces(
                                QueueSql.pageByWords(
                                        filter, after, clock.instant(), most, PATIENCE)))
                .or(() -> findPlaces(QueueSql.page(filter, after, clock.instant(), most)))
                .orElseThrow();
    }

    /// Empty where the statement took longer than it may.
    Optional<List<QueueCursor>> findPlaces(QueueSql query) {
        return jdbc.prepareStatement(
                query.sql(),
                statement -> {
                    query.bind(statement);
                    var places = new ArrayList<QueueCursor>();
                    try (var found = statement.executeQuery()) {
                        while (found.next()) {
                            places.add(
                                    new QueueCursor(
                                            found.getInt("priority"),
                                            found.getTimestamp("place").toInstant(),
                                            found.getLong("id")));
                        }
                    } catch (SQLException e) {
                        if (ENDED.contains(e.getErrorCode())) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                    return Optional.of(places);
                });
    }

    private List<QueueRow> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId =
                rows.find(ids, networks.listNamesOnly()).stream()
                        .map(read -> read.row(json))
                        .collect(Collectors.toMap(QueueRow::id, Function.identity()));
        return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
    }

    private List<Count> count(QueueSql query) {
        return jdbc.prepareStatement(
                query.sql(),
                statement -> {
                    query.bind(statement);
                    var counts = new ArrayList<Count>();
                    try (var found = statement.executeQuery()) {
                        found.next();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            int number = found.getInt(i);
                            counts.add(
                                    new Count(
                                            Math.min(number, MOST_COUNTED), number > MOST_COUNTED));
                        }
                    }
                    return counts;
                });
    }
}
