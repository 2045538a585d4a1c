package org.parley.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;

/** Turns the files of a seed into rows, first all ids, then what refers to them. */
final class SeedReader {
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_SLUG = 150;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SeedFaults faults = new SeedFaults();
    private final SeedIds ids = new SeedIds();

    /** @throws InvalidSeed with every fault, if there is any */
    SeedLoad read(SeedFiles files, List<SeedTable> tables) {
        files.extra().forEach(name -> faults.add(new SeedFaults.Fault(name, 0, "", null, "is not a file of a seed")));
        Map<SeedTable, List<SeedRow>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table, rows(files, table)));
        SeedLoad load = new SeedLoad();
        rows.forEach((table, all) -> all.forEach(row -> {
            table.read(row, load);
            row.mustBeReadWhole();
        }));
        tables.forEach(table -> table.finish(load));
        faults.mustBeNone(files.place());
        return load;
    }

    private List<SeedRow> rows(SeedFiles files, SeedTable table) {
        String file = table.file() + ".json";
        byte[] bytes = files.bytes().get(file);
        List<SeedRow> rows = new ArrayList<>();
        if (bytes == null) {
            faults.add(new SeedFaults.Fault(file, 0, "", null, "is missing"));
            return rows;
        }
        SeedValue document;
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            if (parser.currentToken() == null) {
                faults.add(new SeedFaults.Fault(file, 1, "", null, "must be a JSON array of rows, and is empty"));
                return rows;
            }
            document = SeedValue.read(parser);
            if (parser.nextToken() != null) {
                faults.add(new SeedFaults.Fault(
                        file, parser.currentTokenLocation().getLineNr(), "", null, "must end after the array of rows"));
            }
        } catch (JsonProcessingException e) {
            faults.add(SeedRow.malformed(file, e));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(document.value() instanceof List<?> elements)) {
            faults.add(
                    new SeedFaults.Fault(file, document.line(), "", document.shown(), "must be a JSON array of rows"));
            return rows;
        }
        for (Object each : elements) {
            SeedValue element = (SeedValue) each;
            if (element.value() instanceof Map<?, ?> map && map.containsKey("id")) {
                @SuppressWarnings("unchecked") // only SeedValue.read makes them
                Map<String, SeedValue> fields = (Map<String, SeedValue>) map;
                define(file, table.kind(), fields);
                rows.add(new SeedRow(
                        file, element.line(), table.kind().prefix() + slug(fields), "", fields, ids, faults));
                table.parts().forEach((key, kind) -> parts(file, kind, fields.get(key)));
            } else {
                faults.add(new SeedFaults.Fault(
                        file, element.line(), "", element.shown(), "must be an object with an id"));
            }
        }
        return rows;
    }

    private void parts(String file, RecordKind kind, SeedValue list) {
        if (list != null && list.value() instanceof List<?> elements) {
            for (Object each : elements) {
                SeedValue element = (SeedValue) each;
                if (element.value() instanceof Map<?, ?> map) {
                    @SuppressWarnings("unchecked") // only SeedValue.read makes them
                    Map<String, SeedValue> fields = (Map<String, SeedValue>) map;
                    if (fields.containsKey("id")) {
                        define(file, kind, fields);
                        ids.addPart(fields, kind.prefix() + slug(fields));
                    } else {
                        faults.add(new SeedFaults.Fault(
                                file, element.line(), "", element.shown(), "must be an object with an id"));
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
            faults.add(new SeedFaults.Fault(file, id.line(), slug + " id", id.shown(), "must be unique"));
        }
    }

    private static String slug(Map<String, SeedValue> fields) {
        return String.valueOf(fields.get("id").value());
    }
}
