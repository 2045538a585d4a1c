/**
 * Finding records by words.
 *
 * <p>What a word is, Apache Lucene's analysis says (see {@link org.parley.lists.Words}). The word index is a table of Parley's own,
 * written with the facts that it is of, in one transaction.
 */
package org.parley.search;
