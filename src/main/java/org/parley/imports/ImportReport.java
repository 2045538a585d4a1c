package org.parley.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of each row. For use by one thread. */
final class ImportReport {
    /** So many notes of each kind are shown to people; all are in the file of the report. */
    private static final int SHOWN = 5;

    private final List<Line> lines = new ArrayList<>();

    /** What became of a row. */
    enum Outcome {
        /** Its record is new. */
        CREATED,
        /** Its record was changed. */
        UPDATED,
        /** Its record is as it was. */
        UNCHANGED,
        /** The row says nothing that an earlier row does not. */
        SKIPPED,
        /** The row can't be taken. */
        REFUSED,
        /** The record was changed by hand, and is kept. */
        CONFLICT
    }

    /**
     * A row.
     *
     * @param id     as it stands in the file; null if it has none
     * @param record the full id of its record; null if there is none
     * @param also   the full ids of the other records that it made
     */
    record Line(
            String file,
            long line,
            String id,
            Outcome outcome,
            String record,
            List<String> also,
            List<ImportNote> notes) {}

    void add(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return lines;
    }

    int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome == outcome).count();
    }

    /** Writes a JSON object for each row, and one with the totals. */
    void write(Path file, ObjectMapper mapper) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Line line : lines) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("file", line.file);
                row.put("line", line.line);
                row.put("id", line.id);
                row.put("outcome", line.outcome.name());
                row.put("record", line.record);
                row.put("also", line.also);
                row.put("messages", line.notes.stream().map(ImportReport::json).toList());
                writer.write(mapper.writeValueAsString(row) + "\n");
            }
            Map<String, Object> totals = new LinkedHashMap<>();
            totals().forEach((outcome, count) -> totals.put(outcome.name(), count));
            writer.write(mapper.writeValueAsString(Map.of("totals", totals)) + "\n");
        }
    }

    private static Map<String, Object> json(ImportNote note) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("level", note.code().level().name());
        json.put("code", note.code().name());
        json.put("column", note.column());
        json.put("value", note.value());
        json.put("text", note.text());
        return json;
    }

    private Map<Outcome, Integer> totals() {
        Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
        for (Line line : lines) {
            totals.merge(line.outcome, 1, Integer::sum);
        }
        return totals;
    }

    /** As printed: how many rows had which outcome, how many notes there are of which kind, and the first of those that matter. */
    String told() {
        StringBuilder told = new StringBuilder();
        List<String> totals = new ArrayList<>();
        totals().forEach((outcome, count) ->
                totals.add(count + " " + outcome.name().toLowerCase(Locale.ROOT)));
        told.append(lines.size()).append(lines.size() == 1 ? " row" : " rows");
        told.append(totals.isEmpty() ? "" : ": " + String.join(", ", totals));
        Map<ImportCode, Integer> codes = new EnumMap<>(ImportCode.class);
        Map<ImportCode, List<String>> shown =
                new EnumMap<>(ImportCode.class); // in the order of the codes, errors first
        for (Line line : lines) {
            for (ImportNote note : line.notes) {
                codes.merge(note.code(), 1, Integer::sum);
                List<String> ofCode = shown.computeIfAbsent(note.code(), key -> new ArrayList<>());
                if (note.code().level() != ImportCode.Level.INFO && ofCode.size() < SHOWN) {
                    ofCode.add("\n  " + line.file + " line " + line.line + (line.id == null ? "" : ", " + line.id) + " "
                            + note.sentence());
                }
            }
        }
        codes.forEach(
                (code, count) -> told.append("\n").append(count).append(' ').append(code));
        shown.values().forEach(ofCode -> ofCode.forEach(told::append));
        return told.toString();
    }
}
