package org.parley.round;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;
import org.parley.record.RecordLoad;

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

    /** What decides between which rounds a round lies, and which incidents lie between them. */
    private static final String PLACES =
            """
            select id, coalesce(negotiation_id, '-') || ' ' || coalesce(cast(ordinal as varchar), '-') || ' '
              || coalesce(cast(start_date as varchar), '-') || ' ' || coalesce(cast(earliest as varchar), '-') || ' '
              || coalesce(cast(latest as varchar), '-')
            from round where id = any(?)""";

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void derive(LoadTarget target) throws SQLException {
        Connection connection = target.connection();
        ById.update(connection, NEIGHBOURS);
    }

    /** The rounds of the negotiations in which a round is added, deleted, moved or dated otherwise: its neighbours, and what lay between them. */
    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        Map<String, String> places = new HashMap<>();
        // A deleted one has none.
        ids.stream().filter(id -> id.startsWith(RecordKind.ROUND.prefix())).forEach(id -> places.put(id, null));
        List<Round> rounds = load.rows(Round.class);
        rounds.forEach(round -> places.put(round.id, place(round)));
        Set<String> changed = ById.changed(connection, PLACES, places);
        if (changed.isEmpty()) {
            return Set.of();
        }
        Set<String> negotiations =
                ById.texts(connection, "select negotiation_id from round where id = any(?)", changed);
        rounds.stream()
                .filter(round -> changed.contains(round.id))
                .forEach(round -> negotiations.add(round.negotiationId));
        negotiations.remove(null);
        return ById.texts(connection, "select id from round where negotiation_id = any(?)", negotiations);
    }

    /** As {@link #PLACES} has it. */
    private static String place(Round round) {
        return Stream.of(round.negotiationId, round.ordinal, round.getStart(), round.earliest(), round.latest())
                .map(value -> Objects.toString(value, "-"))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, "update round set previous_id = null, next_id = null where id = any(?)", ids);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        ById.update(connection, NEIGHBOURS + " where id = any(?)", ids);
    }
}
