package firsthour.triage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The rules. A change names the version that the person saw: it changes one row, or none.
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoutingRuleRows extends GenericRepository<RoutingRuleRow, Long> {

    RoutingRuleRow save(RoutingRuleRow row);

    RoutingRuleRow update(RoutingRuleRow row);

    Optional<RoutingRuleRow> findById(long id);

    @Query("SELECT * FROM routing_rule ORDER BY place, id")
    List<RoutingRuleRow> list();

    @Query("SELECT * FROM routing_rule WHERE state = 'LIVE' ORDER BY place, id")
    List<RoutingRuleRow> listLive();

    /// Holds all rules, so that two people cannot move them at once.
    @Query("SELECT * FROM routing_rule ORDER BY place, id FOR UPDATE")
    List<RoutingRuleRow> lockAll();

    @Query("SELECT COALESCE(MAX(place), 0) + 1 FROM routing_rule")
    int findNextPlace();

    @Query("UPDATE routing_rule SET place = :target WHERE id = :id")
    void move(long id, int target);

    /// Takes a rule that is not live in hand, to write it anew.
    @Query(
            """
            UPDATE routing_rule SET version = version + 1
            WHERE id = :id AND version = :version AND state <> 'LIVE'
            """)
    int take(long id, long version);

    @Query(
            """
            UPDATE routing_rule SET tried_version = version
            WHERE id = :id AND version = :version
            """)
    int tried(long id, long version);

    @Query(
            """
            UPDATE routing_rule SET state = 'LIVE'
            WHERE id = :id AND version = :version AND state <> 'LIVE' AND tried_version = version
            """)
    int goLive(long id, long version);

    @Query(
            """
            UPDATE routing_rule SET state = 'OFF', version = version + 1
            WHERE id = :id AND version = :version AND state = 'LIVE'
            """)
    int switchOff(long id, long version);

    @Query("DELETE FROM routing_rule WHERE id = :id AND version = :version AND state <> 'LIVE'")
    int remove(long id, long version);
}
