package org.parley.record;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derives which records a source supports, how many of each kind, and the numbers of sources and origins that support each record.
 */
@Singleton
@Priority(100)
class CitedFacts implements Derivation {
    private static final String FACTS =
            """
            insert into fact (source_id, record_id, kind, oldest_first, origins)
            select distinct c.source_id, r.id, r.kind, r.oldest_first, r.origins
            from record r join citation c on c.record_id = r.id where r.id = any(?)""";

    private static final String COUNTS =
            """
            update record set
              sources = (select count(distinct c.source_id) from citation c where c.record_id = record.id),
              origins = (select count(distinct s.origin) from citation c join source s on s.id = c.source_id
                where c.record_id = record.id)""";

    private static final String COVERAGE =
            """
            insert into coverage (source_id, kind, facts, sole)
            select source_id, kind, count(*), count(case when origins = 1 then 1 end)
            from fact where source_id = any(?)
            group by source_id, kind""";

    @Override
    public List<String> tables() {
        return List.of("fact", "coverage");
    }

    /**
     * The counts of a seed's records are inserted with their rows. Only records that were not loaded from the seed need new counts, since
     * they may cite a source that the seed changes.
     */
    @Override
    public void derive(LoadTarget target) throws SQLException {
        if (ById.isAny(target.connection(), "select 1 from record where not from_seed")) {
            ById.update(target.connection(), COUNTS);
        }
        FactRows.of(target.connection()).insert(target);
    }

    /** A record's number of origins depends on the sources that it cites. */
    @Override
    public Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        Map<String, String> origins = new HashMap<>(load.originBySource);
        origins.keySet().retainAll(Set.copyOf(ids));
        Set<String> changed = ById.changed(connection, "select id, origin from source where id = any(?)", origins);
        return ById.texts(
                connection,
                "select distinct c.record_id from citation c join record r on r.id = c.record_id where c.source_id = any(?)",
                changed);
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        Set<String> sources = sourcesOf(connection, ids);
        ById.update(connection, "delete from fact where record_id = any(?)", ids);
        cover(connection, sources);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, COUNTS + " where id = any(?)", ids);
        ById.update(connection, FACTS, ids);
        cover(connection, sourcesOf(connection, ids));
    }

    /** The sources that support these records, by the derived rows. */
    private static Set<String> sourcesOf(Connection connection, Collection<String> ids) throws SQLException {
        return ById.texts(connection, "select distinct source_id from fact where record_id = any(?)", ids);
    }

    /** Counts anew what these sources support. */
    private static void cover(Connection connection, Set<String> sources) throws SQLException {
        ById.update(connection, "delete from coverage where source_id = any(?)", sources);
        ById.update(connection, COVERAGE, sources);
    }
}
