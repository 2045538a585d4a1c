/**
 * How a record comes into the database.
 *
 * <p>Every feature reads its own file; this package knows rows, ids and faults and no feature.
 */
package org.parley.seed;
