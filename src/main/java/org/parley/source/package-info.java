/**
 * What a fact rests on: sources, citations, and how widely it is corroborated.
 *
 * <p>Copies of one text share an origin, and corroboration counts origins.
 */
package org.parley.source;
