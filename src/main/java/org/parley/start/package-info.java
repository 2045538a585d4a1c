/**
 * How Parley starts: the command line, the settings, the database and the record.
 *
 * <p>An error in one of them ends the start with one sentence that says what to fix, and a non-zero exit code.
 */
package org.parley.start;
