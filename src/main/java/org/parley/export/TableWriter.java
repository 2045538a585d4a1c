package org.parley.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes records in a form, one page of a list after the other, without keeping any. Used by one thread. */
interface TableWriter {
    /** What comes before the records. */
    void begin() throws IOException;

    /** @param records of the answers to the table's document, in their order */
    void write(List<Map<String, Object>> records) throws IOException;

    /** What comes after the records. The caller closes what is written to. */
    void end() throws IOException;
}
