package org.parley.lists;

import org.eclipse.microprofile.graphql.Description;

/** Where a page stands in its list (Relay: Cursor Connections). */
@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether records follow the page.") boolean hasNextPage,
        @Description("Whether records come before the page.") boolean hasPreviousPage,
        @Description("The cursor of the page's first record; null if the page is empty.") String startCursor,
        @Description("The cursor of the page's last record; null if the page is empty.") String endCursor) {}
