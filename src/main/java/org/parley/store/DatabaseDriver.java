package org.parley.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The JDBC driver of the connection pool. It delegates to H2's or PostgreSQL's driver, depending on the URL: Quarkus fixes the driver
 * class at build time, but one build supports both databases. Thread-safe.
 */
public final class DatabaseDriver implements Driver {
    private static Driver of(String url) {
        return PostgresStore.isAt(url) ? new org.postgresql.Driver() : new org.h2.Driver();
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return of(url).connect(url, PostgresStore.isAt(url) ? forPostgres(properties) : properties);
    }

    /** Adds defaults, which the given properties or parameters of the URL override. */
    private static Properties forPostgres(Properties given) {
        Properties properties = new Properties();
        properties.put("ApplicationName", "parley");
        // In seconds. Less than the 5 seconds that the connection pool waits for a connection.
        properties.put("connectTimeout", "4");
        properties.put("tcpKeepAlive", "true");
        // A batch of inserts is sent as inserts of many rows each.
        properties.put("reWriteBatchedInserts", "true");
        properties.putAll(given);
        return properties;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return of(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return of(url).getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.parley.store");
    }
}
