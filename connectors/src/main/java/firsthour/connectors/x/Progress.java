package firsthour.connectors.x;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.reading.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The checkpoint: how far each query was read, and what reading cost.
///
/// How far a query was read moves on only after its last page: a walk that breaks off in the middle
/// has read the newest posts and not those behind them.
///
/// @param queries that were asked; others start anew, and what they cost is kept
/// @param since by the place of its query, the id of the newest post when all was read; empty text
///   where nothing was
/// @param walk that is under way; null between two
record Progress(
        int version,
        List<String> queries,
        List<String> since,
        @Nullable Walk walk,
        Spending spending) {
    private static final int VERSION = 1;

    /// X searches the last 7 days and refuses ids from before; some minutes are for its clock.
    private static final Duration MEMORY = Duration.ofDays(7).minusMinutes(10);

    /// By how much its clock may be ahead of ours. An id from later would hide all that comes.
    private static final Duration AHEAD = Duration.ofHours(1);

    /// A token is given up when no page came of it for so long: it may be none.
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// A walk through the pages of a query.
    ///
    /// @param query its place
    /// @param token of the page that comes next; null for the first one
    /// @param newest the id of the newest post on the first page; empty text before it
    /// @param moved when its last page was read, in seconds of the epoch
    record Walk(int query, @Nullable String token, String newest, long moved) {
        private boolean isFresh(Instant now) {
            return moved > now.minus(LONGEST_PAUSE).getEpochSecond();
        }
    }

    static Progress from(Checkpoint checkpoint, List<String> queries, Instant now) {
        Optional<Progress> stored =
                Stored.find(checkpoint, Progress.class)
                        .filter(progress -> progress.version == VERSION);
        Spending spending =
                stored.map(progress -> progress.spending.at(now)).orElse(Spending.in(now));
        return stored.filter(progress -> progress.queries.equals(queries))
                .map(progress -> progress.remembered(now, spending))
                .orElse(
                        new Progress(
                                VERSION,
                                queries,
                                Collections.nCopies(queries.size(), ""),
                                null,
                                spending));
    }

    /// Without what X no longer knows.
    private Progress remembered(Instant now, Spending spending) {
        boolean broken =
                walk != null
                        && (!walk.isFresh(now)
                                || (!walk.newest.isEmpty() && !isKnown(walk.newest, now)));
        return new Progress(
                VERSION,
                queries,
                since.stream().map(id -> isKnown(id, now) ? id : "").toList(),
                broken ? null : walk,
                spending);
    }

    private static boolean isKnown(String id, Instant now) {
        return Ids.time(id)
                .filter(written -> written.isAfter(now.minus(MEMORY)))
                .filter(written -> written.isBefore(now.plus(AHEAD)))
                .isPresent();
    }

    private Walk current() {
        return walk == null ? new Walk(0, null, "", 0) : walk;
    }

    String query() {
        return queries.get(current().query);
    }

    Optional<String> sinceId() {
        return Optional.of(since.get(current().query)).filter(id -> !id.isEmpty());
    }

    Optional<String> token() {
        return Optional.ofNullable(current().token);
    }

    /// After a page.
    ///
    /// @param paid what was spent by now
    Progress after(FoundPosts page, Spending paid, Instant now) {
        Walk read = current();
        String newest =
                read.token == null ? newest(page, now).orElse(since.get(read.query)) : read.newest;
        long moved = now.getEpochSecond();
        Optional<String> next = page.next().filter(token -> !token.equals(read.token));
        if (next.isPresent()) {
            return new Progress(
                    VERSION, queries, since, new Walk(read.query, next.get(), newest, moved), paid);
        }
        List<String> reached = new ArrayList<>(since);
        reached.set(read.query, newest);
        Walk following =
                read.query + 1 < queries.size() ? new Walk(read.query + 1, null, "", moved) : null;
        return new Progress(VERSION, queries, reached, following, paid);
    }

    /// The newest id whose time can be: one from the future would hide all that comes, and without
    /// any the next pull would pay for the same posts again.
    private static Optional<String> newest(FoundPosts page, Instant now) {
        return Stream.concat(
                        page.newest().stream(),
                        page.posts().stream().flatMap(post -> Stream.ofNullable(post.id())))
                .filter(id -> isKnown(id, now))
                .max(Comparator.comparingLong(Long::parseLong));
    }

    Checkpoint checkpoint() {
        return Stored.of(this);
    }

    /// Whether more can be read at once.
    boolean goesOn() {
        return walk != null;
    }
}
