package org.parley.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.export.References;

/** A record as JSON-LD of schema.org, which search engines and reference managers read from the head of a page. */
final class LinkedData {
    private LinkedData() {}

    /**
     * The text of a {@code script} element.
     *
     * @param page   see {@link ReaderPages}
     * @param record a record of the answer, with its {@code __typename}
     */
    static String of(Map<String, Object> page, Map<String, Object> record) {
        JsonObject data = new JsonObject().put("@context", "https://schema.org");
        String base = PageFunctions.text(page, "base");
        if (base != null) {
            data.put("@id", base + record.get("id"));
        }
        switch ((String) record.get("__typename")) {
            case "Statement" -> ofStatement(data, record);
            case "Actor" -> data.put("@type", type((String) record.get("kind"))).put("name", record.get("name"));
            case "Round", "Incident", "Session" -> ofEvent(data, record);
            case "Source" -> ofSource(data, record);
            case "Place" -> ofPlace(data, record);
            default -> data.put("@type", "CreativeWork").put("name", record.get("title"));
        }
        if (record.get("identifiers") != null) {
            ofIdentifiers(data, PageFunctions.list(record.get("identifiers")));
        }
        // A script element ends at the first </script, wherever it stands.
        return data.encode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static void ofStatement(JsonObject data, Map<String, Object> statement) {
        data.put("@type", statement.get("quote") == null ? "Claim" : "Quotation");
        data.put("text", statement.get(statement.get("quote") == null ? "summary" : "quote"));
        put(data, "dateCreated", statement.get("start"));
        JsonArray speakers = new JsonArray();
        PageFunctions.list(statement.get("speakers"))
                .forEach(each -> speakers.add(new JsonObject()
                        .put("@type", type((String) each.get("kind")))
                        .put("name", each.get("name"))));
        data.put(statement.get("quote") == null ? "author" : "creator", speakers);
        JsonArray sources = new JsonArray();
        PageFunctions.list(statement.get("renderings")).forEach(each -> {
            JsonObject source = new JsonObject();
            ofSource(source, PageFunctions.map(each.get("source")));
            sources.add(source);
        });
        data.put("citation", sources);
    }

    private static void ofEvent(JsonObject data, Map<String, Object> event) {
        data.put("@type", "Event").put("name", event.get("title"));
        put(data, "description", event.get("summary"));
        put(data, "startDate", event.get("start"));
        put(data, "endDate", event.get("end"));
        Map<String, Object> place =
                PageFunctions.map(event.get("venue") == null ? event.get("place") : event.get("venue"));
        if (place != null) {
            data.put("location", new JsonObject().put("@type", "Place").put("name", place.get("name")));
        }
    }

    private static void ofSource(JsonObject data, Map<String, Object> source) {
        data.put(
                "@type",
                switch ((String) source.get("kind")) {
                    case "ARTICLE" -> "NewsArticle";
                    case "POST" -> "SocialMediaPosting";
                    case "DATASET" -> "Dataset";
                    default -> "CreativeWork";
                });
        data.put("name", References.title(source));
        put(data, "url", source.get("url"));
        put(data, "datePublished", source.get("publishedOn"));
        if (source.get("outlet") != null) {
            data.put("publisher", new JsonObject().put("@type", "Organization").put("name", source.get("outlet")));
        }
    }

    private static void ofPlace(JsonObject data, Map<String, Object> place) {
        data.put("@type", "Place").put("name", place.get("name"));
        if (place.get("latitude") != null) {
            data.put(
                    "geo",
                    new JsonObject()
                            .put("@type", "GeoCoordinates")
                            .put("latitude", place.get("latitude"))
                            .put("longitude", place.get("longitude")));
        }
    }

    private static void ofIdentifiers(JsonObject data, List<Map<String, Object>> identifiers) {
        JsonArray pages = new JsonArray();
        identifiers.stream()
                .map(identifier -> identifier.get("url"))
                .filter(Objects::nonNull)
                .forEach(pages::add);
        if (!pages.isEmpty()) {
            data.put("sameAs", pages);
        }
    }

    private static void put(JsonObject data, String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    private static String type(String kindOfActor) {
        return switch (kindOfActor) {
            case "PERSON" -> "Person";
            case "STATE" -> "Country";
            default -> "Organization";
        };
    }
}
