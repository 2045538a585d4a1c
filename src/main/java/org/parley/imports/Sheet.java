package org.parley.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table in a text file, with a header. Rows are read as they are asked for, so that its size is not bounded by memory. Columns are known by
 * their names, whatever their order and case; the delimiter is the one with which the header fits, else the one that makes the most columns.
 */
final class Sheet implements RowSource {
    private static final String DELIMITERS = ",;\t|";
    private static final String DELIMITER_LINE = "sep=";

    /** As much of the beginning is read to find the delimiter. */
    private static final int BEGINNING = 1 << 18;

    private final TextFile file;
    private final char delimiter;
    private final List<String> header;

    private Sheet(TextFile file, char delimiter, List<String> header) {
        this.file = file;
        this.delimiter = delimiter;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @param given the delimiter; empty if the header decides it
     * @param fits  whether these columns, in lower case, are those of a format
     * @throws FileRefused if there is no header, or one with a column twice
     */
    static Sheet of(TextFile file, Optional<Character> given, Predicate<List<String>> fits) throws IOException {
        char[] beginning = new char[BEGINNING];
        int length;
        try (Reader reader = file.open()) {
            length = reader.read(beginning, 0, BEGINNING);
        }
        String text = length <= 0 ? "" : new String(beginning, 0, length);
        if (text.stripLeading().regionMatches(true, 0, "<html", 0, 5)
                || text.stripLeading().regionMatches(true, 0, "<!doctype", 0, 9)) {
            throw new FileRefused(ImportCode.NOT_CSV, file.name() + " is a web page; save the sheet as CSV (UTF-8)");
        }
        Optional<Character> told = text.regionMatches(true, 0, DELIMITER_LINE, 0, 4) && text.length() > 4
                ? Optional.of(text.charAt(4))
                : Optional.empty();
        Sheet best = null;
        for (char delimiter :
                told.or(() -> given).map(String::valueOf).orElse(DELIMITERS).toCharArray()) {
            List<String> header = header(text, delimiter, told.isPresent());
            if (best == null || fits.test(header) || !fits.test(best.header) && header.size() > best.header.size()) {
                best = new Sheet(file, delimiter, header);
            }
        }
        if (best == null || best.header.isEmpty()) {
            throw new FileRefused(ImportCode.EMPTY, file.name() + " is empty");
        }
        Set<String> names = new HashSet<>();
        for (String name : best.header) {
            if (!name.isEmpty() && !names.add(name)) {
                throw new FileRefused(ImportCode.HEADER, file.name() + " names the column " + name + " twice");
            }
        }
        return best;
    }

    private static List<String> header(String text, char delimiter, boolean hasDelimiterLine) {
        try (CsvReader<CsvRecord> reader = reader(delimiter).ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (hasDelimiterLine && records.hasNext()) {
                records.next();
            }
            return records.hasNext()
                    ? records.next().getFields().stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList()
                    : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of(); // not with this delimiter
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(BEGINNING * 16);
    }

    /** The names of the columns, in lower case; empty for one without a name. */
    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void read(RowReader each) throws IOException {
        try (CsvReader<CsvRecord> records = reader(delimiter).ofCsvRecord(new BufferedReader(file.open()))) {
            boolean begun = false;
            for (CsvRecord fields : records) {
                if (!begun) {
                    begun = !fields.getField(0).toLowerCase(Locale.ROOT).startsWith(DELIMITER_LINE);
                } else if (!isBlank(fields)) {
                    row(fields, each);
                }
            }
        } catch (CsvParseException e) {
            throw new FileRefused(
                    ImportCode.NOT_CSV,
                    file.name() + " can't be read as columns separated by \"" + delimiter
                            + "\": text stands after a closing quotation mark, or a cell is too long");
        }
    }

    private void row(CsvRecord fields, RowReader each) {
        Map<String, String> cells = new HashMap<>();
        List<String> texts = new ArrayList<>(fields.getFields());
        for (int i = 0; i < Math.min(texts.size(), header.size()); i++) {
            String text = unguarded(texts.get(i).strip());
            if (!text.isEmpty() && !header.get(i).isEmpty()) {
                cells.put(header.get(i), text);
            }
        }
        each.row(
                new SheetRow(fields.getStartingLineNumber(), cells),
                texts.size() == header.size()
                        ? null
                        : new RowRefused(
                                ImportCode.WIDTH,
                                null,
                                null,
                                "has " + texts.size() + " cells, and the header has " + header.size()));
    }

    /** Without the mark that exports put before what a spreadsheet would take for a formula. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static boolean isBlank(CsvRecord fields) {
        return fields.getFields().stream().allMatch(String::isBlank);
    }

    /** Whether it is a row of hashtags of the Humanitarian Exchange Language. */
    static boolean isHashtags(SheetRow row) {
        return !row.cells().isEmpty() && row.cells().values().stream().allMatch(cell -> cell.startsWith("#"));
    }
}
