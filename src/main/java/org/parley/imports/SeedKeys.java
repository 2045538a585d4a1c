package org.parley.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the rows of a seed, in the order of seed/README.md, by the name of the file without {@code .json}. Immutable. */
final class SeedKeys {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            keys(
                    "sources",
                    "id title label kind version outlet authors author url archivedAt retrievedOn publishedOn dateBasis"
                            + " publishedAfter publishedBefore dateNote language agencies dateline origin originNote document"
                            + " licence licenceUrl attribution redistribution note identifiers"),
            keys(
                    "actors",
                    "id name kind description countryCode side names affiliations mergedInto identifiers citations"),
            keys(
                    "places",
                    "id name kind countryCode within latitude longitude precision coordinatesNote names identifiers"),
            keys("issues", "id name description identifiers citations"),
            keys("negotiations", "id title summary roles issues identifiers citations"),
            keys(
                    "rounds",
                    "id negotiation ordinal title status planned start end edtf dateBasis dateNote venue format agenda"
                            + " participants sessions outcomes note identifiers citations"),
            keys(
                    "statements",
                    "id speakers kind quote summary date at edtf notBefore notAfter dateBasis dateNote channel place round"
                            + " issues stance target renderings note identifiers citations"),
            keys(
                    "incidents",
                    "id title summary kind start end at edtf notBefore notAfter dateBasis dateNote place rounds attributions"
                            + " target weapons killed injured effects codes note identifiers citations"),
            keys(
                    "figures",
                    "id measure label value low high unit qualifier wording scope claimedBy claimedOn dateBasis dateNote"
                            + " about note citations"),
            keys("positions", "id actor issue stance summary wordings statements note citations"),
            keys("disagreements", "id question kind versions note about"),
            keys("assertions", "id summary issues about citations"),
            keys(
                    "agreements",
                    "id title summary signedOn edtf notBefore notAfter dateBasis dateNote negotiation round status level stage"
                            + " substage interim pages parties provisions follows document note identifiers citations"));

    /** The keys that hold lists of objects. */
    static final Set<String> OBJECTS = Set.of(
            "names",
            "affiliations",
            "identifiers",
            "roles",
            "planned",
            "participants",
            "sessions",
            "outcomes",
            "renderings",
            "attributions",
            "weapons",
            "codes",
            "wordings",
            "versions",
            "parties",
            "provisions");

    /** Those of them whose objects have citations of their own. */
    static final Set<String> CITED =
            Set.of("affiliations", "roles", "planned", "participants", "sessions", "outcomes", "attributions");

    /** The keys that hold lists of texts or ids. */
    static final Set<String> LISTS =
            Set.of("speakers", "issues", "rounds", "effects", "agenda", "authors", "agencies", "follows", "statements");

    /** The key of the day that a row is of, by file. */
    private static final Map<String, String> DAYS = Map.of(
            "sources", "publishedOn",
            "rounds", "start",
            "statements", "date",
            "incidents", "start",
            "figures", "claimedOn",
            "agreements", "signedOn");

    private SeedKeys() {}

    private static Map.Entry<String, List<String>> keys(String file, String keys) {
        return Map.entry(file, List.of(keys.split(" ")));
    }

    /** The keys of a file's rows. */
    static List<String> of(String file) {
        return KEYS.get(file);
    }

    /** The file of a record, such as rounds of round; null if there is none. */
    static String file(String record) {
        String file = record + "s";
        return KEYS.containsKey(file) ? file : null;
    }

    /** What {@link #file} knows, in alphabetical order. */
    static List<String> records() {
        return KEYS.keySet().stream()
                .map(file -> file.substring(0, file.length() - 1))
                .sorted()
                .toList();
    }

    /** The key of the day that a row is of; null if rows of the file have none. */
    static String day(String file) {
        return DAYS.get(file);
    }

    /** The same row with its keys in their order; keys that the file does not have come last. */
    static Map<String, Object> sorted(String file, Map<String, Object> row) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(of(file));
        all.addAll(row.keySet());
        all.forEach(key -> MappedRow.put(sorted, key, row.get(key)));
        return sorted;
    }
}
