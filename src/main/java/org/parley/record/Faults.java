package org.parley.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all faults of some rows, so that one attempt reports them all. Not thread-safe. */
public final class Faults {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
            Fault::place,
            Comparator.nullsFirst(Comparator.comparing(Fault.Place::file).thenComparingInt(Fault.Place::line)));

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    int size() {
        return faults.size();
    }

    /** All but the first ones, in the order in which they were found. */
    List<Fault> after(int size) {
        return List.copyOf(faults.subList(size, faults.size()));
    }

    /** Removes all but the first ones. */
    void keepFirst(int size) {
        faults.subList(size, faults.size()).clear();
    }

    /** All faults without duplicates, sorted by file and line; those without a file come first, in the order in which they were found. */
    public List<Fault> all() {
        return faults.stream().distinct().sorted(BY_PLACE).toList();
    }

    /**
     * @param place where the rows come from: the folder's path, or "the program"
     * @throws InvalidRecord if there is any fault
     */
    void mustBeNone(String place) {
        if (!faults.isEmpty()) {
            throw new InvalidRecord(place, all());
        }
    }
}
