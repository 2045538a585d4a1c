package org.parley.limit;

import org.eclipse.microprofile.graphql.Description;

/** The cost of the operation that selects this. */
@Description("The cost of the operation that selects this, this field included, and the limit on it.")
public record QueryInfo(
        @Description(
                        "The cost of the operation: how many fields its answer may have, and more for filters, searches and totalCount.")
                int cost,
        @Description("The highest cost that is allowed.") int limit,
        @Description(
                        "How many records and parts of records the answer may hold at most; pages, edges and this object are not counted.")
                int nodes) {}
