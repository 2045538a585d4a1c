package org.parley.start;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.imports.DateOrder;
import org.parley.imports.ImportRequest;
import org.parley.imports.Importer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code parley import}. */
final class ImportCommand {
    static final String LIST = "--list";
    static final String DETECT = "--detect";

    private static final String FORMAT = "--format";
    private static final String INTO = "--into";
    private static final String STRICT = "--strict";
    private static final String OVERWRITE = "--overwrite";
    private static final String REPORT = "--report";
    private static final String ENCODING = "--encoding";
    private static final String DELIMITER = "--delimiter";
    private static final String DATES = "--dates";
    private static final String ZONE = "--zone";
    private static final String ID = "--id";
    private static final String RETRIEVED = "--retrieved";
    private static final String MAP = "--map";
    private static final String DECIMAL = "--decimal";
    static final String MAP_TEMPLATE = "--map-template";

    private ImportCommand() {}

    static CommandSpec spec() {
        return Commands.command(
                        "Takes the rows of tables over into the files of a record, and tells what became of each. The folder is"
                                + " changed only if it can be loaded afterwards. Exits with 0 if every row was taken, 1 if nothing was"
                                + " written, and 3 if some rows were not taken.")
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .paramLabel("FILE")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .description("the files, each with a header")
                        .build())
                .addOption(text(FORMAT, "F", "what the rows are: " + Importer.names()))
                .addOption(text(INTO, "DIR", "the folder with the files of a record; parley init makes one"))
                .addOption(flag(Commands.DRY_RUN, "tells what would be done, and writes nothing"))
                .addOption(flag(STRICT, "writes nothing if any row can't be taken"))
                .addOption(flag(OVERWRITE, "takes rows in place of records that were edited since they were imported"))
                .addOption(text(REPORT, "R", "a file that gets a line of JSON for each row"))
                .addOption(
                        text(ENCODING, "E", "of the files, such as windows-1251; UTF-8 and UTF-16 need not be given"))
                .addOption(text(
                        DELIMITER, "D", "between columns; by default the one of , ; | and tab that fits the header"))
                .addOption(text(DATES, "ORDER", "dmy or mdy: the order in dates such as 05/03/2022"))
                .addOption(text(ZONE, "ZONE", "of times without an offset from UTC, such as Europe/Kyiv"))
                .addOption(
                        text(ID, "COLUMNS", "the columns that together tell a row, separated by commas; by default id"))
                .addOption(text(RETRIEVED, "DATE", "the day on which the sources were fetched, such as 2026-02-04"))
                .addOption(text(MAP, "MAP", "a file of JSON that explains the columns of the format csv"))
                .addOption(text(DECIMAL, "MARK", ". or , before the decimals of numbers such as 1,234"))
                .addOption(flag(LIST, "prints the formats"))
                .addOption(text(MAP_TEMPLATE, "RECORD", "prints a map for a table of such records, such as round"))
                .addOption(OptionSpec.builder(DETECT)
                        .arity("1")
                        .paramLabel("FILE")
                        .type(Path.class)
                        .description("prints the format that the columns of a file fit")
                        .build());
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    /**
     * What the options ask for.
     *
     * @throws IllegalArgumentException if one of them is wrong; the message is a sentence for the user without a full stop
     */
    static ImportRequest request(ParseResult parsed) {
        List<Path> files = parsed.matchedPositionalValue(0, List.of());
        String format = parsed.matchedOptionValue(FORMAT, null);
        String into = parsed.matchedOptionValue(INTO, null);
        must(format != null, FORMAT + " must be given, one of " + Importer.names());
        must(Importer.knows(format), FORMAT + " must be one of " + Importer.names() + ", not " + format);
        must(into != null, INTO + " must name the folder with the files of a record");
        must(!files.isEmpty(), "At least one file must be given");
        boolean isMapped = parsed.hasMatchedOption(MAP);
        must(
                isMapped == Importer.needsMap(format),
                isMapped
                        ? MAP + " is for the format csv alone, not " + format
                        : MAP + " must name the file that explains the columns of the format " + format);
        String ids = parsed.matchedOptionValue(ID, "");
        return new ImportRequest(
                format,
                files,
                Path.of(into),
                parsed.hasMatchedOption(Commands.DRY_RUN),
                parsed.hasMatchedOption(STRICT),
                parsed.hasMatchedOption(OVERWRITE),
                Optional.ofNullable(parsed.<String>matchedOptionValue(REPORT, null))
                        .map(Path::of),
                Optional.ofNullable(parsed.<String>matchedOptionValue(ENCODING, null))
                        .map(ImportCommand::charset),
                Optional.ofNullable(parsed.<String>matchedOptionValue(DELIMITER, null))
                        .map(ImportCommand::delimiter),
                order(parsed.matchedOptionValue(DATES, null)),
                zone(parsed.matchedOptionValue(ZONE, null)),
                Arrays.stream(ids.split(","))
                        .map(column -> column.strip().toLowerCase(Locale.ROOT))
                        .filter(column -> !column.isEmpty())
                        .toList(),
                Optional.ofNullable(parsed.<String>matchedOptionValue(RETRIEVED, null))
                        .map(ImportCommand::day),
                Optional.ofNullable(parsed.<String>matchedOptionValue(MAP, null))
                        .map(Path::of),
                decimal(parsed.matchedOptionValue(DECIMAL, null)));
    }

    private static Character decimal(String text) {
        must(text == null || text.equals(".") || text.equals(","), DECIMAL + " must be . or , and not " + text);
        return text == null ? null : text.charAt(0);
    }

    private static void must(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(ENCODING + " must be an encoding such as windows-1251, not " + name, e);
        }
    }

    private static char delimiter(String text) {
        String delimiter = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        must(
                delimiter.length() == 1
                        && delimiter.charAt(0) != '"'
                        && !Character.isLetterOrDigit(delimiter.charAt(0)),
                DELIMITER + " must be one character such as ; or the word tab, not " + text);
        return delimiter.charAt(0);
    }

    private static DateOrder order(String text) {
        must(text == null || text.matches("(?i)dmy|mdy"), DATES + " must be dmy or mdy, not " + text);
        return text == null ? null : DateOrder.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static ZoneId zone(String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(ZONE + " must be a time zone such as Europe/Kyiv, not " + text, e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(RETRIEVED + " must be a day such as 2026-02-04, not " + text, e);
        }
    }
}
