/**
 * What the sources assert in their own voice.
 *
 * <p>Kept apart from statements, because nobody stands behind an assertion but the source itself: it has citations and no
 * speaker.
 */
package org.parley.assertion;
