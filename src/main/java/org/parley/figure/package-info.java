/**
 * The numbers that are put about, and who vouches for them.
 *
 * <p>A number is kept as the source words it; the value beside it is there only where the words give one, so that
 * "millions" never turns into a figure of Parley's making. Who claims a number is part of it: figures of one measure are
 * set side by side, never added up or averaged.
 */
package org.parley.figure;
