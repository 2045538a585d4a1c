package org.parley.record;

import static org.parley.Ask.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random changes of the built-in record: of all kinds of edits, of which the rules refuse some. The same ones each time. */
final class RandomEdits {
    private static final List<String> WORDS = List.of("ceasefire", "pier", "Kiev", "Kyiv", "colour", "Zelenskyy");

    private final Random random = new Random(7);
    private final Map<String, Map<String, Object>> seed;
    private final Map<String, Integer> last = new HashMap<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> merging = new ArrayList<>();
    private int number;

    /** @param seed the rows of the record, by their ids */
    RandomEdits(Map<String, Map<String, Object>> seed) {
        this.seed = seed;
    }

    /** Sends the next change. Returns whether it was accepted. */
    boolean change() {
        List<Object> edits = new ArrayList<>();
        Map<String, Integer> touched = new HashMap<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            edit(edits, touched);
        }
        if (edits.isEmpty()) {
            return false;
        }
        List<Object> errors = ask(
                        "mutation ($e: [Edit!]!) { change(edits: $e, summary: \"random\") { change { number } userErrors { message } } }",
                        Map.of("e", edits),
                        "Bearer parley_" + "maria".repeat(43).substring(0, 43))
                .at("change.userErrors");
        if (errors.isEmpty()) {
            number++;
            touched.keySet().forEach(id -> last.put(id, number));
        }
        return errors.isEmpty();
    }

    /** The ids of the records that it has made, or has tried to make. */
    List<String> made() {
        return made;
    }

    private void edit(List<Object> edits, Map<String, Integer> touched) {
        String kind = List.of("actor", "statement", "incident", "round", "place", "source", "issue")
                .get(random.nextInt(7));
        List<String> ids = seed.keySet().stream()
                .filter(id -> id.startsWith(kind + "/"))
                .filter(id -> !touched.containsKey(id))
                .toList();
        String id = ids.get(random.nextInt(ids.size()));
        touched.put(id, 0);
        Map<String, Object> row = new LinkedHashMap<>();
        String word = WORDS.get(random.nextInt(WORDS.size()));
        switch (random.nextInt(kind.equals("actor") ? 10 : 5)) {
            case 0 -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                edits.add(Map.of("retract", row));
            }
            case 1 -> {
                String copy = kind + "/made-" + made.size();
                made.add(copy);
                row.putAll(seed.get(id));
                row.put("id", copy);
                // Its parts and its number would be those of the other.
                List.of("sessions", "outcomes", "ordinal").forEach(row::remove);
                edits.add(Map.of(kind, row));
            }
            case 5, 6, 7 -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                row.put("into", ids.get(random.nextInt(ids.size())));
                edits.add(Map.of("merge", row));
                merging.add(id);
            }
            case 8, 9 -> {
                String merged = merging.isEmpty() ? id : merging.get(random.nextInt(merging.size()));
                touched.remove(id);
                if (touched.putIfAbsent(merged, 0) == null) {
                    row.put("id", merged);
                    row.put("expect", last.getOrDefault(merged, 0));
                    edits.add(Map.of("unmerge", row));
                }
            }
            default -> {
                row.put("id", id);
                row.put("expect", last.getOrDefault(id, 0));
                row.put(
                        switch (kind) {
                            case "actor", "place", "issue" -> "name";
                            case "statement", "incident" -> "summary";
                            case "source" -> "origin";
                            default -> "note";
                        },
                        word + " " + random.nextInt(100));
                edits.add(Map.of(kind, row));
            }
        }
    }
}
