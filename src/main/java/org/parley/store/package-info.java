/**
 * The interface to the database: how it is opened, migrated and compacted, and how SQL is sent with a timeout.
 *
 * <p>Everything that depends on which database is used (H2 or PostgreSQL) is in this package.
 */
package org.parley.store;
