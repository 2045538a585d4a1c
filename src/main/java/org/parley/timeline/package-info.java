/**
 * Everything in order of time.
 *
 * <p>The events of all kinds are copied into one narrow table at loading, so that one walk along one index reads them
 * merged.
 */
package org.parley.timeline;
