package firsthour.mention;

import firsthour.brand.Pushed;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Posts that matched a brand, one mention for each of both; and the brand's own posts, which are
/// replies that were found.
@Singleton
public class Mentions {
    private static final String INSERT_MENTION =
            """
            INSERT IGNORE INTO mention
              (post_id, brand_id, state, published_at, detected_at, late)
            VALUES (?, ?, 'NEW', ?, ?, ?)
            """;
    private static final String INSERT_FOUND_REPLY =
            "INSERT IGNORE INTO found_reply (post_id, brand_id, bot) VALUES (?, ?, ?)";

    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);

    private final MentionRows rows;
    private final JdbcOperations jdbc;
    private final EventLog events;

    Mentions(MentionRows rows, JdbcOperations jdbc, EventLog events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
    }

    /// A post of a brand's own account.
    public record OwnPost(long postId, long brandId, boolean bot) {}

    /// A post and a brand that it mentions.
    ///
    /// @param detectedAt when the mention was first seen
    /// @param late matched so long after it was published that it opens no case
    public record Match(
            long postId, long brandId, Instant publishedAt, Instant detectedAt, boolean late) {}

    /// The brands that have a mention of these posts already, in a copy that came through another
    /// source, or that wrote them.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Set<Long>> findBrandsOfCopies(List<Long> postIds) {
        return postIds.isEmpty()
                ? Map.of()
                : rows.findNamedElsewhere(postIds).stream()
                        .collect(
                                Collectors.groupingBy(
                                        MentionRows.Named::postId,
                                        Collectors.mapping(
                                                MentionRows.Named::brandId, Collectors.toSet())));
    }

    /// Makes NEW mentions, in the caller's transaction; those that exist stay. Their posts are
    /// looked at again from then on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                INSERT_MENTION,
                statement -> {
                    for (var match : matches) {
                        statement.setLong(1, match.postId());
                        statement.setLong(2, match.brandId());
                        statement.setTimestamp(3, Timestamp.from(match.publishedAt()));
                        statement.setTimestamp(4, Timestamp.from(match.detectedAt()));
                        statement.setBoolean(5, match.late());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
        watch(
                matches.stream().map(Match::postId).distinct().toList(),
                matches.getFirst().detectedAt());
    }

    /// Has posts looked at again from now on, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void watch(List<Long> postIds, Instant now) {
        if (!postIds.isEmpty()) {
            rows.watch(postIds, now.plus(FIRST_LOOK), Pushed.NAMES);
        }
    }

    /// Records replies that were found, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void addFoundReplies(List<OwnPost> replies) {
        if (replies.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                INSERT_FOUND_REPLY,
                statement -> {
                    for (var reply : replies) {
                        statement.setLong(1, reply.postId());
                        statement.setLong(2, reply.brandId());
                        statement.setBoolean(3, reply.bot());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    /// Has the mentions of edited posts judged again, in the caller's transaction, and tells of
    /// those that belong to cases.
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(List<Long> postIds) {
        if (!postIds.isEmpty()) {
            rows.renew(postIds);
            rows.findOnCases(postIds)
                    .forEach(on ->
                            events.append(
                                    new Event.PostEdited(on.caseId(), on.brandId(), on.id())));
        }
    }

    /// Has triage weigh again what belongs to cases, in the caller's transaction: its posts reach
    /// more people than before.
    @Transactional(propagation = Propagation.MANDATORY)
    public void weighAgain(List<Long> postIds) {
        if (!postIds.isEmpty()) {
            rows.weighAgain(postIds);
        }
    }

    /// Has mentions judged again that were decided already, in the caller's transaction, when
    /// nothing new waits. What is older than [Posts#HISTORY] opens no case by that.
    ///
    /// @return how many
    @Transactional(propagation = Propagation.MANDATORY)
    public int judgeAgain(List<Long> mentionIds) {
        return mentionIds.isEmpty() ? 0 : rows.judgeAgain(mentionIds);
    }

    /// Finds what is needed to judge mentions, in the order of their ids.
    public List<Judgeable> findJudgeable(List<Long> mentionIds) {
        return mentionIds.isEmpty() ? List.of() : rows.findJudgeable(mentionIds);
    }

    /// Takes the oldest mentions that wait to be judged: locked until the caller's transaction
    /// ends, judged when it commits, and waiting again when it does not.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Judgeable> takeNew(int most) {
        var ids = rows.lockNew(most);
        if (ids.isEmpty()) {
            return List.of();
        }
        rows.setJudged(ids);
        return rows.findJudgeable(ids);
    }

    /// Locks a mention until the caller's transaction ends.
    ///
    /// @return the mention's brand; empty when there is no such mention
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong lock(long mentionId) {
        return rows.lockBrandOf(mentionId).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// Whether a mention has opened or joined a case.
    public boolean isFlagged(long mentionId) {
        return rows.isFlagged(mentionId);
    }

    /// Has triage look at a mention again, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void retriage(long mentionId) {
        rows.retriage(mentionId);
    }

    /// Has triage look again, in the caller's transaction, at a mention that was decided about
    /// before: as when it is judged again.
    @Transactional(propagation = Propagation.MANDATORY)
    public void retriageDecided(long mentionId) {
        rows.retriageDecided(mentionId);
    }
}
