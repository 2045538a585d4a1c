import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes a large synthetic record in the format of seed/README.md, with the same bytes on every run (a fixed random seed):
 * {@code java bench/LargeRecord.java DIR [statements]}. Parley serves it with {@code PARLEY_SEED_DIRECTORY=DIR}.
 *
 * <p>It has 100,000 statements by default, half as many incidents, 200 actors and 60 rounds. A few actors make most statements (a
 * Zipf distribution), and each statement and incident has one to four sources.
 */
public class LargeRecord {
    private static final int ACTORS = 200;
    private static final int ROUNDS = 60;
    private static final String[] ISSUES = {"ceasefire", "territory", "prisoners", "security", "economy", "monitoring"};
    private static final String[] WORDS = ("agree delegation ceasefire border prisoners exchange corridor aid monitor withdraw"
                    + " guarantee proposal draft round mediator talks pause truce convoy shelling region council minister")
            .split(" ");
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 4000;

    private final Random random = new Random(157);
    private final Path folder;
    private final int statements;

    private LargeRecord(Path folder, int statements) {
        this.folder = folder;
        this.statements = statements;
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length < 1) {
            System.err.println("usage: java bench/LargeRecord.java DIR [statements]");
            System.exit(2);
        }
        new LargeRecord(Path.of(arguments[0]), arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000).write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        int sources = Math.max(4, statements * 3 / 10);
        rows("sources", sources, i -> "\"id\": \"source-%d\", \"label\": \"Report %d\", \"publishedOn\": \"%s\", \"dateBasis\": \"STATED\", \"language\": \"en\", \"origin\": \"origin-%d\""
                .formatted(i, i, FIRST_DAY.plusDays((long) i * DAYS / sources), i / 2));
        rows("actors", ACTORS, i -> "\"id\": \"actor-%d\", \"name\": \"Actor %d\", \"kind\": \"%s\", \"description\": \"Made up.\"%s, \"citations\": [%s]"
                .formatted(i, i, i < 10 ? "STATE" : "PERSON", i < 10 ? "" : ", \"side\": \"actor-" + i % 10 + "\"", cite(sources, 1)));
        rows("places", 20, i -> "\"id\": \"place-%d\", \"name\": \"Place %d\", \"kind\": \"CITY\"".formatted(i, i));
        rows("issues", ISSUES.length, i -> "\"id\": \"%s\", \"name\": \"%s\", \"description\": \"Made up.\", \"citations\": [%s]"
                .formatted(ISSUES[i], ISSUES[i], cite(sources, 1)));
        rows("negotiations", 1, i -> "\"id\": \"talks\", \"title\": \"Talks\", \"summary\": \"Made up.\", \"roles\": [{\"actor\": \"actor-0\", \"role\": \"PARTY\", \"citations\": [%s]}, {\"actor\": \"actor-1\", \"role\": \"PARTY\", \"citations\": [%s]}], \"issues\": [\"ceasefire\", \"territory\"], \"citations\": [%s]"
                .formatted(cite(sources, 1), cite(sources, 1), cite(sources, 1)));
        rows("rounds", ROUNDS, i -> "\"id\": \"round-%d\", \"negotiation\": \"talks\", \"ordinal\": %d, \"title\": \"Round %d\", \"status\": \"HELD\", \"start\": \"%s\", \"end\": \"%s\", \"dateBasis\": \"STATED\", \"participants\": [%s], \"citations\": [%s]"
                .formatted(i, i + 1, i + 1, roundStart(i), roundStart(i).plusDays(4), participants(sources), cite(sources, 2)));
        rows("statements", statements, i -> {
            Instant at = FIRST_DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
                    .plus((long) i * DAYS * 86_400L / statements, ChronoUnit.SECONDS);
            LocalDate day = LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
            int round = (int) (ChronoUnit.DAYS.between(FIRST_DAY, day) * ROUNDS / DAYS);
            boolean within = !day.isBefore(roundStart(round)) && !day.isAfter(roundStart(round).plusDays(4));
            String words = words(20);
            return "\"id\": \"statement-%07d\", \"speakers\": [\"actor-%d\"], \"kind\": \"PARAPHRASE\", \"summary\": \"%s\", \"date\": \"%s\", \"at\": \"%s\", \"dateBasis\": \"STATED\"%s, \"issues\": [\"%s\"], \"stance\": \"REPORTS\", \"renderings\": [%s]"
                    .formatted(i, zipf(), words, day, at, within ? ", \"round\": \"round-" + round + "\"" : "", ISSUES[random.nextInt(ISSUES.length)],
                            renderings(sources, words));
        });
        int incidents = statements / 2;
        rows("incidents", incidents, i -> "\"id\": \"incident-%07d\", \"title\": \"Incident %d\", \"summary\": \"%s\", \"kind\": \"SHELLING\", \"start\": \"%s\", \"dateBasis\": \"STATED\", \"place\": \"place-%d\", \"attributions\": [{\"blamed\": \"actor-%d\", \"by\": \"actor-%d\", \"disputed\": false, \"citations\": [%s]}], \"citations\": [%s]"
                .formatted(i, i, words(12), FIRST_DAY.plusDays((long) i * DAYS / incidents), random.nextInt(20), random.nextInt(10), 10 + zipf() % 190,
                        cite(sources, 1), cite(sources, 1 + random.nextInt(3))));
        for (String empty : new String[] {"figures", "positions", "disagreements", "assertions"}) {
            rows(empty, 0, i -> "");
        }
    }

    private interface Row {
        String at(int index);
    }

    private void rows(String file, int count, Row row) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file + ".json"))) {
            out.write("[\n");
            for (int i = 0; i < count; i++) {
                out.write("  {" + row.at(i) + (i < count - 1 ? "},\n" : "}\n"));
            }
            out.write("]\n");
        }
    }

    private static LocalDate roundStart(int round) {
        return FIRST_DAY.plusDays((long) round * DAYS / ROUNDS + 10);
    }

    private String participants(int sources) {
        Set<Integer> actors = new LinkedHashSet<>();
        while (actors.size() < 9) {
            actors.add(zipf());
        }
        List<String> rows = new ArrayList<>();
        actors.forEach(actor -> rows.add("{\"actor\": \"actor-%d\", \"role\": \"MEMBER\", \"presence\": \"STATED\", \"citations\": [%s]}"
                .formatted(actor, cite(sources, 1))));
        return String.join(", ", rows);
    }

    private String cite(int sources, int count) {
        Set<Integer> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            chosen.add(random.nextInt(sources));
        }
        List<String> rows = new ArrayList<>();
        chosen.forEach(source -> rows.add("{\"source\": \"source-%d\", \"locator\": \"line %d\"}".formatted(source, 1 + random.nextInt(40))));
        return String.join(", ", rows);
    }

    private String renderings(int sources, String words) {
        List<String> rows = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            rows.add("{\"source\": \"source-%d\", \"locator\": \"line %d\", \"verbatim\": false, \"wording\": \"%s\"}"
                    .formatted(random.nextInt(sources), 1 + random.nextInt(40), words));
        }
        return String.join(", ", rows);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder("Says");
        for (int i = 0; i < count; i++) {
            int at = (int) Math.min(WORDS.length - 1, Math.abs(random.nextGaussian()) * WORDS.length / 3);
            words.append(' ').append(WORDS[at]);
        }
        return words.append('.').toString();
    }

    /** The index of an actor, Zipf-distributed: the first ones are much more frequent than the last. */
    private int zipf() {
        return (int) Math.min(ACTORS - 1, Math.pow(ACTORS, random.nextDouble()) - 1);
    }
}
