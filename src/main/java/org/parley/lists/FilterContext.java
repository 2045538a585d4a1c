package org.parley.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.graph.UnknownId;

/**
 * What a filter needs to become a {@link Condition}: it collects the ids that the filter names, so that all of them are
 * checked by one statement, finds the words of its texts, and knows which of its fields needs no condition, because the list is
 * walked along a path that answers it.
 */
public final class FilterContext {
    private final Ids ids;
    private final Vocabulary vocabulary;
    private final Ids.Named named;
    private final Map<String, Sought> soughtByText;
    private final String answered;

    /**
     * @param known        ids that were found to exist; what this context finds is added
     * @param soughtByText what was found of texts; what this context finds is added
     */
    FilterContext(Ids ids, Vocabulary vocabulary, Set<String> known, Map<String, Sought> soughtByText) {
        this(ids, vocabulary, new Ids.Named(known), soughtByText, null);
    }

    private FilterContext(
            Ids ids, Vocabulary vocabulary, Ids.Named named, Map<String, Sought> soughtByText, String answered) {
        this.ids = ids;
        this.vocabulary = vocabulary;
        this.named = named;
        this.soughtByText = soughtByText;
        this.answered = answered;
    }

    /** The same for a list whose path answers this field of the filter. */
    FilterContext answering(String field) {
        return new FilterContext(ids, vocabulary, named, soughtByText, field);
    }

    /** The same for the filters inside the filter: the path answers nothing of theirs. */
    FilterContext inside() {
        return answered == null ? this : answering(null);
    }

    /**
     * The full ids of a list of slugs or ids; {@link #check} will look whether they exist.
     *
     * @param argument the filter's field
     * @return null if the list is null, or if the list's path answers the field
     */
    public List<String> ids(String argument, RecordKind kind, Collection<String> slugsOrIds) {
        return argument.equals(answered) ? null : named.of(argument, kind, slugsOrIds);
    }

    /** A list of ids of records of any kind, with their type in front, null if the list is null; checked like {@link #ids}. */
    public List<String> anyIds(String argument, Collection<String> ids) {
        return named.of(argument, ids);
    }

    /** What to look for by the text of a filter. */
    Sought sought(String text) {
        return soughtByText.computeIfAbsent(text, t -> vocabulary.sought("text", t));
    }

    /** The record holds every word of the text, but for the one that the list's path answers; every record if the text is null. */
    public Condition text(String text) {
        if (text == null) {
            return Condition.TRUE;
        }
        Sought sought = sought(text);
        return Way.TEXT.equals(answered)
                ? WordTable.hold(sought.terms().stream()
                        .filter(term -> !term.equals(sought.leading()))
                        .toList())
                : WordTable.hold(sought.terms());
    }

    /** The record rests on one of these sources. */
    public Condition source(Collection<String> slugsOrIds) {
        return Condition.existsIn(
                "citation x", "x.record_id = {record}.id", "x.source_id", ids("source", RecordKind.SOURCE, slugsOrIds));
    }

    /** All sources of the record have one origin, or not; every record if null. */
    public Condition singleOrigin(Boolean singleOrigin) {
        return singleOrigin == null
                ? Condition.TRUE
                : Condition.of("exists (select 1 from record c where c.id = {record}.id and c.origins "
                        + (singleOrigin ? "= 1" : "<> 1") + ")");
    }

    /** @throws UnknownId if an id that was asked for names no record */
    public void check() {
        ids.mustExist(named);
    }
}
