package org.parley.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.imports.ImportReport.Outcome;
import org.parley.record.Fault;
import org.parley.record.InvalidRecord;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;

/**
 * The command {@code parley import}: merges the rows of files into the files of a seed. The result is read back by the loader before any file
 * is replaced, so that the folder can be loaded after the import if it could before; a row whose record breaks a rule of the loader is refused
 * with the loader's sentence, and the others are taken.
 *
 * <p>The folder {@code .parley} beside the files remembers for each record which rows made it, and what it was then. So the same file again
 * changes nothing, and a record that was edited by hand since is kept.
 */
@ApplicationScoped
public class Importer {
    private static final String MEMORY = "imports.json";
    private static final String OWN_FOLDER = ".parley";
    private static final int MOST_ROUNDS = 10;

    /** The formats, by name. */
    private static final List<TableFormat> FORMATS = List.of(
            new StatementTable(), ReferenceTable.RIS, ReferenceTable.CSL, ReferenceTable.BIBTEX, ReferenceTable.ZOTERO);

    private final Seeder seeder;
    private final ObjectMapper mapper;

    /** The prefix of the ids of each kind, such as {@code actor/}, by the name of its file without {@code .json}. */
    private final Map<String, String> kinds = new TreeMap<>();

    Importer(Seeder seeder, ObjectMapper mapper) {
        this.seeder = seeder;
        this.mapper = mapper;
        seeder.files()
                .forEach((prefix, file) -> kinds.put(file.substring(0, file.length() - ".json".length()), prefix));
    }

    /**
     * What an import did.
     *
     * @param status 0 if every row was taken, 1 if nothing was written, 3 if some rows were not taken
     * @param told   for people
     */
    public record Result(int status, String told) {}

    /** The names and descriptions of the formats, a line each. */
    public static String formats() {
        return FORMATS.stream()
                        .map(format -> format.name() + "  " + format.description() + "\n  needs the columns "
                                + format.required() + "\n")
                        .collect(Collectors.joining())
                + MappedTable.NAME + "  " + MappedTable.DESCRIPTION
                + "\n  needs a file of JSON that explains the columns: --map, and --map-template for one to begin with\n";
    }

    /** Whether there is a format with this name. */
    public static boolean knows(String format) {
        return needsMap(format) || FORMATS.stream().anyMatch(each -> each.name().equals(format));
    }

    /** Whether a format is that of tables whose columns a file explains. */
    public static boolean needsMap(String format) {
        return format.equals(MappedTable.NAME);
    }

    /** The names of the formats, for messages. */
    public static String names() {
        return FORMATS.stream().map(TableFormat::name).collect(Collectors.joining(", ")) + ", " + MappedTable.NAME;
    }

    /**
     * A map to begin with, as JSON.
     *
     * @param record what the rows of the table are, such as round
     * @throws IllegalArgumentException if it is no record; the message is a sentence for the user without a full stop
     */
    public static String mapTemplate(String record) {
        if (SeedKeys.file(record) == null) {
            throw new IllegalArgumentException(
                    "A map can be made for " + String.join(", ", SeedKeys.records()) + ", not for " + record);
        }
        try {
            return ImportMap.template(record, new ObjectMapper());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map can be written as JSON", e);
        }
    }

    /**
     * Imports.
     *
     * @throws CannotStart if a file or the folder can't be read or written, or is not of the format
     */
    public Result run(ImportRequest request) {
        try {
            TableFormat format = format(request);
            mustBeLoadable(request.into());
            List<RowSource> sheets = new ArrayList<>();
            for (Path file : request.files()) {
                sheets.add(sheet(file, format, request));
            }
            return merge(format, sheets, request);
        } catch (FileRefused e) {
            return new Result(1, e.code() + ": " + e.getMessage() + ". Nothing was written.");
        } catch (NoSuchFileException e) {
            throw new CannotStart("There is no file " + e.getFile());
        } catch (IOException e) {
            throw new CannotStart("The import failed, and nothing was written: " + e.getMessage());
        }
    }

