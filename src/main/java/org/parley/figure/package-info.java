/**
 * The numbers that somebody claims, and who claims them.
 *
 * <p>A number is kept as the source words it; the value beside it is there only where the words give one, so that
 * Parley never turns "millions" into a number of its own. Who claims a number is part of it: figures of one measure are
 * set side by side, never added up or averaged.
 */
package org.parley.figure;
