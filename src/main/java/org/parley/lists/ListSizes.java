package org.parley.lists;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordSize;

/** How long each list is, for the cost of operations. Told without asking the database. Thread-safe. */
@ApplicationScoped
public class ListSizes {
    private final List<Listed<?, ?, ?, ?>> kinds;
    private final List<ListSize> others;
    private final RecordSize size;

    /** @param others the lists that do not hold the records of one kind */
    public ListSizes(@All List<Listed<?, ?, ?, ?>> kinds, @All List<ListSize> others, RecordSize size) {
        this.kinds = kinds;
        this.others = others;
        this.size = size;
    }

    /**
     * How many rows the database has to read for a whole list; 0 if that is not known.
     *
     * @param type the name of the list's type, without {@code Connection}
     */
    public long rows(String type) {
        for (Listed<?, ?, ?, ?> kind : kinds) {
            if (kind.type().getSimpleName().equals(type)) {
                return size.of(kind.kind());
            }
        }
        return others.stream()
                .filter(list -> list.type().equals(type))
                .mapToLong(ListSize::rows)
                .sum();
    }

    /** How many records of all kinds there are. */
    public long all() {
        return size.all();
    }

    /** The fields of a list's filter, or its arguments, each of which selects along an index of its own if it names one value. */
    public Set<String> indexed(String type) {
        for (Listed<?, ?, ?, ?> kind : kinds) {
            if (kind.type().getSimpleName().equals(type)) {
                return kind.indexed();
            }
        }
        return others.stream()
                .filter(list -> list.type().equals(type))
                .findFirst()
                .map(ListSize::indexed)
                .orElse(Set.of());
    }
}
