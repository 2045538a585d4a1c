package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A new database beside the one that is served. It has all tables and no rows. Whoever opened it fills it and puts it in the place of the
 * other, which is served until then; if the process is killed, one of both is there as a whole. For one use by one thread.
 */
public interface Aside extends AutoCloseable {

    /** The only connection to it. */
    Connection connection();

    /** Writes all of it to the disk. No connection to it may be used afterwards. */
    void complete() throws SQLException, IOException;

    /**
     * Puts it, complete, in the place of the served database. Connections to that one break, and the pool opens new ones.
     *
     * @param database the pool of the served database
     */
    void takePlace(AgroalDataSource database) throws SQLException, IOException;

    /** Deletes it, if it has not taken the place of the served database. */
    @Override
    void close() throws SQLException, IOException;
}
