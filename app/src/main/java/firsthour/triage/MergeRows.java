package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which cases were merged, and which of their rows were moved by it.
@JdbcRepository(dialect = Dialect.MYSQL)
interface MergeRows extends GenericRepository<CaseRow, Long> {

    /// Locks two cases, the older one first.
    @Query("SELECT * FROM cases WHERE id IN (:one, :other) ORDER BY id FOR UPDATE")
    List<CaseRow> lock(long one, long other);

    /// Whether somebody may work on a case, or claim it.
    @Query(
            """
            SELECT EXISTS (
              SELECT 1 FROM cases
              WHERE id = :id AND version = :version AND state = 'OPEN'
                AND (assignee_id = :memberId OR :overrules
                  OR assignee_id IS NULL
                    AND (team_id IS NULL OR unattended_at IS NOT NULL OR EXISTS (
                      SELECT 1 FROM team_member t
                      WHERE t.team_id = cases.team_id AND t.member_id = :memberId))))
            """)
    boolean mayWork(long id, long version, long memberId, boolean overrules);

    @Query(
            """
            UPDATE cases SET state = 'MERGED', merged_into_id = :survivor, merged_at = :now,
              due_at = NULL, due_kind = NULL, soon_at = NULL,
              offered_to_id = NULL, offered_at = NULL, version = version + 1
            WHERE id = :id AND version = :version AND state = 'OPEN'
            """)
    int merge(long id, long version, long survivor, Instant now);

    /// Gives a case that nobody has to whoever had the one that is merged into it.
    @Query(
            """
            UPDATE cases SET assignee_id = :heir, claimed_at = :now, unattended_at = NULL
            WHERE id = :id AND assignee_id IS NULL
            """)
    int inherit(long id, long heir, Instant now);

    /// Lets a case be of the cause of the one that is merged into it, unless it has one, or a
    /// person took it out.
    @Query(
            """
            UPDATE cases s JOIN cases b ON b.id = :merged
            SET s.cause_id = b.cause_id
            WHERE s.id = :survivor AND s.cause_id IS NULL AND NOT s.cause_by_hand
            """)
    void shareCause(long merged, long survivor);

    /// Takes it out again of a cause that it had of the other one alone.
    @Query(
            """
            UPDATE cases s JOIN case_merge g ON g.id = :mergeId AND g.survivor_id = s.id
              JOIN cases b ON b.id = g.merged_id
            SET s.cause_id = NULL
            WHERE s.cause_id = b.cause_id AND g.was_cause_id IS NULL AND NOT s.cause_by_hand
            """)
    void unshareCause(long mergeId);

    @Query(
            """
            UPDATE cases SET state = 'OPEN', merged_into_id = NULL, merged_at = NULL,
              version = version + 1
            WHERE id = :id AND state = 'MERGED' AND merged_into_id = :survivor
            """)
    int splitBack(long id, long survivor);

    /// Brings a case to which nothing happened since back to how it stood before.
    @Query(
            """
            UPDATE cases c JOIN case_merge g ON g.id = :mergeId AND g.survivor_id = c.id
            SET c.priority = g.was_priority, c.priority_reasons = g.was_priority_reasons,
              c.waiting_since = g.was_waiting_since, c.silent_days = g.was_silent_days,
              c.claimed_at = IF(g.was_assignee_id IS NULL, NULL, c.claimed_at),
              c.assignee_id = g.was_assignee_id
            WHERE c.version = g.survivor_version
            """)
    int restore(long mergeId);

    /// Of a case that went on since, the priority alone, where it is still the other one's.
    @Query(
            """
            UPDATE cases c JOIN case_merge g ON g.id = :mergeId AND g.survivor_id = c.id
              JOIN cases b ON b.id = g.merged_id
            SET c.priority = g.was_priority, c.priority_reasons = g.was_priority_reasons
            WHERE c.priority = b.priority AND c.priority_reasons = b.priority_reasons
            """)
    int restorePriority(long mergeId);

    @Query(
            """
            INSERT INTO case_merge (merged_id, survivor_id, merged_by, merged_at, was_priority,
              was_priority_reasons, was_assignee_id, was_waiting_since, was_silent_days,
              was_cause_id)
            SELECT :merged, id, :member, :now, priority, priority_reasons, assignee_id,
              waiting_since, silent_days, cause_id
            FROM cases WHERE id = :survivor
            """)
    void note(long merged, long survivor, long member, Instant now);

    /// The merging that stands of a case.
    @Query(
            """
            SELECT id, survivor_id, merged_at FROM case_merge
            WHERE merged_id = :merged AND split_back_at IS NULL
            ORDER BY id DESC LIMIT 1
            """)
    Optional<Standing> findStanding(long merged);

    @Query(
            """
            UPDATE case_merge g JOIN cases c ON c.id = g.survivor_id
            SET g.survivor_version = c.version WHERE g.id = :mergeId
            """)
    void noteVersion(long mergeId);

