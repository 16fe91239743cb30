package firsthour.demo;

import firsthour.brand.Brand;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what became of a sample post. It only reads: all that the sample changes, it changes
/// through the rooms themselves.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SampleRows extends GenericRepository<Brand, Long> {

    @Query(
            """
            SELECT m.id AS mention_id, m.case_id, c.mention_id AS opener_id
            FROM post p
            JOIN mention m ON m.post_id = p.id AND m.brand_id = :brandId
            LEFT JOIN cases c ON c.id = m.case_id
            WHERE p.external_id = :post
            """)
    Optional<Fate> findFate(long brandId, String post);

    /// The sample post that a mention is of.
    @Query(
            """
            SELECT p.external_id FROM mention m JOIN post p ON p.id = m.post_id WHERE m.id = :id
            """)
    String findPost(long id);

    /// What became of a post.
    ///
    /// @param caseId the case that it opened or joined
    /// @param openerId the mention that opened that case
    @Introspected
    record Fate(long mentionId, @Nullable Long caseId, @Nullable Long openerId) {

        /// Whether it opened its case itself.
        boolean opened() {
            return openerId != null && openerId == mentionId;
        }
    }
}
