package org.parley.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses the files of a seed into rows. For one use by one thread. */
final class SeedReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Faults faults = new Faults();
    private final KnownIds ids = new KnownIds();

    /**
     * @param own the records that were not loaded from a seed and stay in the database
     * @throws InvalidRecord with every fault, if there is any
     */
    RecordLoad read(SeedFiles files, List<RecordRows> kinds, OwnRecords own, SourceDocuments documents) {
        String names = kinds.stream().map(RecordRows::file).sorted().collect(Collectors.joining(", "));
        files.extra()
                .forEach(name -> faults.add(Fault.ofFile(
                        FaultCode.UNKNOWN_FILE,
                        name,
                        0,
                        null,
                        "must not be in the folder, whose JSON files are " + names)));
        own.forEach(ids::addRecorded);
        RowReader reader = new RowReader(kinds, ids, faults);
        kinds.forEach(kind -> add(files, kind, reader));
        RecordLoad load = reader.read(new RecordLoad(documents.areGiven(), own));
        documents.prove(load, faults);
        own.mustFind(ids, faults);
        faults.mustBeNone(files.place());
        return load;
    }

    private void add(SeedFiles files, RecordRows kind, RowReader reader) {
        String file = kind.file();
        ids.areIn(kind.kind(), file);
        Optional<List<Value>> elements = elements(file, files.bytes().get(file));
        if (elements.isEmpty()) {
            ids.addUnknown(kind.kind());
            kind.parts().values().forEach(ids::addUnknown);
        }
        elements.ifPresent(rows -> rows.forEach(row -> reader.add(kind, row, file)));
    }

    /**
     * The elements of the file's array; an empty list if the file does not exist; empty if it can't be parsed, and then that is its only
     * fault.
     */
    private Optional<List<Value>> elements(String file, byte[] bytes) {
        if (bytes == null) {
            return Optional.of(List.of());
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                faults.add(
                        Fault.ofFile(FaultCode.NOT_JSON, file, 1, null, "must be a JSON array of rows, and is empty"));
                return Optional.empty();
            }
            Value document = Value.read(parser);
            if (document.elements() == null) {
                faults.add(Fault.ofFile(
                        FaultCode.NOT_JSON, file, document.line(), document.shown(), "must be a JSON array of rows"));
                return Optional.empty();
            }
            if (parser.nextToken() != null) {
                faults.add(Fault.ofFile(
                        FaultCode.NOT_JSON,
                        file,
                        parser.currentTokenLocation().getLineNr(),
                        null,
                        "must end after the array of rows"));
            }
            return Optional.of(document.elements());
        } catch (JsonProcessingException e) {
            faults.add(malformed(file, e));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fault for invalid JSON, with its position and without the parser's advice to programmers. */
    private static Fault malformed(String file, JsonProcessingException e) {
        String reason = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\[Source: .*?; line: (\\d+), column: (\\d+)]", "line $1, column $2")
                .replaceAll(" \\((code|not recognized) [^)]*\\)", "")
                .replaceAll(": enable `.*", "");
        return Fault.ofFile(
                FaultCode.NOT_JSON,
                file,
                e.getLocation().getLineNr(),
                null,
                "must be JSON, but at column " + e.getLocation().getColumnNr() + ": " + reason);
    }
}
