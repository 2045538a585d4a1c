/**
 * What happened outside the talks, and who blames whom for it.
 *
 * <p>Blame is a record of its own with its own sources, never a field of the incident: the incident says what happened, each
 * attribution who says who did it. When it happened as seen from a round is worked out once, as the seed is loaded.
 */
package org.parley.incident;
