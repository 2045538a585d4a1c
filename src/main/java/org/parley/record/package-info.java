/**
 * How a record is loaded into the database: rows, their rules, and the loader.
 *
 * <p>Every feature defines how its rows are read; this package knows rows, ids and faults, but no feature. A row is checked by the same
 * rules wherever it comes from. Its values are read directly into entities, since separate value classes would repeat each key. Derived
 * rows are computed for all records or for some; both ways give the same rows.
 */
package org.parley.record;
