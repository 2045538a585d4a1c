package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;

/**
 * Derives which incidents happened during each round, and which between the previous round and it. Only certain cases count: if only
 * a month or bounds are known of an incident, it is during a round if all of its possible days are days of the round, or if a source
 * ties it to the round.
 */
@ApplicationScoped
class IncidentsByRound implements Derivation {
    /**
     * The incident has a bound on both sides. If only one is known, earliest and latest both hold it, to sort by; they do not say
     * when it happened.
     */
    private static final String BOUNDED =
            "(i.start_date is not null or i.edtf is not null or i.not_before is not null and i.not_after is not null)";

    private static final String DURING =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first)
            select r.id, 'DURING', i.id, i.oldest_first
            from round r
            join incident i on i.earliest <= r.latest and i.latest >= r.earliest
              and (i.start_date is not null or i.earliest >= r.earliest and i.latest <= r.latest and %1$s)
            where r.start_date is not null%2$s
            union
            select r.id, 'DURING', i.id, i.oldest_first
            from incident_tie t
            join incident i on i.id = t.incident_id
            join round r on r.id = t.round_id
            where true%2$s""";

    private static final String BEFORE =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first)
            select r.id, 'BEFORE', i.id, i.oldest_first
            from round r
            join round p on p.id = r.previous_id
            join incident i on i.earliest > p.latest and i.latest < r.earliest and %1$s
            where r.start_date is not null and p.start_date is not null%2$s""";

    private static final String OF_ROUNDS = " and r.id = any(?)";

    /** Without the rounds that {@link #OF_ROUNDS} has: together in one condition, the two would read all incidents. */
    private static final String OF_INCIDENTS = " and i.id = any(?) and not r.id = any(?)";

    @Override
    public List<String> tables() {
        return List.of("incident_round");
    }

    @Override
    public void derive(LoadTarget target) throws SQLException {
        derive(target.connection());
    }

    void derive(Connection connection) throws SQLException {
        ById.update(connection, DURING.formatted(BOUNDED, ""));
        ById.update(connection, BEFORE.formatted(BOUNDED, ""));
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, "delete from incident_round where round_id = any(?)", ids);
        ById.update(connection, "delete from incident_round where incident_id = any(?)", ids);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        List<String> rounds = RecordKind.ROUND.idsAmong(ids);
        List<String> incidents = RecordKind.INCIDENT.idsAmong(ids);
        for (String sql : List.of(DURING, BEFORE)) {
            if (!rounds.isEmpty()) {
                ById.update(connection, sql.formatted(BOUNDED, OF_ROUNDS), rounds);
            }
            if (!incidents.isEmpty()) {
                ById.update(connection, sql.formatted(BOUNDED, OF_INCIDENTS), incidents, rounds);
            }
        }
    }
}
