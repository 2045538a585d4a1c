/**
 * How a record comes into the database: rows, their rules, and the loader.
 *
 * <p>Every feature says how its rows are read; this package knows rows, ids and faults and no feature. A row is held to the same rules
 * wherever it comes from, and the entities that it is read into are its values: a second class of values beside them would repeat each
 * key. What is derived from the rows is made for all records or for some, and both ways come to the same rows.
 */
package org.parley.record;
