/**
 * Everything in order of time.
 *
 * <p>The events of all kinds are copied into one narrow table when they are loaded, so that a single index scan reads them in order of
 * time.
 */
package org.parley.timeline;
