/**
 * How a record comes into the database: rows, their rules, and the loader.
 *
 * <p>Every feature reads its own file; this package knows rows, ids and faults and no feature.
 */
package org.parley.record;
