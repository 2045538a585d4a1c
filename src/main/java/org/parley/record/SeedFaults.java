package org.parley.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a seed, gathered so that one start tells it all. */
final class SeedFaults {

    /**
     * @param file  the file's name
     * @param line  counted from 1; 0 if the fault is in no line
     * @param where the row's id and the field, or what of it there is
     * @param value the value as written, or null
     * @param rule  what must hold
     */
    record Fault(String file, int line, String where, String value, String rule) {
        @Override
        public String toString() {
            return file + (line > 0 ? " line " + line : "") + (where.isEmpty() ? "" : ", " + where)
                    + (value == null ? "" : ": " + value) + ": " + rule;
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    /** @throws InvalidSeed if there is any fault */
    void mustBeNone(String place) {
        if (!faults.isEmpty()) {
            throw new InvalidSeed(
                    place,
                    faults.stream()
                            .distinct()
                            .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                            .map(Fault::toString)
                            .toList());
        }
    }
}
