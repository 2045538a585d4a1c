package org.parley.identifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.InvalidArgument;
import org.parley.lists.Condition;
import org.parley.record.FaultCode;
import org.parley.record.RecordLoad;
import org.parley.record.Row;
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/** Reads the identifiers of rows, and finds records by theirs. Thread-safe. */
public final class Identifiers {
    /** The description of the argument that names identifiers. */
    public static final String FILTER =
            "One of its ids in another data set, as SCHEME:value, such as WIKIDATA:Q212 or UCDP_CONFLICT:13246.";

    /** The longest id, in characters. It must fit into a page of PostgreSQL's index. */
    private static final int LONGEST = 300;

    /** The most records that are looked up by their ids. If more have the identifier, the list is held against it record by record. */
    private static final int FEW = 1000;

    private static final String NAME = "x.scheme || ':' || x.notation";

    private static final RecordQuestion HOLDERS = RecordQuestion.ofOthers();

    /**
     * The records that have one of some identifiers.
     *
     * @param ids empty if they are not few
     */
    private record Holders(boolean areFew, List<String> ids) {
        /** About as many as they take on the heap. */
        int bytes() {
            return 100 + 80 * ids.size();
        }
    }

    private Identifiers() {}

    /**
     * Reads the key {@code identifiers} of rows.
     *
     * @param id   the record that gets them
     * @param rows the record's own row, and those of records that were merged into it; an id that several have is the record's once
     */
    public static void read(String id, RecordLoad load, Row... rows) {
        Set<String> all = new HashSet<>();
        for (Row row : rows) {
            Set<String> own = new HashSet<>();
            row.each("identifiers", (each, ordinal) -> {
                IdentifierScheme scheme = each.constant("scheme", IdentifierScheme.class);
                String value = each.text("value");
                String url = each.optionalAddress("url");
                if (scheme == null || value == null) {
                    return;
                }
                if (value.length() > LONGEST) {
                    each.fault("value", FaultCode.TOO_LONG, "must have at most " + LONGEST + " characters");
                } else if (scheme.brokenRule(value) != null) {
                    each.fault("value", FaultCode.WRONG_FORMAT, scheme.brokenRule(value));
                }
                if (!own.add(scheme + ":" + value)) {
                    each.fault("value", FaultCode.DUPLICATE, "must be listed once");
                }
                if (all.add(scheme + ":" + value)) {
                    load.identify(id, scheme.name(), value, url);
                }
            });
        }
    }

    /**
     * The record has one of these identifiers; every record if the list is null. Reads the database.
     *
     * @param named each as {@code SCHEME:value}
     * @throws InvalidArgument if one has no such form
     */
    public static Condition among(List<String> named) {
        if (named == null) {
            return Condition.TRUE;
        }
        named.forEach(Identifiers::check);
        // Asked once, and not again for each record whose list has the filter.
        String question = String.join("\n", named);
        Holders holders = ReadTransaction.current()
                .answers(HOLDERS, List.of(question), asked -> Map.of(question, holders(named)), Holders::bytes)
                .get(question);
        return holders.areFew
                ? Condition.in("id", holders.ids)
                : Condition.existsIn("identifier x", "x.record_id = {record}.id", NAME, named);
    }

    /** Without {@code distinct}, for which the database would read all that have it: 180,000 for a dataset's own id, 17 ms. */
    private static Holders holders(List<String> named) {
        List<String> values = named.stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .toList();
        List<String> ids = new ArrayList<>();
        Sql.read(
                "select x.record_id from identifier x where x.notation = any(?) and " + Sql.unindexed(NAME)
                        + " = any(?) fetch first " + (FEW + 1) + " rows only",
                List.of(values, named),
                row -> ids.add(row.getString(1)));
        return ids.size() > FEW
                ? new Holders(false, List.of())
                : new Holders(true, List.copyOf(new LinkedHashSet<>(ids)));
    }

    private static void check(String name) {
        int colon = name.indexOf(':');
        String scheme = colon < 0 ? name : name.substring(0, colon);
        if (colon < 1 || colon == name.length() - 1) {
            throw new InvalidArgument("identifier must be a scheme and a value, such as WIKIDATA:Q212, not "
                    + InvalidArgument.shown(name));
        }
        if (Arrays.stream(IdentifierScheme.values())
                .noneMatch(each -> each.name().equals(scheme))) {
            throw new InvalidArgument(
                    "identifier must begin with a value of IdentifierScheme, such as WIKIDATA:Q212, not "
                            + InvalidArgument.shown(name));
        }
    }
}
