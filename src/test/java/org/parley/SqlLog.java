package org.parley;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.store.SqlCount;

/** Every SQL statement that Hibernate prepares, so that a test can count those of one query. */
@PersistenceUnitExtension
@Alternative
@Priority(1)
public class SqlLog extends SqlCount {
    private static final long serialVersionUID = 1;
    private static final List<String> STATEMENTS = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String inspect(String sql) {
        STATEMENTS.add(sql);
        return super.inspect(sql);
    }

    /** The statements of what runs inside. */
    public static List<String> of(Runnable work) {
        STATEMENTS.clear();
        work.run();
        return List.copyOf(STATEMENTS);
    }
}
