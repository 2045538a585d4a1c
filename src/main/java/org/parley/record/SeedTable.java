package org.parley.record;

import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;

/** How one feature reads its file of the seed; every bean of this type is asked. */
public interface SeedTable {

    /** The file's name without {@code .json}, such as {@code actors}. */
    String file();

    /** What the rows are. */
    RecordKind kind();

    /** Kinds whose rows must be in the database before these. */
    Set<RecordKind> after();

    /** The tables that the rows go to, in the order of insertion. */
    List<String> tables();

    /** Keys of a row that hold rows with ids of their own, by kind: a round's sessions. */
    default java.util.Map<String, RecordKind> parts() {
        return java.util.Map.of();
    }

    /** Reads one row, and adds to the load what it says; what is wrong with it becomes a fault and is no exception. */
    void read(SeedRow row, SeedLoad load);

    /**
     * Rules that need the whole file, and what follows from it; called after every row of every file was read, and also
     * when there are faults.
     */
    default void finish(SeedLoad load) {}
}
