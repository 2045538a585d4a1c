/**
 * The shared kernel: pages, cursors, filters, errors, and how lists are read.
 *
 * <p>It knows no feature: what differs between lists is data ({@link org.parley.graph.Listing}, {@link org.parley.graph.Path},
 * {@link org.parley.graph.Condition}), and one place writes the SQL of them all.
 */
package org.parley.graph;
