package org.parley.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with some rows, gathered so that one attempt tells it all. Not safe for use by several threads. */
public final class Faults {
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
            Fault::place,
            Comparator.nullsFirst(Comparator.comparing(Fault.Place::file).thenComparingInt(Fault.Place::line)));

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    /** By file and line; those of no file first, in the order in which they were found. */
    public List<Fault> all() {
        return faults.stream().distinct().sorted(BY_PLACE).toList();
    }

    /**
     * @param place where the rows come from, as the user knows it
     * @throws InvalidRecord if there is any fault
     */
    void mustBeNone(String place) {
        if (!faults.isEmpty()) {
            throw new InvalidRecord(place, all());
        }
    }
}
