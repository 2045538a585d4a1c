package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.parley.record.SeedStep;

/**
 * Works out which incidents happened during each round, and which between the round before and it. Only what is certain: an incident
 * of whose days only a month or bounds are known is during a round if all of them are days of the round, or if a source ties it to the
 * round.
 */
@ApplicationScoped
class IncidentsByRound implements SeedStep {
    /** Its days are bounded on both sides: one bound alone says where it stands, and not where it was. */
    private static final String BOUNDED =
            "(i.start_date is not null or i.edtf is not null or i.not_before is not null and i.not_after is not null)";

    private static final String DURING =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first, newest_first)
            select r.id, 'DURING', i.id, i.oldest_first, i.newest_first
            from round r
            join incident i on i.earliest <= r.latest and i.latest >= r.earliest
              and (i.start_date is not null or i.earliest >= r.earliest and i.latest <= r.latest and %s)
            where r.start_date is not null
            union
            select t.round_id, 'DURING', i.id, i.oldest_first, i.newest_first
            from incident_tie t
            join incident i on i.id = t.incident_id"""
                    .formatted(BOUNDED);

    private static final String BEFORE =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first, newest_first)
            select r.id, 'BEFORE', i.id, i.oldest_first, i.newest_first
            from round r
            join round p on p.id = r.previous_id
            join incident i on i.earliest > p.latest and i.latest < r.earliest and %s
            where r.start_date is not null and p.start_date is not null"""
                    .formatted(BOUNDED);

    @Override
    public List<String> tables() {
        return List.of("incident_round");
    }

    @Override
    public void derive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(DURING);
            statement.executeUpdate(BEFORE);
        }
    }
}
