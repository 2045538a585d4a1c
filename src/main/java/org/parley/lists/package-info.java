/**
 * How lists are read: filters, orders, cursors, pages, and the search for words.
 *
 * <p>It knows no feature: the differences between lists are data ({@link org.parley.lists.ListSource}, {@link org.parley.lists.Path},
 * {@link org.parley.lists.Condition}), and {@link org.parley.lists.Pages} writes the SQL of them all.
 */
package org.parley.lists;
