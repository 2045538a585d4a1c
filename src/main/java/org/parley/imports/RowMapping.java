package org.parley.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one row of a file makes of a draft. Its records are put into the draft only once the whole row is mapped, so that a refused row leaves
 * nothing behind. For use by one thread.
 */
final class RowMapping {
    private static final int LONGEST = 4000;
    private static final int LONGEST_LABEL = 80;
    private static final String CUT = " […]";
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

    private final SeedDraft draft;
    private final KnownNames names;
    private final ImportRequest request;
    private final String fileName;
    private final Map<String, DateOrder> orders;
    private final Map<String, Map<String, Object>> made = new LinkedHashMap<>();
    private final KnownNames madeNames = new KnownNames();
    private final List<ImportNote> notes = new ArrayList<>();

    /** @param orders of the numbers in the dates of the columns that show it */
    RowMapping(
            SeedDraft draft, KnownNames names, ImportRequest request, String fileName, Map<String, DateOrder> orders) {
        this.draft = draft;
        this.names = names;
        this.request = request;
        this.fileName = fileName;
        this.orders = orders;
    }

    ImportRequest request() {
        return request;
    }

    /** The name of the file that the row is from. */
    String fileName() {
        return fileName;
    }

    void tell(ImportCode code, String column, String value, String text) {
        notes.add(new ImportNote(code, column, value, text));
    }

    List<ImportNote> notes() {
        return notes;
    }

    /** The records that the row makes beside its own, by kind and id. */
    Map<String, Map<String, Object>> made() {
        return made;
    }

    /** A record of the draft or of this row; null if there is none. */
    Map<String, Object> row(String kind, String id) {
        Map<String, Object> row = made.get(kind + "/" + id);
        return row == null ? draft.row(kind, id) : row;
    }

    /** Makes a record. */
    void make(String kind, Map<String, Object> row) {
        made.put(kind + "/" + row.get("id"), row);
        madeNames.add(kind, row);
    }

    /** The source with an address; null if there is none. */
    String source(String url) {
        String id = madeNames.source(url);
        return id == null ? names.source(url) : id;
    }

    /**
     * The id of the record with this id or name; null if there is none.
     *
     * @param prefix of full ids, such as {@code actor/}
     * @throws RowRefused if several have the name
     */
    String find(String kind, String prefix, String column, String name) {
        String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (row(kind, bare) != null) {
            return bare;
        }
        Set<String> ids = madeNames.ids(kind, name);
        ids.addAll(names.ids(kind, name));
        if (ids.size() > 1) {
            throw new RowRefused(
                    ImportCode.AMBIGUOUS,
                    column,
                    name,
                    "may be " + prefix + String.join(" or " + prefix, ids) + "; write the id in place of the name");
        }
        return ids.isEmpty() ? null : ids.iterator().next();
    }

    /**
     * What tells a row when its file comes again: the texts of the columns of the request, or else of these.
     *
     * @throws RowRefused if one of them is empty or has lost digits
     */
    String id(SheetRow row, List<String> columns) {
        List<String> values = new ArrayList<>();
        for (String column : request.id().isEmpty() ? columns : request.id()) {
            String value = row.text(column);
            if (value == null) {
                throw new RowRefused(
                        ImportCode.NO_ID,
                        column,
                        null,
                        "must not be empty; it tells the row when the file comes again");
            }
            if (SPREADSHEET_NUMBER.matcher(value).matches()) {
                throw new RowRefused(ImportCode.SPREADSHEET_ID, column, value, "has lost digits in a spreadsheet");
            }
            values.add(value);
        }
        return String.join(" ", values);
    }

    /** A new id of a kind, of a name. */
    String newId(String kind, String name) {
        String id = Slug.of(name);
        return row(kind, id) == null
                ? id
                : Slug.of(id.substring(0, Math.min(id.length(), 60)) + "-" + Slug.digest(name));
    }

    /**
     * A date of the row; null if the column is empty.
     *
     * @throws RowRefused if it is none
     */
    ImportedDay day(SheetRow row, String column) {
        String text = row.text(column);
        if (text == null) {
            return null;
        }
        DateOrder order = request.order() == null ? orders.get(column) : request.order();
        ImportedDay day = ImportedDay.of(column, text, order, request.zone());
        if (day.told() != null) {
            notes.add(day.told());
        }
        return day;
    }

    /** A text that fits into the record: without control characters, and cut at a word if it is too long; null if it is null. */
    String text(String column, String text) {
        if (text == null) {
            return null;
        }
        String plain = plain(column, text);
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = plain.lastIndexOf(' ', LONGEST - CUT.length());
        tell(ImportCode.TEXT_CUT, column, null, "has " + plain.length() + " characters and was cut to " + LONGEST);
        return plain.substring(0, end <= 0 ? LONGEST - CUT.length() : end) + CUT;
    }

    /**
     * An address; null if it is null.
     *
     * @throws RowRefused if it is none of a web page
     */
    String url(String column, String text) {
        if (text != null && (host(text) == null || !text.matches("(?i)https?://.*"))) {
            throw new RowRefused(ImportCode.RULE, column, text, "must be an address with http or https");
        }
        return text;
    }

    /** The host of an address; null if it has none. */
    static String host(String url) {
        try {
            return new URI(url).getHost();
        } catch (URISyntaxException e) {
            return null; // no address
        }
    }

    /** A short name for people. */
    static String label(String text) {
        return text.length() <= LONGEST_LABEL
                ? text
                : text.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }

    /** Words that are never cut; null if they are null. */
    String quote(String column, String text) {
        String plain = text == null ? null : plain(column, text);
        if (plain != null && plain.length() > LONGEST) {
            throw new RowRefused(
                    ImportCode.QUOTE_TOO_LONG,
                    column,
                    plain,
                    "must have at most " + LONGEST + " characters, since it is never cut");
        }
        return plain;
    }

    private String plain(String column, String text) {
        StringBuilder plain = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean bidi = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            if (c == '\n' || c == '\t' || !Character.isISOControl(c) && !bidi) {
                plain.appendCodePoint(c);
            }
        });
        if (plain.length() < text.replace("\r\n", "\n").length()) {
            tell(ImportCode.CONTROL, column, null, "has control characters, which were left out");
        }
        return plain.toString().strip();
    }
}
