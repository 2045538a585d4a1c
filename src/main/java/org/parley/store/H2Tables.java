package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes the tables in H2, without the foreign keys whose column another index begins with. H2 keeps an index for each foreign key, of exactly
 * its columns, though another one would do: with a record of 100,000 statements they took a fifteenth of the file, and each row that was
 * written had to be entered in them, too. PostgreSQL keeps all foreign keys, so the tests find a row there that refers to nothing.
 */
final class H2Tables {
    private static final String DOUBLED =
            """
            select k.table_name, k.constraint_name
            from information_schema.referential_constraints r
            join information_schema.table_constraints c
              on c.constraint_schema = r.constraint_schema and c.constraint_name = r.constraint_name
            join information_schema.key_column_usage k
              on k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name
            where r.constraint_schema = current_schema and exists (
              select 1 from information_schema.index_columns i
              where i.table_schema = k.table_schema and i.table_name = k.table_name and i.column_name = k.column_name
                and i.ordinal_position = 1 and i.index_name <> c.index_name)""";

    private H2Tables() {}

    /** Runs the scripts that have not been run. */
    static void make(DataSource database) {
        Tables.make(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet keys = statement.executeQuery(DOUBLED)) {
                while (keys.next()) {
                    drops.add("alter table \"" + keys.getString(1) + "\" drop constraint \"" + keys.getString(2) + '"');
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The foreign keys of the tables could not be changed", e);
        }
    }
}
