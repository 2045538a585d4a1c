package org.parley.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows only tie records to others, so that it needs no entity.
 *
 * @param name   of the table
 * @param owner  the column with the id of the record whose links they are
 * @param target the column with the id of the record that a link names
 * @param order  the column that sorts the links of one owner: {@code ordinal}, counted from 1, or the target
 * @param dated  whether the links carry their owner's columns of {@link Dated}, so that the owners of a target are a list in the order
 *               of time
 * @param fixed  further columns, each at the one value that makes a row one of these links
 */
public record LinkTable(String name, String owner, String target, String order, boolean dated, List<Path.Fixed> fixed) {
    private static final String ORDINAL = "ordinal";

    /** In the owner's order, without columns of time. */
    public static LinkTable of(String name, String owner, String target) {
        return new LinkTable(name, owner, target, ORDINAL, false, List.of());
    }

    /** With the owner's columns of time. */
    public LinkTable withTime() {
        return new LinkTable(name, owner, target, order, true, fixed);
    }

    /** Without the column {@code ordinal}: in the order of the targets' ids. */
    public LinkTable unordered() {
        return new LinkTable(name, owner, target, target, dated, fixed);
    }

    /** Only the rows with this value in this column. */
    public LinkTable where(String column, String literal) {
        return new LinkTable(
                name,
                owner,
                target,
                order,
                dated,
                Stream.concat(fixed.stream(), Stream.of(new Path.Fixed(column, literal)))
                        .toList());
    }

    /** The same links seen from their targets, for each in the order of the owners' ids. */
    public LinkTable reversed() {
        return new LinkTable(name, target, owner, owner, dated, fixed);
    }

    /** The way to walk the list of a target's owners. */
    public Path toOwners() {
        return new Path(name, owner, target, fixed);
    }

    /** Takes the values of {@link #row}, in their order. */
    public String insert() {
        List<String> columns = Stream.of(
                        Stream.of(owner),
                        isOrdered() ? Stream.of(ORDINAL) : Stream.<String>empty(),
                        Stream.of(target),
                        dated ? Stream.of("oldest_first", "newest_first") : Stream.<String>empty())
                .flatMap(names -> names)
                .toList();
        return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /**
     * One row.
     *
     * @param ordinal counted from 1
     * @param time    of the owner; null where the links carry none
     */
    public Object[] row(String ownerId, int ordinal, String targetId, Dated time) {
        return Stream.of(
                        Stream.of(ownerId),
                        isOrdered() ? Stream.of(ordinal) : Stream.empty(),
                        Stream.of(targetId),
                        dated ? Stream.of(time.oldestFirst(), time.newestFirst()) : Stream.empty())
                .flatMap(values -> values)
                .toArray();
    }

    private boolean isOrdered() {
        return order.equals(ORDINAL);
    }
}