    private TableFormat format(ImportRequest request) throws IOException {
        if (request.map().isEmpty()) {
            return FORMATS.stream()
                    .filter(each -> each.name().equals(request.format()))
                    .findFirst()
                    .orElseThrow();
        }
        MappedTable table = new MappedTable(ImportMap.of(request.map().get(), mapper));
        mustMakeWholeRecords(table, request);
        return table;
    }

    /** Tells what the map of a table lacks, or has too much of, before any row is read: by the loader's rules for a row made up. */
    private void mustMakeWholeRecords(MappedTable table, ImportRequest request) throws IOException {
        Path empty = Files.createTempDirectory("parley-map");
        String name = String.valueOf(request.map().orElseThrow().getFileName());
        try {
            SeedDraft draft = SeedDraft.of(empty, kinds.keySet(), mapper);
            RowMapping mapping = new RowMapping(draft, new KnownNames(), request, name, Map.of());
            MappedRow row = table.map(table.trial(), mapping);
            mapping.made().forEach((made, each) -> draft.put(made.substring(0, made.indexOf('/')), each));
            draft.put(row.kind(), row.record());
            List<String> faults = faults(draft, empty).stream()
                    .filter(fault -> switch (fault.code()) {
                        case REQUIRED, UNKNOWN_KEY -> true;
                        case WRONG_TYPE, NOT_ALLOWED -> !ImportMap.TRIAL.equals(unquoted(fault.value()));
                        default -> false; // for the made-up cells
                    })
                    .map(fault -> fault.shownPath() + ": " + (fault.value() == null ? "" : fault.value() + ": ")
                            + fault.rule() + fault.hint())
                    .distinct()
                    .toList();
            if (!faults.isEmpty()) {
                throw new FileRefused(
                        ImportCode.MAP,
                        name + " makes rows that break rules of the record: " + String.join("; ", faults));
            }
        } catch (RowRefused e) {
            throw new FileRefused(
                    ImportCode.MAP, name + " can't be used: " + e.note().sentence());
        } finally {
            delete(empty);
        }
    }

