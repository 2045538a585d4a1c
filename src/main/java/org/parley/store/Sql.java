package org.parley.store;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Native queries with positional {@code ?} parameters, where a list is bound as one array. */
public final class Sql {
    private Sql() {}

    public static <R> NativeQuery<R> bind(Session session, String sql, List<?> values, Class<R> type) {
        NativeQuery<R> query = session.createNativeQuery(sql, type);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            query.setParameter(i + 1, value instanceof List<?> list ? list.toArray(String[]::new) : value);
        }
        return query;
    }
}
