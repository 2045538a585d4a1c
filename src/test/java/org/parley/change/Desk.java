package org.parley.change;

import static org.parley.Ask.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.Ask;

/** What the curators of the tests send: rita, a READER, paul, a PROPOSER, maria, an EDITOR, and rose, a REVIEWER. */
final class Desk {
    private Desk() {}

    /** The header with the token of a curator. Their tokens are in no file, only their hashes. */
    static String bearer(String name) {
        return "Bearer parley_" + name.repeat(43).substring(0, 43);
    }

    /** @param name of a curator; empty for a request without a token */
    static Ask as(String name, String document, Map<String, Object> variables) {
        return name.isEmpty() ? ask(document, variables) : ask(document, variables, bearer(name));
    }

    static Ask as(String name, String document) {
        return as(name, document, Map.of());
    }

    static Map<String, Object> actor(Object... keys) {
        return edit("actor", keys);
    }

    static Map<String, Object> edit(String member, Object... keys) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            row.put((String) keys[i], keys[i + 1]);
        }
        return Map.of(member, row);
    }

    private static Map<String, Object> cited() {
        return Map.of("source", "first-day-ends", "locator", "line 3");
    }

    static Map<String, Object> mediator(String id) {
        return actor(
                "id",
                id,
                "name",
                "A Mediator",
                "kind",
                "PERSON",
                "description",
                "made up",
                "countryCode",
                "UA",
                "citations",
                List.of(cited()));
    }
}
