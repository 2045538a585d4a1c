/**
 * Finding records by words.
 *
 * <p>Apache Lucene splits texts into words (see {@link org.parley.lists.Words}). The word index is a table of the database, written in
 * the same transaction as the records.
 */
package org.parley.search;
