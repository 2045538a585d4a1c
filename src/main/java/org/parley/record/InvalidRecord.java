package org.parley.record;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a record that can't be loaded. The database is unchanged. */
public class InvalidRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /**
     * @param place  where the seed is: the folder's path, or "the program"
     * @param faults at least one
     */
    public InvalidRecord(String place, List<Fault> faults) {
        super("The seed in " + place + " has " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                + " and was not loaded:"
                + faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining()));
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** One sentence per fault: file, line, id, field, value, rule. */
    public List<String> sentences() {
        return faults.stream().map(Fault::toString).toList();
    }
}
