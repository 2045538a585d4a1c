package org.parley.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Sources for reference managers. */
final class ReferenceWriter implements TableWriter {
    private final ExportFormat format;
    private final Writer out;
    private final ObjectMapper mapper;
    private boolean isFirst = true;

    ReferenceWriter(ExportRequest request, Writer out, ObjectMapper mapper) {
        this.format = request.format();
        this.out = out;
        this.mapper = mapper;
    }

    @Override
    public void begin() throws IOException {
        if (format == ExportFormat.CSL_JSON) {
            out.write("[");
        }
    }

    @Override
    public void write(List<Map<String, Object>> sources) throws IOException {
        for (Map<String, Object> source : sources) {
            if (!isFirst) {
                out.write(format == ExportFormat.CSL_JSON ? ",\n" : format == ExportFormat.RIS ? "\r\n" : "\n");
            }
            isFirst = false;
            String note = (String) source.get("note");
            out.write(
                    switch (format) {
                        case RIS -> References.ris(source, null, note);
                        case BIBLATEX -> References.biblatex(source, note);
                        default -> mapper.writeValueAsString(References.csl(source, null, note));
                    });
        }
    }

    @Override
    public void end() throws IOException {
        if (format == ExportFormat.CSL_JSON) {
            out.write("]\n");
        }
        out.flush();
    }
}
