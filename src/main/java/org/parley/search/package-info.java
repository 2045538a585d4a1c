/**
 * Finding records by words.
 *
 * <p>The word index and the spellings are tables of Parley's own: a search engine inside the program would cost more than
 * it finds in a record of this size.
 */
package org.parley.search;
