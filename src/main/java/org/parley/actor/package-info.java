/**
 * Who takes part, speaks or is spoken of.
 *
 * <p>States, organisations and people are one type, because all of them speak, act and are blamed alike.
 */
package org.parley.actor;
