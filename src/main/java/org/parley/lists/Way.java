package org.parley.lists;

import java.util.List;
import java.util.function.Function;
import org.parley.graph.RecordKind;

/**
 * A field of a filter by which a list can be walked along an index of its own, where the filter names one value: the index then
 * answers the field, and no condition need.
 *
 * @param <F> the filter
 */
public abstract class Way<F> {
    /** The field of a filter's text. */
    static final String TEXT = "text";

    private final String field;
    private final Path path;

    private Way(String field, Path path) {
        this.field = field;
        this.path = path;
    }

    /**
     * By the ids of other records.
     *
     * @param kind what they are
     * @param path along the records that one of them owns
     */
    public static <F> Way<F> by(String field, RecordKind kind, Function<F, List<String>> ids, Path path) {
        return new Way<>(field, path) {
            @Override
            String owner(F filter, FilterContext context) {
                List<String> named = ids.apply(filter);
                return named == null || named.size() != 1
                        ? null
                        : context.ids(field, kind, named).get(0);
            }

            @Override
            Ranking ranking(F filter, FilterContext context) {
                return null;
            }
        };
    }

    /**
     * By the field {@code text}, along the records that have one of its words; only for kinds whose order is that of time, as it is in
     * the word index. With it the list can be ranked by relevance.
     *
     * @param kind of the listed records
     */
    public static <F> Way<F> byText(RecordKind kind, Function<F, String> text) {
        return new Way<>(TEXT, WordTable.path(kind)) {
            @Override
            String owner(F filter, FilterContext context) {
                Sought.Term leading = text.apply(filter) == null
                        ? null
                        : context.sought(text.apply(filter)).leading();
                return leading == null ? null : leading.filtered().get(0);
            }

            @Override
            Ranking ranking(F filter, FilterContext context) {
                return text.apply(filter) == null ? null : new Ranking(context.sought(text.apply(filter)));
            }
        };
    }

    /** The field's name. */
    final String field() {
        return field;
    }

    /** Along the records that have one value of the field. */
    public final Path path() {
        return path;
    }

    /** The one value of the field that the filter names; null if it names none or several. */
    abstract String owner(F filter, FilterContext context);

    /** What an order by relevance is relative to; null if there is none for this filter. */
    abstract Ranking ranking(F filter, FilterContext context);
}
