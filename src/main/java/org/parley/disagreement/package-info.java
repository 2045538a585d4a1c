/**
 * Where the sources differ, or leave a question open.
 *
 * <p>A difference is a record of its own that holds every reading with its sources, so that no version replaces
 * another. The records that it is about hold no reference to it; the table {@code disagreement_about} does.
 */
package org.parley.disagreement;
