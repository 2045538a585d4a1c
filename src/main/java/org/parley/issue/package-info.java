/**
 * What the talks are about, and what each side wants.
 *
 * <p>Sources that give a demand a different extent make positions of their own, because which extent is the right one is
 * part of what is negotiated. The side by which positions are compared is never stored: it is the party that the
 * holder speaks for.
 */
package org.parley.issue;
