package org.parley.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References in the format RIS: lines of a tag of two characters, two blanks, a hyphen and a value; an entry begins with TY and ends with ER. Tags that
 * may be repeated, such as authors, are joined by {@code " | "}; a line without a tag goes on with the value before it.
 */
final class RisFile implements RowSource {
    private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9]) {1,2}-(?: (.*))?");
    private static final String SEVERAL = " | ";

    private final TextFile file;

    private RisFile(TextFile file) {
        this.file = file;
    }

    /** @throws FileRefused if no entry begins in it */
    static RisFile of(TextFile file) throws IOException {
        RisFile references = new RisFile(file);
        boolean[] any = new boolean[1];
        references.read((row, refused) -> any[0] = true);
        if (!any[0]) {
            throw new FileRefused(
                    ImportCode.NOT_THIS_FORMAT, file.name() + " has no entry of RIS: no line begins with \"TY  - \"");
        }
        return references;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> header() {
        return List.of("ty");
    }

    @Override
    public void read(RowReader each) throws IOException {
        try (BufferedReader lines = new BufferedReader(file.open())) {
            Map<String, String> entry = null;
            long begin = 0;
            long number = 0;
            String last = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Matcher tag = TAG.matcher(line.stripTrailing());
                if (!tag.matches()) {
                    if (entry != null && last != null && !line.isBlank()) {
                        entry.put(last, entry.get(last) + " " + line.strip());
                    }
                    continue;
                }
                String name = tag.group(1).toLowerCase(Locale.ROOT);
                if (name.equals("ty") || name.equals("er")) {
                    if (entry != null) {
                        each.row(new SheetRow(begin, entry), null);
                    }
                    entry = name.equals("ty") ? new HashMap<>() : null;
                    begin = number;
                }
                String value = tag.group(2) == null ? "" : tag.group(2).strip();
                last = null;
                if (entry != null && !value.isEmpty()) {
                    entry.merge(name, value, (before, more) -> before + SEVERAL + more);
                    last = name;
                }
            }
            if (entry != null) {
                each.row(new SheetRow(begin, entry), null);
            }
        }
    }
}
