package org.parley.lists;

/**
 * Everything that tells one part of one list.
 *
 * @param owner   the owner's id where the path has one, else null
 * @param ranking what an order by relevance is relative to, or null if there is no text
 */
public record ListQuery<T>(
        Pages reader,
        ListSource<T> listing,
        Path path,
        String owner,
        Condition condition,
        Order order,
        Ranking ranking,
        PageRequest request) {}
