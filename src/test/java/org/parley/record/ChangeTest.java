package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However records are changed, one by one or by a load of them all, the database holds the same rows afterwards. */
@QuarkusTest
class ChangeTest {
    private static final int CHANGES = 60;

    private static final List<String> WORDS =
            List.of("ceasefire", "ceasefires", "pier", "Kiev", "Kyiv", "colour", "color", "drone-strike", "Zelenskyy");

    @Inject
    Seeder seeder;

    @Inject
    RowChanges changes;

    @TempDir
    Path folder;

    private Map<String, Map<String, Object>> record;
    private Random random;
    private int made;

    @AfterEach
    void load_the_built_in_record_again() throws SQLException {
        changes.forgetWhereTheyComeFrom();
        seeder.load(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changes_one_by_one_come_to_the_rows_of_a_load(long seed) throws IOException, SQLException {
        random = new Random(seed);
        record = RowChanges.rows(SeedData.FOLDER, seeder.kinds());
        int accepted = 0;
        for (int i = 0; i < CHANGES; i++) {
            Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                changeOne(changed);
            }
            if (changes.change(changed).isEmpty()) {
                accepted++;
                record.putAll(changed);
                record.values().removeAll(Collections.singleton(null));
            }
        }
        assertThat(accepted).as("changes that break no rule").isGreaterThan(CHANGES / 3);
        Map<String, List<String>> after = changes.tables();
        RowChanges.write(record, seeder.kinds(), folder);
        changes.forgetWhereTheyComeFrom();
        seeder.load(Optional.of(folder));
        Map<String, List<String>> rebuilt = changes.tables();
        assertThat(after.keySet()).isEqualTo(rebuilt.keySet());
        rebuilt.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    }

    private void changeOne(Map<String, Map<String, Object>> changed) {
        switch (random.nextInt(15)) {
            case 0 -> edit(changed, "actor/", row -> row.put("name", respelled((String) row.get("name"))));
            case 1 -> edit(changed, "issue/", row -> row.put("name", respelled((String) row.get("name"))));
            case 2 -> edit(changed, "actor/", this::spell);
            case 3 -> edit(changed, "place/", this::spell);
            case 4 -> edit(changed, "statement/", row -> {
                row.put("summary", word() + " " + row.get("summary"));
                row.put("speakers", List.of(slug(any("actor/"))));
                row.put("issues", new ArrayList<>(List.of(slug(any("issue/")))));
            });
            case 5 -> edit(changed, "statement/", row -> shift(row, "date"));
            case 6 -> edit(changed, "incident/", row -> shift(row, "start", "end"));
            case 7 -> edit(changed, "round/", row -> shift(row, "start", "end"));
            case 8 -> edit(changed, "round/", row -> {
                if (row.containsKey("ordinal")) {
                    row.put("ordinal", random.nextInt(9));
                }
            });
            case 9 -> edit(changed, "source/", row -> row.put("origin", random.nextBoolean() ? "afp" : word()));
            case 10 -> edit(changed, "position/", row -> row.put("issue", slug(any("issue/"))));
            case 11 -> {
                String from = any(List.of("statement/", "incident/", "figure/", "actor/", "source/", "assertion/")
                        .get(random.nextInt(6)));
                Map<String, Object> copy = new LinkedHashMap<>(record.get(from));
                copy.put("id", "made-" + ++made);
                changed.put(from.substring(0, from.indexOf('/') + 1) + "made-" + made, copy);
            }
                // The built-in record has no agreement: they are made, named by each other, changed and taken away.
            case 12, 13 -> {
                String id = any("agreement/");
                if (id == null || random.nextBoolean()) {
                    id = "agreement/made-" + ++made;
                }
                changed.put(id, agreement(id));
            }
            default -> {
                String gone = any(List.of(
                                "statement/",
                                "incident/",
                                "figure/",
                                "actor/",
                                "assertion/",
                                "disagreement/",
                                "agreement/")
                        .get(random.nextInt(7)));
                if (gone != null && isFree(gone)) {
                    changed.put(gone, null);
                }
            }
        }
    }

    private Map<String, Object> agreement(String id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", slug(id));
        row.put("title", word() + " " + word());
        if (random.nextBoolean()) {
            row.put(
                    "signedOn",
                    LocalDate.of(2026, 1, 20).plusDays(random.nextInt(20)).toString());
            row.put("dateBasis", "STATED");
        } else if (random.nextBoolean()) {
            row.put("edtf", "2026-01");
            row.put("dateBasis", "STATED");
        } else {
            row.put("dateBasis", "UNKNOWN");
        }
        row.put("negotiation", slug(any("negotiation/")));
        row.put("round", slug(any("round/")));
        row.put("status", "SIGNED");
        row.put(
                "parties",
                List.of(
                        Map.of("actor", slug(any("actor/")), "role", "PARTY"),
                        Map.of("actor", slug(any("actor/")), "role", "WITNESS", "asWritten", word())));
        row.put(
                "provisions",
                List.of(
                        Map.of("issue", slug(any("issue/")), "weight", 1, "quote", word()),
                        Map.of("issue", slug(any("issue/")), "weight", 3)));
        String followed = any("agreement/");
        if (followed != null && !followed.equals(id)) {
            row.put("follows", List.of(slug(followed)));
        }
        row.put("document", slug(any("source/")));
        row.put("citations", List.of(Map.of("source", slug(any("source/")), "locator", "line 1")));
        return row;
    }

    private interface Edit {
        void of(Map<String, Object> row);
    }

    private void edit(Map<String, Map<String, Object>> changed, String prefix, Edit edit) {
        String id = any(prefix);
        Map<String, Object> row = new LinkedHashMap<>(
                changed.getOrDefault(id, record.get(id)) == null
                        ? record.get(id)
                        : changed.getOrDefault(id, record.get(id)));
        edit.of(row);
        changed.put(id, row);
    }

    /** Null if there is none. */
    private String any(String prefix) {
        List<String> ids =
                record.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }

    private static String slug(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Another word in the place of one of the name's, which keeps their number. */
    private String respelled(String name) {
        String[] words = name.split(" ");
        words[random.nextInt(words.length)] = WORDS.get(random.nextInt(7));
        return String.join(" ", words);
    }

    private void spell(Map<String, Object> row) {
        List<Object> names = new ArrayList<>((List<?>) row.getOrDefault("names", List.of()));
        if (!names.isEmpty() && random.nextBoolean()) {
            names.remove(random.nextInt(names.size()));
        } else {
            names.add(Map.of("text", respelled((String) row.get("name")), "spelling", true));
        }
        row.put("names", names);
    }

    private void shift(Map<String, Object> row, String... keys) {
        int days = random.nextInt(7) - 3;
        row.remove("at");
        for (String key : keys) {
            if (row.get(key) instanceof String day) {
                row.put(key, LocalDate.parse(day).plusDays(days).toString());
            }
        }
    }

    /** No row names it, neither by its id nor by its slug. */
    private boolean isFree(String id) {
        return record.entrySet().stream()
                .filter(each -> !each.getKey().equals(id))
                .noneMatch(each -> holds(each.getValue(), id) || holds(each.getValue(), slug(id)));
    }

    private static boolean holds(Object value, String text) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(each -> holds(each, text));
        }
        return value instanceof List<?> list ? list.stream().anyMatch(each -> holds(each, text)) : text.equals(value);
    }
}
