/**
 * Everything in order of time.
 *
 * <p>Statements, incidents and rounds are copied into one narrow table at loading, so that one walk along one index reads them
 * merged.
 */
package org.parley.timeline;
