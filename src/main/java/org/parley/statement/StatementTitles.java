package org.parley.statement;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.actor.Actor;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;
import org.parley.record.RecordLoad;

/**
 * Updates the titles of statements, which hold the names of the speakers, when a name changes. A statement that is read from its row
 * gets its title then.
 */
@Singleton
@Priority(200)
class StatementTitles implements Derivation {

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void derive(LoadTarget target) {
        // Nothing to do: reading the rows has made the titles.
    }

    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        Map<String, String> names = new HashMap<>();
        load.rows(Actor.class).forEach(actor -> names.put(actor.getId(), actor.name));
        Set<String> renamed = ById.changed(connection, "select id, name from actor where id = any(?)", names);
        return ById.texts(
                connection, "select distinct statement_id from statement_speaker where actor_id = any(?)", renamed);
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) {
        // Nothing to delete: derive overwrites the titles.
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        ById.update(
                connection,
                """
                update statement set title =
                  (select string_agg(a.name, ', ' order by s.ordinal) from statement_speaker s
                    join actor a on a.id = s.actor_id where s.statement_id = statement.id) || ': ' || summary
                where id = any(?)""",
                others);
    }
}
