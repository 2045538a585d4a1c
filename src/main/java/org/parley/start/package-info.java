/**
 * How Parley starts: its settings, its database, its record.
 *
 * <p>What can go wrong with them ends the start with one sentence for the person at the keyboard and a non-zero exit code.
 */
package org.parley.start;
