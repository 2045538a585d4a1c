package org.parley.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.graph.RecordKind;

/** Turns the files of a seed into rows, first all ids, then what refers to them. */
final class SeedReader {
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_SLUG = 150;
    private static final JsonFactory JSON = new JsonFactory();

    private final SeedFaults faults = new SeedFaults();
    private final SeedIds ids = new SeedIds();

    /** @throws InvalidSeed with every fault, if there is any */
    SeedLoad read(SeedFiles files, List<SeedTable> tables, SourceDocuments documents) {
        String names = tables.stream().map(SeedReader::file).sorted().collect(Collectors.joining(", "));
        files.extra()
                .forEach(name -> faults.add(new SeedFaults.Fault(
                        name, 0, "", null, "must not be in the folder, whose JSON files are " + names)));
        Map<SeedTable, List<SeedRow>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table, rows(files, table)));
        SeedLoad load = new SeedLoad(documents.areGiven());
        rows.forEach((table, all) -> all.forEach(row -> {
            table.read(row, load);
            row.mustBeReadWhole();
        }));
        tables.forEach(table -> table.finish(load));
        documents.prove(load, faults);
        faults.mustBeNone(files.place());
        return load;
    }

    private List<SeedRow> rows(SeedFiles files, SeedTable table) {
        String file = file(table);
        List<SeedRow> rows = new ArrayList<>();
        Optional<List<SeedValue>> elements = elements(file, files.bytes().get(file));
        if (elements.isEmpty()) {
            ids.addUnknown(table.kind());
            table.parts().values().forEach(ids::addUnknown);
            return rows;
        }
        for (SeedValue element : elements.get()) {
            if (element.value() instanceof Map<?, ?> map && map.containsKey("id")) {
                @SuppressWarnings("unchecked") // only SeedValue.read makes them
                Map<String, SeedValue> fields = (Map<String, SeedValue>) map;
                define(file, table.kind(), fields);
                rows.add(new SeedRow(
                        file, element.line(), table.kind().prefix() + slug(fields), "", fields, ids, faults));
                table.parts().forEach((key, kind) -> parts(file, slug(fields) + ' ' + key, kind, fields.get(key)));
            } else {
                faults.add(new SeedFaults.Fault(
                        file, element.line(), "", element.shown(), "must be an object with an id"));
            }
        }
        return rows;
    }

    /** The file's array, one without rows if the file is absent, or empty if it can't be read; then that is the file's one fault. */
    private Optional<List<SeedValue>> elements(String file, byte[] bytes) {
        if (bytes == null) {
            return Optional.of(List.of());
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                faults.add(new SeedFaults.Fault(file, 1, "", null, "must be a JSON array of rows, and is empty"));
                return Optional.empty();
            }
            SeedValue document = SeedValue.read(parser);
            if (!(document.value() instanceof List<?> list)) {
                faults.add(new SeedFaults.Fault(
                        file, document.line(), "", document.shown(), "must be a JSON array of rows"));
                return Optional.empty();
            }
            if (parser.nextToken() != null) {
                faults.add(new SeedFaults.Fault(
                        file, parser.currentTokenLocation().getLineNr(), "", null, "must end after the array of rows"));
            }
            @SuppressWarnings("unchecked") // only SeedValue.read makes them
            List<SeedValue> elements = (List<SeedValue>) list;
            return Optional.of(elements);
        } catch (JsonProcessingException e) {
            faults.add(malformed(file, e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not a JSON document, said with its place and without the parser's advice to programmers. */
    private static SeedFaults.Fault malformed(String file, JsonProcessingException e) {
        String reason = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\[Source: .*?; line: (\\d+), column: (\\d+)]", "line $1, column $2")
                .replaceAll(" \\((code|not recognized) [^)]*\\)", "")
                .replaceAll(": enable `.*", "");
        return new SeedFaults.Fault(
                file,
                e.getLocation().getLineNr(),
                "",
                null,
                "must be JSON, but at column " + e.getLocation().getColumnNr() + ": " + reason);
    }

    private static String file(SeedTable table) {
        return table.file() + ".json";
    }

    private void parts(String file, String where, RecordKind kind, SeedValue list) {
        if (list != null && list.value() instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                SeedValue element = (SeedValue) elements.get(i);
                if (element.value() instanceof Map<?, ?> map) {
                    @SuppressWarnings("unchecked") // only SeedValue.read makes them
                    Map<String, SeedValue> fields = (Map<String, SeedValue>) map;
                    if (fields.containsKey("id")) {
                        define(file, kind, fields);
                        ids.addPart(fields, kind.prefix() + slug(fields));
                    } else {
                        faults.add(new SeedFaults.Fault(
                                file,
                                element.line(),
                                where + "[" + (i + 1) + "]",
                                element.shown(),
                                "must be an object with an id"));
                    }
                }
            }
        }
    }

    private void define(String file, RecordKind kind, Map<String, SeedValue> fields) {
        SeedValue id = fields.get("id");
        if (!(id.value() instanceof String slug) || slug.length() > LONGEST_SLUG || !slug.matches(SLUG)) {
            faults.add(new SeedFaults.Fault(
                    file,
                    id.line(),
                    "id",
                    id.shown(),
                    "must be words of lower-case letters and digits joined by hyphens, at most " + LONGEST_SLUG
                            + " characters"));
        } else if (!ids.add(kind, slug)) {
            faults.add(new SeedFaults.Fault(
                    file, id.line(), slug + " id", id.shown(), "must be unique, and another row has it"));
        }
    }

    private static String slug(Map<String, SeedValue> fields) {
        return String.valueOf(fields.get("id").value());
    }
}
