/**
 * What operators see and configure: log, metrics, traces, health checks, shutdown.
 *
 * <p>Each operation is reported once, after its answer was sent, from the values that {@link org.parley.graph.Operation} collected while
 * it ran.
 */
package org.parley.operate;
