package org.parley.round;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;

/** Sets the previous and the next round within the negotiation, by number. Runs before all that is derived from rounds. */
@Singleton
@Priority(200)
class RoundNeighbours implements Derivation {
    /** Nothing is sorted backwards: within a transaction, H2 then passes over rows (src/README.md). */
    private static final String NEIGHBOURS =
            """
            update round set
              previous_id = (select min(p.id) from round p where p.negotiation_id = round.negotiation_id and p.ordinal =
                (select max(o.ordinal) from round o where o.negotiation_id = round.negotiation_id and o.ordinal < round.ordinal)),
              next_id = (select min(n.id) from round n where n.negotiation_id = round.negotiation_id and n.ordinal =
                (select min(o.ordinal) from round o where o.negotiation_id = round.negotiation_id and o.ordinal > round.ordinal))""";

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void derive(LoadTarget target) throws SQLException {
        Connection connection = target.connection();
        ById.update(connection, NEIGHBOURS);
    }

    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids) throws SQLException {
        return ById.texts(
                connection,
                """
                select r.id from round r
                where r.negotiation_id in (select o.negotiation_id from round o where o.id = any(?))""",
                ids);
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, "update round set previous_id = null, next_id = null where id = any(?)", ids);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, NEIGHBOURS + " where id = any(?)", ids);
    }
}
