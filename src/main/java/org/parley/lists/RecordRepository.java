package org.parley.lists;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.store.ReadTransaction;
import org.parley.store.Sql;

/**
 * All records of one kind; implemented by every feature's repository of a {@link Node}. An operation reads by {@link #get} and
 * {@link #byIds}, without Hibernate.
 */
public interface RecordRepository<T extends Node> extends PanacheRepositoryBase<T, String> {

    /** The kind of the records. */
    RecordKind kind();

    /** The entity class. */
    Class<T> type();

    /** The record with this id or slug; null if there is none. */
    default T get(String id) {
        List<T> found = byIds(List.of(kind().id(id)));
        return found.isEmpty() ? null : found.get(0);
    }

    /** The records with these ids, in their order, without those that do not exist; one statement at most. */
    default List<T> byIds(List<String> ids) {
        Map<String, Object> records = ReadTransaction.current().records();
        Set<String> missing = new LinkedHashSet<>();
        for (String id : ids) {
            if (!records.containsKey(id)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            EntityTable<T> table = EntityTable.of(type());
            boolean isOne = missing.size() == 1;
            Sql.read(
                    isOne ? table.byId() : table.byIds(),
                    isOne ? List.copyOf(missing) : List.of(List.copyOf(missing)),
                    rows -> {
                        T record = table.read(rows, 1);
                        records.put(record.getId(), record);
                    });
        }
        List<T> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            Object record = records.get(id);
            if (type().isInstance(record)) {
                found.add(type().cast(record));
            }
        }
        return found;
    }
}
