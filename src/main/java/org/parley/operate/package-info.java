/**
 * What those who run Parley see of it and set: its log, its metrics, its traces, its health, its end.
 *
 * <p>An operation is reported once, when its answer has been sent, from what {@link org.parley.graph.Operation} gathered on
 * the way.
 */
package org.parley.operate;
