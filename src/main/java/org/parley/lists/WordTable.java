package org.parley.lists;

import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.store.Sql;

/** The word index in SQL. */
public final class WordTable {
    /** What a word as it was typed counts more than its other forms, and these more than what only begins like it. */
    public static final int EXACT = 100;

    private WordTable() {}

    /** The records of this kind that hold the token, in the order of the list. */
    static Path path(RecordKind kind) {
        return Path.link("word", "record_id", "token", new Path.Fixed("kind", kind.name()));
    }

    /**
     * The record has every term. The registry of records tells the rest of the word index's key, whatever the kind.
     */
    static Condition hold(List<Sought.Term> terms) {
        return Condition.all(terms.stream().map(WordTable::holds).toList());
    }

    private static Condition holds(Sought.Term term) {
        List<String> tokens = term.filtered();
        // Records of many tokens are collected once, where for each record one token after the other would be looked
        // up.
        return tokens.size() == 1
                ? Condition.of(
                        "exists (select 1 from record c join word w on " + OF_RECORD
                                + " where c.id = {record}.id and w.token = ?)",
                        tokens.get(0))
                : Condition.of(
                        Sql.unindexed("{record}.id") + " in (select w.record_id from word w where w.token = any(?))",
                        tokens);
    }

    /** What ties an entry {@code w} of the word index to its record {@code c}; its token is the rest of its key. */
    static final String OF_RECORD = "w.kind = c.kind and w.oldest_first = c.oldest_first and w.record_id = c.id";

    /** How well an entry {@code w} of the word index fits; the {@code ?} is the form as it was typed. */
    public static String fit(String form) {
        return "w.weight + case when position(' ' || " + form
                + " || ' ' in ' ' || coalesce(w.forms, w.token) || ' ') > 0 then " + EXACT + " else 0 end";
    }
}
