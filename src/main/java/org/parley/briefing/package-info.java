/**
 * What an editor asks on the evening of a round: who was there, who said what, what was agreed, what is disputed, what happened meanwhile,
 * and what is new since the round before.
 *
 * <p>A feature that is made of others and has no rows of its own: each part is read only if it is asked for.
 */
package org.parley.briefing;
