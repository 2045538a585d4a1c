package org.parley.limit;

import org.eclipse.microprofile.graphql.Description;

/** What the operation cost that asks. */
@Description("What the operation that asks for it takes, this field included, by the rule of the limit on costs.")
public record QueryInfo(
        @Description(
                        "What the operation costs: how many fields its answer may have, by the sizes of the pages that it asks for.")
                int cost,
        @Description("The highest cost that is allowed.") int limit,
        @Description(
                        "How many records and parts of records the answer may hold at most; pages, edges and this are none.")
                int nodes) {}
