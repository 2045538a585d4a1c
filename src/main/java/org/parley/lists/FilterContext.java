package org.parley.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.graph.UnknownId;

/**
 * What a filter needs to become a {@link Condition}. It collects the ids that the filter names, so that one statement checks all of
 * them, and looks up the words of its texts. It also knows which field needs no condition, because the list is read along a path that
 * already selects by that field. Belongs to one request, so not thread-safe.
 */
public final class FilterContext {
    private final Ids ids;
    private final Vocabulary vocabulary;
    private final Ids.Named named;
    private final Map<String, Sought> soughtByText;
    private final String answered;

    /**
     * @param known        the ids that are known to exist; this context adds those that it finds
     * @param soughtByText the texts that were looked up; this context adds its own
     */
    FilterContext(Ids ids, Vocabulary vocabulary, Set<String> known, Map<String, Sought> soughtByText) {
        this(ids, vocabulary, ids.named(known), soughtByText, null);
    }

    private FilterContext(
            Ids ids, Vocabulary vocabulary, Ids.Named named, Map<String, Sought> soughtByText, String answered) {
        this.ids = ids;
        this.vocabulary = vocabulary;
        this.named = named;
        this.soughtByText = soughtByText;
        this.answered = answered;
    }

    /** A context for a list whose path already selects by this field of the filter. */
    FilterContext answering(String field) {
        return new FilterContext(ids, vocabulary, named, soughtByText, field);
    }

    /** A context for nested filters: the path selects by none of their fields. */
    FilterContext inside() {
        return answered == null ? this : answering(null);
    }

    /**
     * The full ids of a list of slugs or ids. {@link #check} will look up whether they exist.
     *
     * @param argument the field of the filter
     * @return null if the list is null, or if the path of the list already selects by the field
     */
    public List<String> ids(String argument, RecordKind kind, Collection<String> slugsOrIds) {
        return argument.equals(answered) ? null : named.of(argument, kind, slugsOrIds);
    }

    /** Full ids of records of any kind, such as {@code round/abu-dhabi-2}; null if the list is null; checked like {@link #ids}. */
    public List<String> anyIds(String argument, Collection<String> ids) {
        return named.of(argument, ids);
    }

    /** The terms of a filter's text. */
    Sought sought(String text) {
        return soughtByText.computeIfAbsent(text, t -> vocabulary.sought("text", t));
    }

    /**
     * The record has every word of the text, without those by which the path already selects; every record if the text is null.
     */
    public Condition text(String text) {
        if (text == null || Way.WHOLE_TEXT.equals(answered)) {
            return Condition.TRUE;
        }
        Sought sought = sought(text);
        return Way.TEXT.equals(answered)
                ? WordTable.hold(sought.terms().stream()
                        .filter(term -> !term.equals(sought.leading()))
                        .toList())
                : WordTable.hold(sought.terms());
    }

    /** The record cites one of these sources; every record if the list is null. */
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

    /** A disagreement is about the record, or none is; every record if null. */
    public Condition disputed(Boolean disputed) {
        return disputed == null
                ? Condition.TRUE
                : Condition.of((disputed ? "" : "not ")
                        + "exists (select 1 from disagreement_about d where d.record_id = {record}.id)");
    }

    /** @throws UnknownId if an id that was asked for names no record */
    public void check() {
        ids.mustExist(named);
    }
}
