/**
 * Limits on what one client may take, so that the server stays available to all.
 *
 * <p>An operation is checked before it is executed: its size by the parser, its shape between parsing and validation (each fragment once,
 * however often it is spread), and its cost as soon as its variables are known. What can't be computed in advance is limited while it
 * runs: the time of an operation, and the number of concurrent operations.
 */
package org.parley.limit;
