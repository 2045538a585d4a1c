package org.parley.issue;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;
import org.parley.record.RecordLoad;

/**
 * Updates the passages of other records that hold the name of an issue, when the name changes. A record that is read from its row
 * gets these passages then.
 */
@Singleton
@Priority(200)
class IssueNames implements Derivation {
    private final List<NamesIssues.Links> links;

    IssueNames(@All List<NamesIssues> rows) {
        links = rows.stream().map(NamesIssues::issueLinks).toList();
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void derive(LoadTarget target) {
        // Nothing to do: reading the rows has made these passages.
    }

    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        Map<String, String> names = new HashMap<>();
        load.rows(Issue.class).forEach(issue -> names.put(issue.getId(), issue.name));
        Set<String> renamed = ById.changed(connection, "select id, name from issue where id = any(?)", names);
        Set<String> found = new LinkedHashSet<>();
        for (NamesIssues.Links each : links) {
            found.addAll(ById.texts(
                    connection,
                    "select " + each.record() + " from " + each.table() + " where issue_id = any(?)",
                    renamed));
        }
        return found;
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) {
        // Nothing to delete: derive overwrites the names.
    }

    @Override
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        for (NamesIssues.Links each : links) {
            ById.update(
                    connection,
                    """
                    update passage set text =
                      (select i.name from %1$s l join issue i on i.id = l.issue_id
                        where l.%2$s = passage.record_id and %3$s = (select count(*) from passage p
                          where p.record_id = passage.record_id and p.weight = %4$d and p.ordinal <= passage.ordinal))
                    where weight = %4$d and record_id = any(?) and exists (select 1 from %1$s l where l.%2$s = passage.record_id)"""
                            .formatted(each.table(), each.record(), each.ordinal(), Issue.NAME_ELSEWHERE),
                    others);
        }
    }
}
