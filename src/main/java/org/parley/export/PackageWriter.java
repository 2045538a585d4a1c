package org.parley.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All tables in one archive, with a description by which programs read them with their types and keys (Frictionless Data, Tabular Data
 * Package 1.0), and the words in which sources want to be credited. The order and the times of the files are fixed. Used by one thread.
 */
final class PackageWriter {
    /** Of each file: the earliest that an archive can have. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream archive;
    private final Writer text;
    private final ObjectMapper mapper;
    private final Set<String> credits = new TreeSet<>();

    PackageWriter(OutputStream out, ObjectMapper mapper) {
        this.archive = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.text = new OutputStreamWriter(archive, StandardCharsets.UTF_8);
        this.mapper = mapper;
    }

    private void begin(String file) throws IOException {
        ZipEntry entry = new ZipEntry(file);
        entry.setTimeLocal(TIME);
        archive.putNextEntry(entry);
    }

    private void end() throws IOException {
        text.flush();
        archive.closeEntry();
    }

    void describe(List<ExportTable> tables) throws IOException {
        begin("datapackage.json");
        // Closing it would close the archive.
        JsonGenerator json = mapper.createGenerator(text).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("profile", "tabular-data-package");
        json.writeStringField("name", "parley-record");
        json.writeStringField("title", "The record of a peace negotiation");
        json.writeArrayFieldStart("resources");
        for (ExportTable table : tables) {
            describe(table, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        end();
    }

    private static void describe(ExportTable table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("path", table.name() + ".csv");
        json.writeStringField("profile", "tabular-data-resource");
        json.writeStringField("format", "csv");
        json.writeStringField("mediatype", "text/csv");
        json.writeStringField("encoding", "utf-8");
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (ExportTable.Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (table.columns().get(0).name().equals("id")) {
            json.writeStringField("primaryKey", "id");
        }
        List<ExportTable.Column> references = table.columns().stream()
                .filter(column -> column.refersTo() != null)
                .toList();
        if (!references.isEmpty()) {
            describe(references, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void describe(List<ExportTable.Column> references, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("foreignKeys");
        for (ExportTable.Column column : references) {
            json.writeStartObject();
            json.writeStringField("fields", column.name());
            json.writeObjectFieldStart("reference");
            json.writeStringField("resource", column.refersTo());
            json.writeStringField("fields", "id");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Begins the file of a table, which the returned writer writes. */
    TableWriter begin(ExportRequest request) throws IOException {
        begin(request.table().name() + ".csv");
        SheetWriter sheet = new SheetWriter(request, text);
        return new TableWriter() {
            @Override
            public void begin() throws IOException {
                sheet.begin();
            }

            @Override
            public void write(List<Map<String, Object>> records) throws IOException {
                for (Map<String, Object> record : records) {
                    for (Map<String, Object> source : Records.sources(record)) {
                        credit(source);
                    }
                    credit(record);
                }
                sheet.write(records);
            }

            @Override
            public void end() throws IOException {
                sheet.end();
                PackageWriter.this.end();
            }
        };
    }

    private void credit(Map<String, Object> source) {
        if (source.get("attribution") instanceof String words) {
            credits.add(words);
        }
    }

    /** Writes what is left. The caller closes what is written to. */
    void finish() throws IOException {
        begin("ATTRIBUTION.txt");
        for (String words : credits) {
            text.write(words + "\n");
        }
        end();
        archive.finish();
    }
}
