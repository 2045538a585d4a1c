package org.parley.record;

import java.util.List;

/** A seed that can't be loaded; the database is as it was. */
public class InvalidSeed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    /**
     * @param place  where the seed is, as the user knows it
     * @param faults one sentence each: file, line, id, field, value, rule
     */
    public InvalidSeed(String place, List<String> faults) {
        super("The seed in " + place + " has " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                + " and was not loaded:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each; at least one. */
    public List<String> faults() {
        return faults;
    }
}
