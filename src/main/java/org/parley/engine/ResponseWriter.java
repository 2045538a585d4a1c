package org.parley.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes responses as JSON, in one pass. Thread-safe. */
final class ResponseWriter {
    /** The capacity of the first buffer, in bytes: most answers fit. */
    private static final int USUAL = 16_384;

    private final ObjectMapper mapper;

    ResponseWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The response to a request that was refused. */
    GraphQLResponse refused(List<Map<String, Object>> errors) {
        return new GraphQLResponse(false, false, errors, json(errors, false, null));
    }

    /** @param data null if a root field failed that must not be null */
    GraphQLResponse executed(ResponseData data, List<Map<String, Object>> errors) {
        return new GraphQLResponse(true, data != null && data.hasValue(), errors, json(errors, true, data));
    }

    private byte[] json(List<Map<String, Object>> errors, boolean hasData, ResponseData data) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL);
        try (JsonGenerator out = mapper.getFactory().createGenerator(bytes)) {
            out.writeStartObject();
            if (!errors.isEmpty()) {
                out.writeFieldName("errors");
                out.writePOJO(errors);
            }
            if (hasData) {
                out.writeFieldName("data");
                if (data == null) {
                    out.writeNull();
                } else {
                    data.write(out);
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
