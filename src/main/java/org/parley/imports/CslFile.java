package org.parley.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * References in CSL-JSON: an array of items. Dates become {@code 2026-02-04}, as far as they are known, and two of them with {@code /} between for a
 * range; names become "given family", several joined by {@code " | "}.
 */
final class CslFile implements RowSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TextFile file;

    private CslFile(TextFile file) {
        this.file = file;
    }

    /** @throws FileRefused if it is no array of items with a type */
    static CslFile of(TextFile file) throws IOException {
        CslFile references = new CslFile(file);
        boolean[] any = new boolean[2];
        references.read((row, refused) -> {
            any[0] = true;
            any[1] |= row.text("type") != null;
        });
        if (!any[0]) {
            throw new FileRefused(ImportCode.EMPTY, file.name() + " has no items");
        }
        if (!any[1]) {
            throw new FileRefused(
                    ImportCode.NOT_THIS_FORMAT, file.name() + " is no CSL-JSON: none of its items has a type");
        }
        return references;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> header() {
        return List.of("type");
    }

    @Override
    public void read(RowReader each) throws IOException {
        try (JsonParser parser = new JsonFactory().setCodec(JSON).createParser(file.open())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notThis();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                long line = parser.currentTokenLocation().getLineNr();
                JsonNode item = parser.readValueAsTree();
                each.row(new SheetRow(line, cells(item)), null);
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw notThis();
            }
        } catch (JsonProcessingException e) {
            throw new FileRefused(
                    ImportCode.NOT_THIS_FORMAT,
                    file.name() + " is no JSON from line " + e.getLocation().getLineNr() + " on");
        }
    }

    private FileRefused notThis() {
        return new FileRefused(
                ImportCode.NOT_THIS_FORMAT, file.name() + " is no CSL-JSON: it must be an array of items");
    }

    private static Map<String, String> cells(JsonNode item) {
        Map<String, String> cells = new HashMap<>();
        item.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            String text = value.isValueNode()
                    ? value.asText()
                    : value.has("date-parts") || value.has("raw") || value.has("literal")
                            ? date(value)
                            : value.isArray() ? names(value) : "";
            if (!text.isBlank() && !value.isNull()) {
                cells.put(entry.getKey().toLowerCase(Locale.ROOT), text.strip());
            }
        });
        return cells;
    }

    private static String date(JsonNode date) {
        List<String> days = new ArrayList<>();
        for (JsonNode parts : date.path("date-parts")) {
            List<String> numbers = new ArrayList<>();
            parts.forEach(part -> numbers.add(part.asText()));
            days.add(day(numbers, date.path("season").asText("")));
        }
        String text = String.join("/", days);
        boolean isCirca =
                date.hasNonNull("circa") && !date.get("circa").asText().matches("0|false|");
        return (text.isEmpty() ? date.path("raw").asText(date.path("literal").asText("")) : text)
                + (isCirca ? "~" : "");
    }

    /** A season, which CSL counts from 1 and writes as month 13 to 16 or 21 to 24, in EDTF. */
    private static String day(List<String> numbers, String season) {
        StringBuilder day = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i).matches("-?\\d{1,4}") ? Integer.parseInt(numbers.get(i)) : 0;
            boolean isSeason = i == 1 && number >= 13 && number <= 16;
            day.append(i == 0 ? "" : "-")
                    .append(String.format(i == 0 ? "%04d" : "%02d", isSeason ? number + 8 : number));
        }
        return numbers.size() == 1 && season.matches("[1-4]") ? day + "-2" + season : day.toString();
    }

    private static String names(JsonNode names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> {
            String whole = name.isTextual()
                    ? name.asText()
                    : name.hasNonNull("literal")
                            ? name.get("literal").asText()
                            : List.of("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
                                    .stream()
                                    .map(part -> name.path(part).asText(""))
                                    .filter(part -> !part.isBlank())
                                    .collect(Collectors.joining(" "));
            all.add(whole);
        });
        return String.join(" | ", all);
    }
}
