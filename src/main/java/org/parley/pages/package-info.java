/**
 * What a reader who comes by a browser is told of the record that is loaded, whichever it is.
 *
 * <p>Names and texts of a record are anybody's: they reach a page or a question only through what escapes them ({@code Html},
 * {@code Template}).
 */
package org.parley.pages;
