/**
 * How much one client may ask for, so that the record stays open to all.
 *
 * <p>What an operation would take is judged before any of it is done: its size by the parser, its shape between parsing and
 * validation, where each fragment is looked at once however often it is spread, its cost when its variables are known. What
 * could not be foreseen, time and the number of operations at once, is bounded while it goes on.
 */
package org.parley.limit;
