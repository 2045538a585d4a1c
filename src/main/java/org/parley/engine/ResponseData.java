package org.parley.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The {@code data} of a response. */
interface ResponseData {

    /** Whether at least one root field is not null. */
    boolean hasValue();

    /** Writes it as one JSON value. */
    void write(JsonGenerator out) throws IOException;
}
