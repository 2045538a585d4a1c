/**
 * How lists are read: filters, orders, cursors, pages, and the search for words.
 *
 * <p>It knows no feature: what differs between lists is data ({@link org.parley.lists.ListSource}, {@link org.parley.lists.Path},
 * {@link org.parley.lists.Condition}), and one place writes the SQL of them all.
 */
package org.parley.lists;