    @Query("UPDATE case_merge SET split_back_at = :now WHERE id = :mergeId")
    void noteSplitBack(long mergeId, Instant now);

    @Query(
            """
            INSERT INTO case_merge_moved (merge_id, what, row_id)
            SELECT :mergeId, 'MENTION', id FROM mention WHERE case_id = :merged
            UNION ALL
            SELECT :mergeId, 'HELP', id FROM help WHERE case_id = :merged AND answered_at IS NULL
            UNION ALL
            SELECT :mergeId, 'CASE', id FROM cases WHERE merged_into_id = :merged
            """)
    void noteMoved(long mergeId, long merged);

    @Query("UPDATE mention SET case_id = :survivor WHERE case_id = :merged")
    void moveMentions(long merged, long survivor);

    @Query("UPDATE help SET case_id = :survivor WHERE case_id = :merged AND answered_at IS NULL")
    void moveQuestions(long merged, long survivor);

    @Query("UPDATE cases SET merged_into_id = :survivor WHERE merged_into_id = :merged")
    void moveMerged(long merged, long survivor);

    @Query(
            """
            UPDATE mention m
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'MENTION'
                AND v.row_id = m.id
            SET m.case_id = :merged WHERE m.case_id = :survivor
            """)
    void bringMentionsBack(long mergeId, long merged, long survivor);

    @Query(
            """
            UPDATE help h
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'HELP'
                AND v.row_id = h.id
            SET h.case_id = :merged WHERE h.case_id = :survivor
            """)
    void bringQuestionsBack(long mergeId, long merged, long survivor);

    @Query(
            """
            UPDATE cases c
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'CASE'
                AND v.row_id = c.id
            SET c.merged_into_id = :merged WHERE c.merged_into_id = :survivor
            """)
    void bringMergedBack(long mergeId, long merged, long survivor);

    /// When the posts were written that were moved.
    @Query(
            """
            SELECT m.published_at FROM mention m
            JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'MENTION'
              AND v.row_id = m.id
            """)
    List<Instant> findWritten(long mergeId);

    /// The last post that was moved and wants a reply.
    @Query(
            """
            SELECT m.id, m.published_at FROM mention m
            JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'MENTION'
              AND v.row_id = m.id
            WHERE m.wants_reply ORDER BY m.published_at DESC, m.id DESC LIMIT 1
            """)
    Optional<Wrote> findNewest(long mergeId);

    @Query("SELECT case_id FROM mention WHERE id = :mentionId")
    Optional<Long> findCase(long mentionId);

    /// What was merged into a case, the first first.
    @Query(
            """
            SELECT c.id, p.author_handle, c.merged_at, g.survivor_id = :survivor AS direct
            FROM cases c
            JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
            JOIN case_merge g ON g.merged_id = c.id AND g.split_back_at IS NULL
            WHERE c.merged_into_id = :survivor ORDER BY c.merged_at, c.id
            """)
    List<MergedCase.Read> findMerged(long survivor);

    /// Open cases of a brand that a case may be merged with: those of the same customer first, then
    /// the newest, among the brand's last 500. Each page of a case shows them, so texts are read of
    /// those alone that are shown, and of the others nothing but an index.
    @Query(
            """
            SELECT o.id, o.version, p.author_handle, p.title, LEFT(p.text, 80) AS words, f.same
            FROM (
              SELECT o.id,
                o.network = c.network AND o.author_handle = c.author_handle AS same
              FROM (
                SELECT x.id FROM cases y
                JOIN cases x ON x.brand_id = y.brand_id AND x.network = y.network
                  AND x.author_handle = y.author_handle AND x.state = 'OPEN'
                WHERE y.id = :caseId
                UNION
                SELECT id FROM (
                  SELECT id FROM cases
                  WHERE brand_id = (SELECT brand_id FROM cases WHERE id = :caseId)
                  ORDER BY opened_at DESC LIMIT 500
                ) latest
              ) near
              JOIN cases o ON o.id = near.id
              JOIN cases c ON c.id = :caseId AND c.id <> o.id
              WHERE o.state = 'OPEN'
                AND (o.assignee_id = :memberId OR :overrules
                  OR o.assignee_id IS NULL
                    AND (o.team_id IS NULL OR o.unattended_at IS NOT NULL OR EXISTS (
                      SELECT 1 FROM team_member t
                      WHERE t.team_id = o.team_id AND t.member_id = :memberId)))
              ORDER BY same IS TRUE DESC, o.id DESC LIMIT :most
            ) f
            JOIN cases o ON o.id = f.id
            JOIN mention m ON m.id = o.mention_id JOIN post p ON p.id = m.post_id
            ORDER BY f.same IS TRUE DESC, o.id DESC
            """)
    List<MergeChoice.Read> findChoices(long caseId, long memberId, boolean overrules, int most);

    /// A merging that was not taken back.
    @Introspected
    record Standing(long id, long survivorId, Instant mergedAt) {}

    /// A post of a customer.
    @Introspected
    record Wrote(long id, Instant publishedAt) {}
}
