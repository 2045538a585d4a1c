/**
 * What the graph is: nodes, kinds of record, ids, dates, errors, and the operation that is being answered.
 *
 * <p>It knows no feature, no SQL and nothing of how GraphQL is executed, so that every other package may depend on it.
 */
package org.parley.graph;
