/**
 * The web pages about the loaded record.
 *
 * <p>Names and texts of a record are untrusted input: they reach a page or a question only escaped, by {@code Html} or {@code Template}.
 */
package org.parley.pages;
