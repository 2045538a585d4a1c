/**
 * Tables, maps, calendars and references for other programs.
 *
 * <p>What a table holds is data: a GraphQL document that reads a page of a list, and a file with a line for each column
 * ({@link org.parley.export.ExportTable}).
 */
package org.parley.export;
