package firsthour.response;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/// Moves what was said on a case to the one into which it is merged, and back.
@JdbcRepository(dialect = Dialect.MYSQL)
interface MovedRows extends GenericRepository<ReplyRow, Long> {

    /// Notes what is moved: of what was said, that of the present episode which the customer heard
    /// after writing what the other case is about. What was said before answers nothing there.
    @Query(
            """
            INSERT INTO case_merge_moved (merge_id, what, row_id)
            SELECT :mergeId, 'REPLY', r.id FROM reply r
              JOIN cases b ON b.id = r.case_id AND b.episode = r.episode
              JOIN cases a ON a.id = b.merged_into_id JOIN mention m ON m.id = a.mention_id
            WHERE b.id = :merged
              AND r.posted_at > IF(a.episode = 1, m.published_at, a.episode_started_at)
            UNION ALL
            SELECT :mergeId, 'CONTACT', t.id FROM private_contact t
              JOIN cases b ON b.id = t.case_id AND b.episode = t.episode
              JOIN cases a ON a.id = b.merged_into_id JOIN mention m ON m.id = a.mention_id
            WHERE b.id = :merged
              AND t.contacted_at > IF(a.episode = 1, m.published_at, a.episode_started_at)
            UNION ALL
            SELECT :mergeId, 'PROMISE', id FROM promise WHERE case_id = :merged
            UNION ALL
            SELECT :mergeId, 'REMEDY', id FROM remedy WHERE case_id = :merged
            """)
    void note(long mergeId, long merged);

    /// Notes what was found on the network since, below a post that goes back: it was said to its
    /// customer.
    @Query(
            """
            INSERT IGNORE INTO case_merge_moved (merge_id, what, row_id)
            SELECT :mergeId, 'REPLY', r.id
            FROM reply r JOIN post p ON p.id = r.found_post_id
              JOIN source s ON s.network = p.network
              JOIN post q ON q.source_id = s.id AND q.external_id = p.in_reply_to
              JOIN mention m ON m.post_id IN (q.id, q.copy_of)
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'MENTION'
                AND v.row_id = m.id
            WHERE r.case_id = :survivor
            UNION
            SELECT :mergeId, 'REPLY', r.id
            FROM reply r JOIN post p ON p.id = r.found_post_id
              JOIN post q ON q.link_key = p.reply_key
              JOIN mention m ON m.post_id IN (q.id, q.copy_of)
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'MENTION'
                AND v.row_id = m.id
            WHERE r.case_id = :survivor
            """)
    int noteFound(long mergeId, long survivor);

    /// Has what is found below such a reply from now on go where the reply does.
    @Query(
            """
            UPDATE found_reply f
              JOIN reply r ON r.found_post_id = f.post_id AND r.case_id = :goal
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'REPLY'
                AND v.row_id = r.id
            SET f.case_id = :goal WHERE f.case_id = :origin
            """)
    void moveFound(long mergeId, long origin, long goal);

    @Query(
            """
            UPDATE reply r
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'REPLY'
                AND v.row_id = r.id
              JOIN cases c ON c.id = :goal
            SET r.case_id = c.id, r.episode = c.episode WHERE r.case_id = :origin
            """)
    int moveReplies(long mergeId, long origin, long goal);

    @Query(
            """
            UPDATE private_contact t
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'CONTACT'
                AND v.row_id = t.id
              JOIN cases c ON c.id = :goal
            SET t.case_id = c.id, t.episode = c.episode WHERE t.case_id = :origin
            """)
    int moveContacts(long mergeId, long origin, long goal);

    @Query(
            """
            UPDATE promise p
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'PROMISE'
                AND v.row_id = p.id
            SET p.case_id = :goal WHERE p.case_id = :origin
            """)
    int movePromises(long mergeId, long origin, long goal);

    @Query(
            """
            UPDATE remedy r
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'REMEDY'
                AND v.row_id = r.id
            SET r.case_id = :goal WHERE r.case_id = :origin
            """)
    int moveRemedies(long mergeId, long origin, long goal);

    /// When the words were said that were moved.
    @Query(
            """
            SELECT r.posted_at FROM reply r
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'REPLY'
                AND v.row_id = r.id
            UNION
            SELECT t.contacted_at FROM private_contact t
              JOIN case_merge_moved v ON v.merge_id = :mergeId AND v.what = 'CONTACT'
                AND v.row_id = t.id
            """)
    List<Instant> findSaid(long mergeId);

    /// Lets what colleagues were writing go on where the case does, below what they write there.
    @Query(
            """
            INSERT INTO draft (case_id, member_id, kind, text, saved_at, version)
            SELECT :survivor, member_id, kind, text, saved_at, 1 FROM draft d
            WHERE d.case_id = :merged
            ON DUPLICATE KEY UPDATE draft.text = CONCAT(draft.text, '\n\n', VALUES(text)),
              draft.version = draft.version + 1
            """)
    void copyDrafts(long merged, long survivor);

    /// Takes drafts out again that nobody has gone on with.
    @Query(
            """
            DELETE a FROM draft a
              JOIN draft b ON b.case_id = :merged AND b.member_id = a.member_id
                AND b.kind = a.kind AND b.text = a.text
            WHERE a.case_id = :survivor
            """)
    void dropDrafts(long merged, long survivor);

    @Query(
            """
            UPDATE draft a
              JOIN draft b ON b.case_id = :merged AND b.member_id = a.member_id
                AND b.kind = a.kind
            SET a.text = LEFT(a.text, CHAR_LENGTH(a.text) - CHAR_LENGTH(b.text) - 2),
              a.version = a.version + 1
            WHERE a.case_id = :survivor
              AND RIGHT(a.text, CHAR_LENGTH(b.text) + 2) = CONCAT('\n\n', b.text)
            """)
    void cutDrafts(long merged, long survivor);
}
