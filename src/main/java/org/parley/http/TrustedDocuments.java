package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.graph.InvalidArgument;

/**
 * The only documents that are answered, if the operator lists them in a file. The file is read once, at startup. Immutable and
 * thread-safe.
 */
@Startup
@ApplicationScoped
class TrustedDocuments {
    private final Map<String, String> byName;
    private final Set<String> texts;

    @Inject
    TrustedDocuments(PersistedQueriesConfig settings, ObjectMapper mapper) {
        this(settings.trusted(), mapper);
    }

    TrustedDocuments(Optional<Path> list, ObjectMapper mapper) {
        byName = list.map(file -> read(file, mapper)).orElse(null);
        texts = byName == null ? null : new HashSet<>(byName.values());
    }

    /** False if the operator configured no list, so that every document is answered. */
    boolean areListed() {
        return byName != null;
    }

    /** @throws Refusal if no trusted document has this id */
    String named(String name) {
        String document = byName.get(name);
        if (document == null) {
            throw refusal("no trusted document has the name " + InvalidArgument.shown(name));
        }
        return document;
    }

    /** @throws Refusal if the text is none of the trusted documents */
    void mustHold(String text) {
        if (!texts.contains(text)) {
            throw refusal(
                    "query must be exactly one of the trusted documents, or be left out where the request names one");
        }
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(403, "DOCUMENT_NOT_TRUSTED", sentence);
    }

    private static Map<String, String> read(Path file, ObjectMapper mapper) {
        String setting = file.toAbsolutePath().normalize() + " (parley.persisted-queries.trusted)";
        Map<String, String> documents = new HashMap<>();
        JsonNode manifest;
        try {
            manifest = mapper.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("The file " + setting + " must be JSON: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " is not");
        } catch (IOException e) {
            throw new ConfigurationException("The file " + setting + " can't be read");
        }
        if (manifest.path("operations").isArray()) {
            manifest.get("operations")
                    .forEach(each -> documents.put(
                            name(each.path("id").textValue()), each.path("body").textValue()));
        } else {
            manifest.properties()
                    .forEach(each ->
                            documents.put(name(each.getKey()), each.getValue().textValue()));
        }
        if (documents.isEmpty() || documents.containsKey(null) || documents.containsValue(null)) {
            throw new ConfigurationException(
                    "The file " + setting
                            + " must be a manifest of persisted queries, or an object whose members are documents, with at least one");
        }
        return Map.copyOf(documents);
    }

    private static String name(String listed) {
        return listed == null ? null : PersistedQueries.withoutPrefix(listed);
    }
}
