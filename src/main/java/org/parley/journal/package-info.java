/**
 * The journal of a record that people keep: every change that was accepted, in the order of acceptance, and never altered.
 *
 * <p>It is a text file to which lines are appended, and not a table, since a change must survive a power failure once it is answered, and
 * H2 writes a commit to the disk only later. The database can be made again from the journal.
 */
package org.parley.journal;
