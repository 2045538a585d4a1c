/**
 * Where something was said, held or suffered.
 *
 * <p>A place is a record, because sources name a region and the towns in it in different spellings; its coordinates say how
 * fine they are, so that a country's middle is never taken for the scene of an incident.
 */
package org.parley.place;
