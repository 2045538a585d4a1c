/**
 * Where the sources differ, or leave a question open.
 *
 * <p>A difference is a record of its own that holds every reading with its sources, so that no version has to give way to
 * another. The records that it is about do not know it; they are found through the link from here.
 */
package org.parley.disagreement;
