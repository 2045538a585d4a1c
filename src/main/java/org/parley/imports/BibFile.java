package org.parley.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.TokenMgrException;

/**
 * References in BibTeX or BibLaTeX. JBibTeX reads each entry; this finds where entries begin and end, so that one that is never closed does
 * not take the rest of the file with it. Cells have the names of the fields; several authors are joined by {@code " | "}.
 */
final class BibFile implements RowSource {
    /** The cell with the type of the entry. */
    static final String TYPE = "entrytype";

    /** The cell with the key of the entry. */
    static final String KEY = "key";

    private static final Pattern BEGIN = Pattern.compile("(?m)^[ \\t]*@[ \\t]*([A-Za-z]+)\\s*([{(])");
    private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");

    /** A month by its number or name, the name perhaps with a day: 7, July, jul. 30th, 2 sep. */
    private static final Pattern MONTH = Pattern.compile(
            "(?i)(0?[1-9]|1[0-2])|(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?[ ~]+)?([a-z]{3})[a-z]*\\.?(?:[ ~]+(\\d{1,2})(?:st|nd|rd|th)?)?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final TextFile file;

    private BibFile(TextFile file) {
        this.file = file;
    }

    /** @throws FileRefused if no entry begins in it */
    static BibFile of(TextFile file) throws IOException {
        BibFile references = new BibFile(file);
        if (!BEGIN.matcher(references.text()).find()) {
            throw new FileRefused(
                    ImportCode.NOT_THIS_FORMAT,
                    file.name() + " has no entry of BibTeX: no line begins with @ and a type");
        }
        return references;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> header() {
        return List.of(TYPE);
    }

    private String text() throws IOException {
        try (Reader reader = file.open()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString().replace("\r\n", "\n").replace('\r', '\n');
        }
    }

    @Override
    public void read(RowReader each) throws IOException {
        String text = text();
        Matcher begin = BEGIN.matcher(text);
        Map<String, BibTeXString> strings = months();
        int from = 0;
        while (begin.find(from)) {
            String type = begin.group(1).toLowerCase(Locale.ROOT);
            int end = end(text, begin);
            long line = 1
                    + text.substring(0, begin.start(1))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            from = Math.max(end, begin.end());
            if (type.equals("comment")) {
                continue;
            }
            if (end < 0) {
                each.row(
                        new SheetRow(line, new HashMap<>()),
                        new RowRefused(
                                ImportCode.OPEN_ENTRY,
                                null,
                                null,
                                "begins an entry of the type " + type + ", which is never closed"));
                continue;
            }
            // JBibTeX knows no parentheses.
            String inside = text.substring(begin.end(), end - 1);
            take("@" + type + "{" + inside + "}", type, line, strings, each);
        }
    }

    private static void take(String entry, String type, long line, Map<String, BibTeXString> strings, RowReader each)
            throws IOException {
        Map<String, String> cells = new HashMap<>();
        RowRefused refused = null;
        try {
            BibTeXDatabase parsed = new Parser(strings).parse(new StringReader(entry));
            parsed.getStrings()
                    .forEach((key, string) -> strings.put(key.getValue().toLowerCase(Locale.ROOT), string));
            if (type.equals("string") || type.equals("preamble")) {
                return;
            }
            for (BibTeXEntry read : parsed.getEntries().values()) {
                cells.putAll(cells(read));
            }
        } catch (ParseException | TokenMgrException e) {
            refused = new RowRefused(
                    ImportCode.RULE, null, null, "is an entry of the type " + type + " that can't be read as BibTeX");
        }
        each.row(new SheetRow(line, cells), refused);
    }

    /** Behind the bracket that closes an entry; -1 if there is none before another entry begins. */
    private static int end(String text, Matcher begin) {
        char close = begin.group(2).equals("{") ? '}' : ')';
        int depth = 0;
        Matcher next = BEGIN.matcher(text);
        int limit = next.find(begin.end()) ? next.start() : text.length();
        for (int i = begin.end(); i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (depth == 0 && c == close) {
                return i + 1;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return -1;
    }

    private static Map<String, BibTeXString> months() {
        Map<String, BibTeXString> months = new HashMap<>();
        for (String month : MONTHS) {
            months.put(month, new BibTeXString(new Key(month), new StringValue(month, StringValue.Style.BRACED)));
        }
        return months;
    }

    /** A parser that knows the abbreviations of the file; an unknown one stands for its own name. */
    private static final class Parser extends BibTeXParser {
        private final Map<String, BibTeXString> strings;

        Parser(Map<String, BibTeXString> strings) throws ParseException {
            this.strings = strings;
            strings.values().forEach(this::addMacro);
        }

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {
            if (string == null && !strings.containsKey(key.getValue())) {
                addMacro(new BibTeXString(key, new StringValue(key.getValue(), StringValue.Style.BRACED)));
            }
        }
    }

    private static Map<String, String> cells(BibTeXEntry entry) {
        Map<String, String> cells = new HashMap<>();
        entry.getFields().forEach((key, value) -> {
            String name = key.getValue().toLowerCase(Locale.ROOT);
            String raw = value == null ? "" : value.toUserString();
            String text = name.equals("author") ? authors(raw) : name.endsWith("url") ? raw.strip() : plain(raw);
            if (!text.isBlank()) {
                cells.put(name, text);
            }
        });
        cells.put(TYPE, entry.getType().getValue().toLowerCase(Locale.ROOT));
        cells.put(KEY, entry.getKey().getValue());
        if (!cells.containsKey("date") && cells.containsKey("year")) {
            cells.put("date", cells.get("year") + month(cells.get("month"), cells.get("day")));
        }
        return cells;
    }

    /** The month, and the day if there is one, behind the year of an ISO date; empty if the month is not known. */
    private static String month(String month, String day) {
        Matcher parts = MONTH.matcher(month == null ? "" : month.strip());
        if (!parts.matches()) {
            return "";
        }
        int number = parts.group(1) != null
                ? Integer.parseInt(parts.group(1))
                : MONTHS.indexOf(parts.group(3).toLowerCase(Locale.ROOT)) + 1;
        String ofMonth = Stream.of(parts.group(2), parts.group(4), day)
                .filter(each -> each != null)
                .findFirst()
                .orElse("")
                .strip();
        return number == 0
                ? ""
                : String.format("-%02d", number)
                        + (ofMonth.matches("\\d{1,2}") ? String.format("-%02d", Integer.parseInt(ofMonth)) : "");
    }

    /** Names are separated by "and" outside of braces; what stands in braces is one name. */
    private static String authors(String raw) {
        StringBuilder joined = new StringBuilder();
        Matcher and = AND.matcher(raw);
        int from = 0;
        while (and.find()) {
            if (depth(raw, and.start()) == 0) {
                joined.append(author(raw.substring(from, and.start()))).append(" | ");
                from = and.end();
            }
        }
        return joined.append(author(raw.substring(from))).toString();
    }

    private static String author(String raw) {
        String name = raw.strip();
        // A comma within braces is part of a name.
        return name.startsWith("{") && name.endsWith("}") ? plain(name).replace(",", "") : plain(name);
    }

    private static int depth(String text, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }

    /** Without the commands of LaTeX: accents as letters, braces left out. */
    private static String plain(String latex) {
        String text = latex;
        if (latex.indexOf('\\') >= 0 || latex.indexOf('{') >= 0) {
            try {
                text = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex.replace("\\,", " "))));
            } catch (ParseException | TokenMgrException e) {
                text = latex.replaceAll("[{}]", ""); // a command that is not known stays as it is
            }
        }
        return text.replaceAll("(?<!\\\\)~", " ")
                .replace("---", "\u2014")
                .replace("--", "\u2013")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
