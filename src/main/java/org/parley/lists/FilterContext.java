package org.parley.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.graph.UnknownId;

/**
 * What a filter needs to become a {@link Condition}: it collects the ids that the filter names, so that all of them are
 * checked by one statement, and finds the words of its texts.
 */
public final class FilterContext {
    private final Ids ids;
    private final Words words;
    private final Ids.Named named;
    private final Map<String, Sought> soughtByText;

    /**
     * @param known        ids that were found to exist; what this scope finds is added
     * @param soughtByText what was found of texts; what this scope finds is added
     */
    FilterContext(Ids ids, Words words, Set<String> known, Map<String, Sought> soughtByText) {
        this.ids = ids;
        this.words = words;
        this.named = new Ids.Named(known);
        this.soughtByText = soughtByText;
    }

    /** The full ids of a list of slugs or ids, null if the list is null; {@link #check} will look whether they exist. */
    public List<String> ids(String argument, RecordKind kind, Collection<String> slugsOrIds) {
        return named.of(argument, kind, slugsOrIds);
    }

    /** A list of ids of records of any kind, with their type in front, null if the list is null; checked like {@link #ids}. */
    public List<String> anyIds(String argument, Collection<String> ids) {
        return named.of(argument, ids);
    }

    /** What to look for by the text of a filter. */
    public Sought sought(String text) {
        return soughtByText.computeIfAbsent(text, t -> words.sought("text", t));
    }

    /** The record {@code r} holds every word of the text; every record if the text is null. */
    public Condition text(String text) {
        return text == null ? Condition.TRUE : Words.hold(sought(text).terms());
    }

    /** The same, where the list is walked by the text's leading term already. */
    public Condition furtherText(String text) {
        Sought sought = sought(text);
        return Words.hold(sought.terms().stream()
                .filter(term -> !term.equals(sought.leading()))
                .toList());
    }

    /** The record {@code r} rests on one of these sources. */
    public Condition source(Collection<String> slugsOrIds) {
        return Condition.existsIn(
                "citation x", "x.record_id = r.id", "x.source_id", ids("source", RecordKind.SOURCE, slugsOrIds));
    }

    /** All sources of the record {@code r} have one origin, or not; every record if null. */
    public Condition singleOrigin(Boolean singleOrigin) {
        return singleOrigin == null
                ? Condition.TRUE
                : Condition.of("exists (select 1 from record c where c.id = r.id and c.origins "
                        + (singleOrigin ? "= 1" : "<> 1") + ")");
    }

    /** @throws UnknownId if an id that was asked for names no record */
    public void check() {
        ids.mustExist(named);
    }
}
