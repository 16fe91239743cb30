package firsthour.recovery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SamePersonRows extends GenericRepository<SamePersonRows.Row, Long> {

    /// Notes a link in one direction, once.
    default int add(Row row) {
        return add(
                row.brandId(),
                row.network(),
                row.handle(),
                row.otherNetwork(),
                row.otherHandle(),
                row.linkedBy(),
                row.linkedAt());
    }

    @Query(
            """
            INSERT IGNORE INTO same_author
              (brand_id, network, handle, other_network, other_handle, linked_by, linked_at)
            VALUES (:brandId, :network, :handle, :otherNetwork, :otherHandle, :linkedBy, :linkedAt)
            """)
    int add(
            long brandId,
            String network,
            String handle,
            String otherNetwork,
            String otherHandle,
            long linkedBy,
            Instant linkedAt);

    @Query("SELECT brand_id, network, author_handle AS handle FROM cases WHERE id = :caseId")
    Optional<Author> findAuthor(long caseId);

    /// How an author who has written about the brand is spelt on a network.
    @Query(
            """
            SELECT p.author_handle FROM post p
            JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            WHERE p.network = :there AND p.author_handle IN (:spellings)
            ORDER BY p.id DESC LIMIT 1
            """)
    Optional<String> findSpelling(long brandId, String there, List<String> spellings);

    @Query(
            """
            SELECT l.id, l.other_network AS network, l.other_handle AS handle,
              m.name AS linked_by, l.linked_at
            FROM cases c
            JOIN same_author l ON l.brand_id = c.brand_id AND l.network = c.network
              AND l.handle = c.author_handle
            JOIN member m ON m.id = l.linked_by
            WHERE c.id = :caseId
            ORDER BY l.id
            """)
    List<SamePerson> findByCase(long caseId);

    /// The link of a case's customer.
    @Query(
            """
            SELECT l.* FROM cases c
            JOIN same_author l ON l.brand_id = c.brand_id AND l.network = c.network
              AND l.handle = c.author_handle
            WHERE c.id = :caseId AND l.id = :linkId
            """)
    Optional<Row> find(long caseId, long linkId);

    @Query(
            """
            SELECT id FROM same_author
            WHERE brand_id = :brandId AND network = :network AND handle = :handle
              AND other_network = :otherNetwork AND other_handle = :otherHandle
            """)
    long getId(
            long brandId, String network, String handle, String otherNetwork, String otherHandle);

    /// Removes a link in both directions.
    default int remove(Row row) {
        return remove(
                row.brandId(), row.network(), row.handle(), row.otherNetwork(), row.otherHandle());
    }

    @Query(
            """
            DELETE FROM same_author
            WHERE brand_id = :brandId
              AND (network = :network AND handle = :handle
                  AND other_network = :otherNetwork AND other_handle = :otherHandle
                OR network = :otherNetwork AND handle = :otherHandle
                  AND other_network = :network AND other_handle = :handle)
            """)
    int remove(
            long brandId, String network, String handle, String otherNetwork, String otherHandle);

    /// Has the cases of both authors looked at, or those into which they were merged.
    @Query(
            """
            INSERT INTO recovery_look (case_id)
            SELECT DISTINCT COALESCE(c.merged_into_id, c.id) FROM cases c
            WHERE c.brand_id = :brandId
              AND (c.network = :network AND c.author_handle = :handle
                OR c.network = :otherNetwork AND c.author_handle = :otherHandle)
            """)
    void lookAtCases(
            long brandId, String network, String handle, String otherNetwork, String otherHandle);

    /// Forgets authors of whom nothing is kept any more.
    @Query(
            """
            DELETE FROM same_author
            WHERE NOT EXISTS (SELECT 1 FROM post p
                WHERE p.network = same_author.network AND p.author_handle = same_author.handle)
              OR NOT EXISTS (SELECT 1 FROM post p
                WHERE p.network = same_author.other_network
                  AND p.author_handle = same_author.other_handle)
            """)
    int forget();

    @MappedEntity("same_author")
    record Row(
            @Id @GeneratedValue long id,
            long brandId,
            String network,
            String handle,
            String otherNetwork,
            String otherHandle,
            long linkedBy,
            Instant linkedAt) {

        /// Whether it stands before its mirror image in the order of the index.
        boolean isFirst() {
            var order = network.compareTo(otherNetwork);
            return order == 0 ? handle.compareTo(otherHandle) < 0 : order < 0;
        }

        /// The same link, seen from the other author.
        Row mirrored() {
            return new Row(
                    0, brandId, otherNetwork, otherHandle, network, handle, linkedBy, linkedAt);
        }
    }

    @Introspected
    record Author(long brandId, String network, @Nullable String handle) {}
}
