/**
 * The places of statements, rounds and incidents.
 *
 * <p>A place is a record, because sources name a region and the towns in it in different spellings; it says how precise
 * its coordinates are, so that the centre of a country is never taken for the scene of an incident.
 */
package org.parley.place;
