package org.parley.lists;

import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.store.Sql;

/** Builds the SQL that reads the word index. */
public final class WordTable {
    /** How much more the word as typed scores than its other forms, and those than words that only begin with it. */
    public static final int EXACT = 100;

    private WordTable() {}

    /** The table of the entries. */
    static final String NAME = "word";

    /** The entries of one token for this kind of record, in the order of the list. */
    static Path path(RecordKind kind) {
        return Path.link(NAME, "record_id", "token", new Path.Fixed("kind", kind.name()));
    }

    /**
     * The record has every term. The table {@code record} supplies the kind and the time that belong to the primary key of the word
     * index.
     */
    static Condition hold(List<Sought.Term> terms) {
        return Condition.all(terms.stream().map(WordTable::holds).toList());
    }

    private static Condition holds(Sought.Term term) {
        List<String> tokens = term.filtered();
        // With several tokens, the subquery collects the matching records once. An exists would look up every token
        // for every record.
        return tokens.size() == 1
                ? Condition.of(
                        "exists (select 1 from record c join word w on " + OF_RECORD
                                + " where c.id = {record}.id and w.token = ?)",
                        tokens.get(0))
                : Condition.of(
                        Sql.unindexed("{record}.id") + " in (select w.record_id from word w where w.token = any(?))",
                        tokens);
    }

    /** Joins an entry {@code w} of the word index to its record {@code c}, by its primary key except the token. */
    static final String OF_RECORD = "w.kind = c.kind and w.oldest_first = c.oldest_first and w.record_id = c.id";

    /** The SQL of the score of an entry {@code w} of the word index; the {@code ?} parameter is the form as typed. */
    public static String fit(String form) {
        return fit("w", form);
    }

    /** The same for an entry with another alias. */
    static String fit(String entry, String form) {
        return "(" + entry + ".weight + case when position(' ' || " + form + " || ' ' in ' ' || coalesce(" + entry
                + ".forms, " + entry + ".token) || ' ') > 0 then " + EXACT + " else 0 end)";
    }
}
