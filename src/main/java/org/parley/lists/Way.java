package org.parley.lists;

import java.util.List;
import java.util.function.Function;
import org.parley.graph.RecordKind;

/**
 * A field of a filter for which the list has an index of its own. If the filter names exactly one value of the field, the list is
 * read along that index, and the field needs no condition.
 *
 * @param <F> the filter
 */
public abstract class Way<F> {
    /** The name of the field that holds the text of a filter. */
    static final String TEXT = "text";

    /** Stands for that field where the path selects by all of its words, and not only by one. */
    static final String WHOLE_TEXT = "text as a whole";

    private final String field;
    private final Path path;

    private Way(String field, Path path) {
        this.field = field;
        this.path = path;
    }

    /**
     * Selects by the id of another record.
     *
     * @param kind the kind of that record
     * @param path the index of the records that belong to it
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
     * Selects by the field {@code text}, along the entries of one of its words in the word index. The entries are sorted by time, so
     * it is only for kinds whose lists are. The list can then be sorted by relevance, too.
     *
     * @param kind the kind of the listed records
     */
    public static <F> Way<F> byText(RecordKind kind, Function<F, String> text) {
        return new Way<>(TEXT, Path.words(kind)) {
            @Override
            String owner(F filter, FilterContext context) {
                Sought.Term leading = text.apply(filter) == null
                        ? null
                        : context.sought(text.apply(filter)).leading();
                return leading == null ? null : leading.filtered().get(0).owner();
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

    /** The index of the records with one value of the field. */
    public final Path path() {
        return path;
    }

    /** The value of the field; null if the filter names none or several. */
    abstract String owner(F filter, FilterContext context);

    /** The terms that an order by relevance scores; null if the filter has no text. */
    abstract Ranking ranking(F filter, FilterContext context);
}
