package org.parley.curator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.graph.InvalidArgument;
import org.parley.store.CannotStart;

/** Reads the file of curators: a JSON array of objects with name, role, token and, if the token expires, until. */
final class CuratorsFile {
    /** In bytes. A longer file is another one, given by mistake. */
    private static final int LONGEST = 1_000_000;

    private static final String PREFIX = "sha256:";
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final Set<String> KEYS = Set.of("name", "role", "token", "until");

    private static final ObjectReader JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String file;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Whom a token belongs to.
     *
     * @param until the last day on which it is valid, in UTC; null if it does not expire
     */
    record Entry(Curator curator, LocalDate until) {
        boolean isValidOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    private CuratorsFile(Path path) {
        file = "The file " + path.toAbsolutePath().normalize() + " (parley.curators)";
    }

    /**
     * Reads the file.
     *
     * @return by the SHA-256 of the token, 64 hexadecimal digits
     * @throws CannotStart with a sentence that names the file, the entry and the rule, if the file can't be read or breaks a rule
     */
    static Map<String, Entry> read(Path path) {
        CuratorsFile file = new CuratorsFile(path);
        JsonNode list = file.json(path);
        if (!list.isArray()) {
            throw file.fault("must be a JSON array of curators");
        }
        for (int i = 0; i < list.size(); i++) {
            try {
                file.add(list.get(i));
            } catch (IllegalArgumentException e) {
                throw file.fault("has a fault in entry " + (i + 1) + ": " + e.getMessage());
            }
        }
        return Map.copyOf(file.entries);
    }

    private CannotStart fault(String rule) {
        return new CannotStart(file + " " + rule);
    }

    private JsonNode json(Path path) {
        try {
            if (Files.size(path) > LONGEST) {
                throw fault("must have at most " + LONGEST + " bytes");
            }
            return JSON.readTree(Files.readAllBytes(path));
        } catch (JsonProcessingException e) {
            throw fault("must be JSON in which no object has a key twice: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " is not");
        } catch (IOException e) {
            throw fault("can't be read");
        }
    }

    /** @throws IllegalArgumentException with the rule that the entry breaks. It never shows a token, which may be there by mistake */
    private void add(JsonNode entry) {
        if (!entry.isObject()) {
            throw new IllegalArgumentException("it must be an object with name, role, token and, if it ends, until");
        }
        entry.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(
                            "it must have no key but name, role, token and until, not " + InvalidArgument.shown(key));
                });
        Curator curator = new Curator(text(entry, "name"), role(text(entry, "role")));
        String token = text(entry, "token");
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "token must be sha256: and 64 hexadecimal digits in lower case, as parley token prints it");
        }
        LocalDate until = entry.has("until") ? day(text(entry, "until")) : null;
        if (!names.add(curator.name())) {
            throw new IllegalArgumentException(
                    "name must be that of one entry only, not " + InvalidArgument.shown(curator.name()) + " again");
        }
        if (entries.put(token.substring(PREFIX.length()), new Entry(curator, until)) != null) {
            throw new IllegalArgumentException("token must be that of one entry only");
        }
    }

    private static String text(JsonNode entry, String key) {
        JsonNode value = entry.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " must be a string");
        }
        return value.textValue();
    }

    private static CuratorRole role(String given) {
        return roleOf(given)
                .orElseThrow(() -> new IllegalArgumentException(
                        "role must be " + roles() + ", not " + InvalidArgument.shown(given)));
    }

    /** The role of this name; empty if there is none. */
    static Optional<CuratorRole> roleOf(String name) {
        return Arrays.stream(CuratorRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    /** Such as "READER, PROPOSER or EDITOR". */
    static String roles() {
        return Arrays.toString(CuratorRole.values()).replaceAll("[\\[\\]]", "").replaceFirst(", (\\w+)$", " or $1");
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "until must be a day, as 2027-01-31, not " + InvalidArgument.shown(given));
        }
    }
}
