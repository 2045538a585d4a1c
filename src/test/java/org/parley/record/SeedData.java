package org.parley.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of {@code seed/} as they lie in the repository, read by another parser than the program's. */
final class SeedData {
    static final Path FOLDER = Path.of("seed");

    static final List<String> NAMES = List.of(
            "actors",
            "assertions",
            "disagreements",
            "figures",
            "incidents",
            "issues",
            "negotiations",
            "places",
            "positions",
            "rounds",
            "sources",
            "statements");

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeedData() {}

    /**
     * An object of a file, or a value in one.
     *
     * @param file the file's name without {@code .json}
     * @param id   of the row that it is in
     * @param key  under which it stands; empty for a row
     * @param json the object that holds the key; for a row and an object of a list, itself
     */
    record Place(String file, String id, String key, JsonNode json) {
        @Override
        public String toString() {
            return file + " " + id + " " + key;
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> rows(String name) {
        try {
            return list(JSON.readTree(text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode row(String name, String id) {
        return rows(name).stream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + id + " in " + name));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static List<JsonNode> list(JsonNode list) {
        return stream(list).toList();
    }

    static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Every object of every file, rows and what is inside them. */
    static List<Place> objects() {
        List<Place> found = new ArrayList<>();
        NAMES.forEach(name -> rows(name)
                .forEach(row -> eachObject(new Place(name, row.path("id").asText(), "", row), found::add)));
        return found;
    }

    /** Every text of every file, at the key that it stands under. */
    static Stream<Map.Entry<Place, String>> allTexts() {
        return objects().stream().flatMap(object -> keys(object.json()).stream().flatMap(key -> {
            JsonNode value = object.json().get(key);
            Place place = new Place(object.file(), object.id(), key, object.json());
            return (value.isArray() ? stream(value) : Stream.of(value))
                    .filter(JsonNode::isTextual)
                    .map(text -> Map.entry(place, text.asText()));
        }));
    }

    private static void eachObject(Place place, Consumer<Place> visitor) {
        visitor.accept(place);
        for (String key : keys(place.json())) {
            JsonNode value = place.json().get(key);
            (value.isArray() ? stream(value) : Stream.of(value))
                    .filter(JsonNode::isObject)
                    .forEach(inner -> eachObject(new Place(place.file(), place.id(), key, inner), visitor));
        }
    }
}
