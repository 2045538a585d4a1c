package org.parley.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.parley.seed.SeedStep;

/** Works out which incidents happened during each round, and which between the round before and it. */
@ApplicationScoped
class IncidentsByRound implements SeedStep {
    private static final String DURING =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first, newest_first)
            select r.id, 'DURING', i.id, i.oldest_first, i.newest_first
            from round r
            join incident i on i.start_date <= coalesce(r.end_date, r.start_date)
              and coalesce(i.end_date, i.start_date) >= r.start_date""";

    private static final String BEFORE =
            """
            insert into incident_round (round_id, relation, incident_id, oldest_first, newest_first)
            select r.id, 'BEFORE', i.id, i.oldest_first, i.newest_first
            from round r
            join round p on p.id = r.previous_id
            join incident i on i.start_date > coalesce(p.end_date, p.start_date)
              and coalesce(i.end_date, i.start_date) < r.start_date""";

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
