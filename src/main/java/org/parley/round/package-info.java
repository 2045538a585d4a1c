/**
 * The talks: the process, its meetings, who sat at the table, and what came of it.
 *
 * <p>What was planned, what took place and what resulted are records of their own, each with its own sources: a date that
 * somebody announced is never overwritten by the day on which the parties met.
 */
package org.parley.round;