    private void mustBeLoadable(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CannotStart("--into must name a folder with the files of a record, not " + folder
                    + "; parley init DIR makes an empty one");
        }
        try {
            seeder.check(folder);
        } catch (InvalidRecord e) {
            throw new CannotStart(
                    "Nothing was imported, because the folder can't be loaded as it is. " + e.getMessage());
        }
    }

    private static RowSource sheet(Path path, TableFormat format, ImportRequest request) throws IOException {
        TextFile file = TextFile.of(path, request.encoding());
        RowSource sheet = format.open(file, request.delimiter());
        if (!format.fits(sheet.header())) {
            String others = FORMATS.stream()
                    .filter(each -> each.fits(sheet.header()))
                    .map(TableFormat::name)
                    .collect(Collectors.joining(", "));
            throw new FileRefused(
                    ImportCode.NOT_THIS_FORMAT,
                    sheet.name() + " has not the columns " + format.required() + " of the format " + format.name()
                            + ", but " + String.join(", ", sheet.header())
                            + (others.isEmpty() ? "" : "; these fit " + others));
        }
        for (String column : request.id()) {
            if (!sheet.header().contains(column)) {
                throw new FileRefused(
                        ImportCode.NOT_THIS_FORMAT, sheet.name() + " has no column " + column + " of --id");
            }
        }
        return sheet;
    }

    /** A row of a file. */
    private record At(int file, long line) {}

    private Result merge(TableFormat format, List<RowSource> sheets, ImportRequest request) throws IOException {
        List<Map<String, DateOrder>> orders = new ArrayList<>();
        for (RowSource sheet : sheets) {
            orders.add(orders(sheet, format));
        }
        Map<At, List<ImportNote>> refused = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Attempt attempt = new Attempt(format, request, refused);
            for (int i = 0; i < sheets.size(); i++) {
                attempt.take(i, sheets.get(i), orders.get(i));
            }
            List<Fault> faults = attempt.isChanged() ? faults(attempt.draft, request.into()) : List.of();
            if (faults.isEmpty()) {
                return ended(attempt, request);
            }
            attempt.blame(faults);
        }
        throw new CannotStart("The rows break more rules of the record than can be told at once. Nothing was written.");
    }

    private Result ended(Attempt attempt, ImportRequest request) throws IOException {
        ImportReport report = attempt.report;
        int left = report.count(Outcome.REFUSED) + report.count(Outcome.CONFLICT);
        boolean writes = !request.isDry() && !(request.isStrict() && left > 0);
        if (request.report().isPresent()) {
            report.write(request.report().get(), mapper);
        }
        List<String> written = writes ? attempt.write(request.into()) : List.of();
        String done = !writes
                ? "\nNothing was written."
                : written.isEmpty()
                        ? "\nNothing has changed."
                        : "\nWrote " + String.join(", ", written) + " in " + request.into();
        boolean isTaken = report.lines().size() > left && (writes || request.isDry());
        return new Result(left == 0 ? 0 : isTaken ? 3 : 1, report.told() + done);
    }

    /** The orders that the dates of each column show. */
    private static Map<String, DateOrder> orders(RowSource sheet, TableFormat format) throws IOException {
        Map<String, Set<DateOrder>> seen = new TreeMap<>();
        int[] rows = new int[1];
        sheet.read((row, refused) -> {
            rows[0]++;
            for (String column : format.dates()) {
                String text = row.text(column);
                DateOrder order = text == null ? null : ImportedDay.order(text);
                if (order != null) {
                    seen.computeIfAbsent(column, key -> new HashSet<>()).add(order);
                }
            }
        });
        if (rows[0] == 0) {
            throw new FileRefused(ImportCode.EMPTY, sheet.name() + " has no rows");
        }
        Map<String, DateOrder> orders = new HashMap<>();
        seen.forEach((column, each) -> {
            if (each.size() > 1) {
                throw new FileRefused(
                        ImportCode.AMBIGUOUS_DATE,
                        sheet.name() + " has dates with the day first and dates with the month first in the column "
                                + column + "; write them as 2026-02-04");
            }
            orders.put(column, each.iterator().next());
        });
        return orders;
    }

    /** The faults that the loader finds in a draft of a folder. */
    private List<Fault> faults(SeedDraft draft, Path into) throws IOException {
        Path trial = Files.createTempDirectory("parley-import");
        try {
            try (Stream<Path> files = Files.list(into)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, trial.resolve(file.getFileName()));
                }
            }
            draft.write(trial);
            seeder.check(trial);
            return List.of();
        } catch (InvalidRecord e) {
            return e.faults();
        } finally {
            delete(trial);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A value without the quotation marks in which a fault shows a text. */
    private static String unquoted(String shown) {
        return shown != null && shown.length() > 1 && shown.startsWith("\"") && shown.endsWith("\"")
                ? shown.substring(1, shown.length() - 1)
                : shown;
    }

    /** One mapping of all rows but those that are known to be refused. */
    private final class Attempt {
        private final TableFormat format;
        private final ImportRequest request;
        private final Map<At, List<ImportNote>> refused;
        private final SeedDraft draft;
        private final KnownNames names = new KnownNames();
        private final Map<String, Object> memory;
        private final ImportReport report = new ImportReport();

        /** The rows that made or changed a record, by its full id. */
        private final Map<String, Set<At>> makers = new HashMap<>();

        /** The cells of the rows so far, by record and source. */
        private final Map<String, SheetRow> seen = new HashMap<>();

        Attempt(TableFormat format, ImportRequest request, Map<At, List<ImportNote>> refused) throws IOException {
            this.format = format;
            this.request = request;
            this.refused = refused;
            this.draft = SeedDraft.of(request.into(), kinds.keySet(), mapper);
            this.memory = SeedDraft.object(request.into().resolve(OWN_FOLDER).resolve(MEMORY), mapper);
            for (String kind : kinds.keySet()) {
                draft.rows(kind).forEach(row -> names.add(kind, row));
            }
        }

        boolean isChanged() {
            return draft.isChanged();
        }

        void take(int file, RowSource sheet, Map<String, DateOrder> orders) throws IOException {
            List<ImportNote> unused = sheet.header().stream()
                    .filter(column -> !column.isEmpty()
                            && format.tellsUnused()
                            && !format.columns().contains(column)
                            && !request.id().contains(column))
                    .map(column -> new ImportNote(ImportCode.COLUMN_UNUSED, column, null, "is not read"))
                    .toList();
            boolean[] begun = new boolean[1];
            sheet.read((row, wrong) -> {
                List<ImportNote> notes = new ArrayList<>(begun[0] ? List.of() : unused);
                begun[0] = true;
                if (Sheet.isHashtags(row)) {
                    notes.add(new ImportNote(ImportCode.HXL_ROW, null, null, "is a row of hashtags"));
                    add(sheet, row, Outcome.SKIPPED, null, List.of(), notes);
                    return;
                }
                At at = new At(file, row.line());
                try {
                    if (wrong != null) {
                        throw wrong;
                    }
                    if (refused.containsKey(at)) {
                        notes.addAll(refused.get(at));
                        add(sheet, row, Outcome.REFUSED, null, List.of(), notes);
                        return;
                    }
                    RowMapping mapping = new RowMapping(draft, names, request, sheet.name(), orders);
                    MappedRow mapped = format.map(row, mapping);
                    take(at, sheet, row, mapped, mapping, notes);
                } catch (RowRefused e) {
                    notes.add(e.note());
                    add(sheet, row, Outcome.REFUSED, null, List.of(), notes);
                }
            });
        }

        private void add(
                RowSource sheet,
                SheetRow row,
                Outcome outcome,
                String record,
                List<String> also,
                List<ImportNote> notes) {
            List<String> columns = request.id().isEmpty() ? format.id() : request.id();
            String id =
                    columns.stream().map(row::text).filter(text -> text != null).collect(Collectors.joining(" "));
            report.add(new ImportReport.Line(
                    sheet.name(), row.line(), id.isEmpty() ? null : id, outcome, record, also, notes));
        }

        private void take(
                At at, RowSource sheet, SheetRow row, MappedRow mapped, RowMapping mapping, List<ImportNote> notes) {
            String id = mapped.kind() + "/" + mapped.id();
            SheetRow earlier = seen.putIfAbsent(id + " " + mapped.source(), row);
            if (earlier != null && !earlier.cells().equals(row.cells())) {
                throw new RowRefused(
                        ImportCode.DUPLICATE_ID,
                        null,
                        null,
                        "has the id and source of the row in line " + earlier.line() + ", and is different from it");
            }
            if (earlier != null) {
                add(sheet, row, Outcome.SKIPPED, full(id), List.of(), notes);
                return;
            }
            Map<String, Object> there = draft.row(mapped.kind(), mapped.id());
            Remembered remembered = there == null ? new Remembered(null, new LinkedHashMap<>()) : remembered(id);
            String hash = Slug.sha256(new TreeMap<>(row.cells()).toString());
            if (there != null && hash.equals(remembered.rows.get(mapped.source()))) {
                add(sheet, row, Outcome.UNCHANGED, full(id), List.of(), notes);
                return;
            }
            boolean isEdited = there != null && !draft.digest(there).equals(remembered.digest);
            if (isEdited && !request.overwrites()) {
                notes.add(
                        new ImportNote(
                                ImportCode.EDITED,
                                null,
                                null,
                                remembered.digest == null
                                        ? "has the id of " + full(id)
                                                + ", which was not imported; it is kept, unless --overwrite is given"
                                        : full(id)
                                                + " was edited since it was imported; it is kept, unless --overwrite is given"));
                add(sheet, row, Outcome.CONFLICT, full(id), List.of(), notes);
                return;
            }
            notes.addAll(mapping.notes());
            boolean isFirst = remembered.rows.isEmpty()
                    || remembered.rows.keySet().iterator().next().equals(mapped.source());
            Map<String, Object> record =
                    there == null ? mapped.record() : isFirst ? mapped.withOthersOf(there) : mapped.addedTo(there);
            List<String> also = new ArrayList<>();
            mapping.made().forEach((made, each) -> {
                String kind = made.substring(0, made.indexOf('/'));
                // What is only added to a record says the same in other words: its actors and issues are there already.
                if (there == null || isFirst || kind.equals("sources")) {
                    draft.put(kind, each);
                    names.add(kind, each);
                    makers.computeIfAbsent(full(made), key -> new HashSet<>()).add(at);
                    also.add(full(made));
                }
            });
            draft.put(mapped.kind(), record);
            makers.computeIfAbsent(full(id), key -> new HashSet<>()).add(at);
            remembered.rows.put(mapped.source(), hash);
            Map<String, Object> known = new LinkedHashMap<>(); // Map.of has another order in each process
            known.put("record", draft.digest(record));
            known.put("rows", remembered.rows);
            memory.put(id, known);
            add(sheet, row, there == null ? Outcome.CREATED : Outcome.UPDATED, full(id), also, notes);
        }

        /** What is known of a record from earlier imports. */
        private record Remembered(String digest, Map<String, String> rows) {}

        private Remembered remembered(String id) {
            if (!(memory.get(id) instanceof Map<?, ?> known)) {
                return new Remembered(null, new LinkedHashMap<>());
            }
            Map<String, String> rows = new LinkedHashMap<>();
            ((Map<?, ?>) known.get("rows")).forEach((source, hash) -> rows.put((String) source, (String) hash));
            return new Remembered((String) known.get("record"), rows);
        }

        /** The id in the graph of a record of a file. */
        private String full(String id) {
            int slash = id.indexOf('/');
            return kinds.get(id.substring(0, slash)) + id.substring(slash + 1);
        }

        /** Refuses the rows that made what is at fault. */
        void blame(List<Fault> faults) {
            int before = refused.size();
            for (Fault fault : faults) {
                for (At at : makers.getOrDefault(fault.id(), Set.of())) {
                    refused.computeIfAbsent(at, key -> new ArrayList<>())
                            .add(new ImportNote(
                                    ImportCode.RULE,
                                    fault.id() + (fault.path().isEmpty() ? "" : " " + fault.shownPath()),
                                    unquoted(fault.value()),
                                    fault.rule() + fault.hint()));
                }
            }
            if (refused.size() == before) {
                throw new CannotStart("Nothing was written, because the record would break a rule: " + faults.get(0));
            }
        }

        /** Replaces the files that are changed, each in one step. */
        List<String> write(Path into) throws IOException {
            if (!draft.isChanged()) {
                return List.of();
            }
            Path own = Files.createDirectories(into.resolve(OWN_FOLDER));
            Path fresh = Files.createTempDirectory(own, "new");
            try {
                // In the order of their names, with statements, which name the others, last: a folder whose files were
                // replaced in part can still be loaded.
                List<String> written = draft.write(fresh);
                Files.writeString(
                        fresh.resolve(MEMORY),
                        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(memory)) + "\n");
                for (String name : written) {
                    Files.move(fresh.resolve(name), into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(fresh.resolve(MEMORY), own.resolve(MEMORY), StandardCopyOption.REPLACE_EXISTING);
                return written;
            } finally {
                delete(fresh);
            }
        }
    }

    /** The first format that a file is of; empty if it is of none. */
    public static Optional<String> detect(Path path) {
        for (TableFormat format : FORMATS) {
            try {
                if (format.fits(format.open(TextFile.of(path, Optional.empty()), Optional.empty())
                        .header())) {
                    return Optional.of(format.name());
                }
            } catch (FileRefused e) {
                continue; // another format may fit
            } catch (IOException e) {
                throw new CannotStart("There is no file " + path + " that can be read");
            }
        }
        return Optional.empty();
    }
}
