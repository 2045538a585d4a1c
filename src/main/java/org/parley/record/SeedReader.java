package org.parley.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Parses the files of a seed into rows, twice: first for the ids, then for the rows, which may refer to any of them. One row is in memory
 * at a time. For one use by one thread.
 */
final class SeedReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Faults faults = new Faults();
    private final KnownIds ids = new KnownIds();

    /** What the row that is read refers to; stays empty if nobody asks. */
    private Set<String> references = new HashSet<>();

    /** The files that can't be parsed. That is their only fault. */
    private final Set<String> unparsed = new HashSet<>();

    private final LoadProgress progress;

    /** Is told each row that was read. */
    interface RowListener {

        /**
         * @param row  as it stands in its file
         * @param load what it holds; nothing is kept of it afterwards
         */
        void row(RecordRows kind, Value row, RecordLoad load);
    }

    /**
     * From now on, this set holds the full ids that a row refers to, when a {@link RowListener} is told of it.
     */
    void collects(Set<String> into) {
        references = into;
        ids.collects(into);
    }

    /** @param progress is told the bytes that are read */
    SeedReader(LoadProgress progress) {
        this.progress = progress;
    }

    /**
     * Reads all rows.
     *
     * @param own  the records that were not loaded from a seed and stay in the database
     * @param each told each row; its calls count only if no fault is thrown
     * @return what remains of all rows
     * @throws InvalidRecord with every fault, if there is any
     */
    RecordLoad read(
            SeedFiles files, List<RecordRows> kinds, OwnRecords own, SourceDocuments documents, RowListener each) {
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
        progress.begins("Reading the ids of the record", files.size(), LoadProgress.BYTES);
        kinds.forEach(kind -> define(files, kind, reader));
        progress.begins("Reading the record", files.size(), LoadProgress.BYTES);
        RecordLoad load = new RecordLoad(documents.areGiven(), own);
        documents.tellMissing();
        for (RecordRows kind : kinds) {
            if (!unparsed.contains(kind.file())) {
                elements(files, kind.file(), row -> {
                    references.clear();
                    reader.read(kind, row, kind.file(), load);
                    documents.prove(load, faults);
                    each.row(kind, row, load);
                    load.forgetRow();
                });
            }
        }
        own.mustFind(ids, faults);
        faults.mustBeNone(files.place());
        return load;
    }

    private void define(SeedFiles files, RecordRows kind, RowReader reader) {
        String file = kind.file();
        ids.areIn(kind.kind(), file);
        int before = faults.size();
        Fault unreadable = elements(files, file, row -> reader.define(kind, row, file));
        if (unreadable != null && unreadable.code() == FaultCode.NOT_JSON && unparsed.contains(file)) {
            faults.keepFirst(before);
            ids.addUnknown(kind.kind());
            kind.parts().values().forEach(ids::addUnknown);
        }
        if (unreadable != null) {
            faults.add(unreadable);
        }
    }

    /**
     * Passes the elements of the file's array to the reader. Does nothing if the file does not exist.
     *
     * @return the fault of the file as a whole, or null. With most faults its rows do not count, and it is added to {@link #unparsed}
     */
    private Fault elements(SeedFiles files, String file, Consumer<Value> reader) {
        SeedFiles.Content content = files.contents().get(file);
        if (content == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(new Counted(content.open()))) {
            if (parser.nextToken() == null) {
                unparsed.add(file);
                return Fault.ofFile(FaultCode.NOT_JSON, file, 1, null, "must be a JSON array of rows, and is empty");
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                Value document = Value.read(parser);
                unparsed.add(file);
                return Fault.ofFile(
                        FaultCode.NOT_JSON, file, document.line(), document.shown(), "must be a JSON array of rows");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                reader.accept(Value.read(parser));
            }
            return parser.nextToken() == null
                    ? null
                    : Fault.ofFile(
                            FaultCode.NOT_JSON,
                            file,
                            parser.currentTokenLocation().getLineNr(),
                            null,
                            "must end after the array of rows");
        } catch (JsonProcessingException e) {
            unparsed.add(file);
            return malformed(file, e);
        } catch (IOException e) {
            throw files.unreadable(file, e);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            progress.done(Math.max(0, read));
            return read;
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
