package org.parley.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that only links records to other records, so that it needs no entity. Immutable.
 *
 * @param name   the name of the table
 * @param owner  the column with the id of the record that the links belong to
 * @param target the column with the id of the record that a link leads to
 * @param order  the column that sorts the links of one owner: {@code ordinal}, counted from 1, or the target
 * @param dated  whether the links repeat the column of {@link Dated} of their owner, so that the owners of a target can be listed by
 *               time
 * @param fixed  further columns, each with the constant that all of these links have
 * @param ofOwner whether they are rows of the owner alone, so that they stay as they are until it is changed
 */
public record LinkTable(
        String name,
        String owner,
        String target,
        String order,
        boolean dated,
        List<Path.Fixed> fixed,
        boolean ofOwner) {
    private static final String ORDINAL = "ordinal";

    /** Links in the order of {@code ordinal}, without the column of time. */
    public static LinkTable of(String name, String owner, String target) {
        return new LinkTable(name, owner, target, ORDINAL, false, List.of(), true);
    }

    /** The same links with the owner's column of time. */
    public LinkTable withTime() {
        return new LinkTable(name, owner, target, order, true, fixed, ofOwner);
    }

    /** The same links without the column {@code ordinal}: in the order of the targets' ids. */
    public LinkTable unordered() {
        return new LinkTable(name, owner, target, target, dated, fixed, ofOwner);
    }

    /** The same links, if they are derived from the rows of other records, too. */
    public LinkTable derived() {
        return new LinkTable(name, owner, target, order, dated, fixed, false);
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
                        .toList(),
                ofOwner);
    }

    /** The same links in the other direction: those of a target, in the order of the owners' ids. */
    public LinkTable reversed() {
        return new LinkTable(name, target, owner, owner, dated, fixed, false);
    }

    /** The path along which the owners of a target are listed. */
    public Path toOwners() {
        return new Path(name, owner, target, fixed, null);
    }

    /** The SQL that inserts a row; its parameters are the values of {@link #row}. */
    public String insert() {
        List<String> columns = Stream.of(
                        Stream.of(owner),
                        isOrdered() ? Stream.of(ORDINAL) : Stream.<String>empty(),
                        Stream.of(target),
                        dated ? Stream.of("oldest_first") : Stream.<String>empty())
                .flatMap(names -> names)
                .toList();
        return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /**
     * The values of one row, for {@link #insert}.
     *
     * @param ordinal counted from 1
     * @param time    the owner's column of time; null if the links have none
     */
    public Object[] row(String ownerId, int ordinal, String targetId, Dated time) {
        return Stream.of(
                        Stream.of(ownerId),
                        isOrdered() ? Stream.of(ordinal) : Stream.empty(),
                        Stream.of(targetId),
                        dated ? Stream.of(time.oldestFirst()) : Stream.empty())
                .flatMap(values -> values)
                .toArray();
    }

    private boolean isOrdered() {
        return order.equals(ORDINAL);
    }
}
