import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures what a change costs, and what reading costs where people change the record: {@code bench/changes [size[=DATA,SEED]] [--program
 * jar-or-executable]}. The size is a number of statements, 10,000 if it is left out, and DATA a data folder that holds the record of the
 * seed folder SEED already; it is copied. Linux only.
 *
 * <p>Two servers over the same record run at the same time: one without curators, one with. First, changes of ten records on the second: ten
 * new statements of one day after all others, with speakers, issues and sources from all over the record; ten corrected, ten retracted, and
 * ten that are only tried ({@code dryRun}); and of one record that many others name. Then queries: on both in turn, and on the second while it
 * gets ten changes a second. Each request is a new text, so that none is answered from the
 * cache of answers, which a change empties; the cache of records has its default size. Figures are in milliseconds.
 */
public class Changes {
    private static final int TEN = 10;
    private static final int CHANGES = 100;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 200;
    private static final int A_SECOND = 10;

    /** More than a server is asked of one query. */
    private static final int DIFFERENT = 5000;
    private static final Pattern NUMBER = Pattern.compile("\"change\":\\{\"number\":(\\d+)}");

    private final Server off;
    private final Server on;

    /** The rows of statements from all over the record, as members of a StatementEdit without the id. */
    private final List<String> rows = new ArrayList<>();

    private final LocalDate newest;
    private int days;
    private long last;
    private int written;
    private static int asked;

    private Changes(Server off, Server on) throws Exception {
        this.off = off;
        this.on = on;
        for (String page : List.of("first: 100", "last: 100", "first: 100, filter: { text: \"ceasefire\" }")) {
            Matcher id = Pattern.compile("\"id\":\\s*\"statement/([^\"]*)\"")
                    .matcher(on.ask("{ statements(" + page + ") { nodes { id } } }", "{}"));
            while (id.find()) {
                rows.add(row(id.group(1)));
            }
        }
        Collections.shuffle(rows, new Random(3));
        newest = LocalDate.parse(first("\"date\":\\s*\"([^\"]*)\"", on.ask("{ statements(last: 1) { nodes { date } } }", "{}")));
    }

    private String row(String slug) throws Exception {
        String tried = on.send(on.request(
                "mutation { change(dryRun: true, summary: \"tried\", edits: [{ statement: { id: \"" + slug
                        + "\", expect: 0, note: \"Measured.\" } }]) { edits { row } } }",
                "{}",
                "Authorization",
                "Bearer " + Server.TOKEN));
        String text = first("\"row\":\"((?:[^\"\\\\]|\\\\.)*)\"", tried);
        return text.replaceAll("\\\\([\"\\\\])", "$1")
                .replaceFirst("\"id\":\"[^\"]*\",?", "")
                .replaceFirst("\"date\":\"[^\"]*\",?", "")
                .replaceFirst("\"at\":\"[^\"]*\",?", "")
                .substring(1);
    }

    public static void main(String... arguments) throws Exception {
        List<String> given = new ArrayList<>(List.of(arguments));
        Path program = Path.of("target/quarkus-app/quarkus-run.jar");
        int option = given.indexOf("--program");
        if (option >= 0) {
            given.remove(option);
            program = Path.of(given.remove(option));
        }
        String size = given.isEmpty() ? "10000" : given.get(0);
        Path work = Files.createTempDirectory("parley-changes");
        try {
            Map<String, String> settings = record(program, size, work);
            List<String> command = Server.command(program, "-Xmx1g");
            settings.put("PARLEY_CACHE_ANSWERS", "32M");
            settings.put("PARLEY_CACHE_RECORDS", "16M");
            Map<String, String> curating = new HashMap<>(settings);
            curating.put("PARLEY_DATA_DIRECTORY", work.resolve("on").toString());
            curating.put("PARLEY_CURATORS", Server.CURATORS.toString());
            settings.put("PARLEY_DATA_DIRECTORY", work.resolve("off").toString());
            try (Server off = start("a start without curators", command, settings, work.resolve("log-off"))) {
                start("the first start with curators", command, curating, work.resolve("log-on")).close();
                try (Server on = start("a later start with curators", command, curating, work.resolve("log-on"))) {
                    Changes changes = new Changes(off, on);
                    changes.write();
                    changes.read();
                }
                start("a start after these changes", command, curating, work.resolve("log-on")).close();
            }
        } finally {
            Server.delete(work);
        }
    }

    /** Makes two data folders with the record, and returns the settings that they have in common. */
    private static Map<String, String> record(Path program, String size, Path work) throws Exception {
        Path data = Files.createDirectories(work.resolve("off"));
        Map<String, String> settings = new HashMap<>();
        settings.put("PARLEY_SEED_DIRECTORY", Server.record(size, data, work.resolve("seed")).toString());
        if (!Files.exists(data.resolve("parley.mv.db"))) {
            Map<String, String> loading = new HashMap<>(settings);
            loading.put("PARLEY_DATA_DIRECTORY", data.toString());
            Server.start(Server.command(program, "-Xmx1g"), loading, work.resolve("log-load"))
                    .close();
        }
        Path copy = Files.createDirectories(work.resolve("on"));
        Files.copy(data.resolve("parley.mv.db"), copy.resolve("parley.mv.db"));
        return settings;
    }

    private static Server start(String name, List<String> command, Map<String, String> settings, Path log)
            throws Exception {
        long began = System.nanoTime();
        Server server = Server.start(command, settings, log);
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", name, (System.nanoTime() - began) / 1e6);
        return server;
    }

    // Changes

    private void write() throws Exception {
        for (int i = 0; i < CHANGES; i++) {
            change(create(), false);
        }
        System.out.println("\n| a change of ten statements, or of one record | median ms | p99 ms | CPU ms |\n| :-- | --: | --: | --: |");
        measure("ten new ones, tried only", i -> create(), true);
        measure("ten new ones", i -> create(), false);
        int newest = written;
        long expected = last;
        measure(
                "ten corrected",
                i -> edits(newest - TEN * (i + 1), k -> "{\"statement\":{\"id\":\"" + k + "\",\"expect\":" + expected
                        + ",\"note\":\"Corrected.\"}}"),
                false);
        long corrected = last;
        measure(
                "ten retracted",
                i -> edits(newest - TEN * (i + 1), k -> "{\"retract\":{\"id\":\"statement/" + k + "\",\"expect\":"
                        + corrected + "}}"),
                false);
        for (String kind : List.of("actor", "issue")) {
            String id = first(
                    "\"id\":\\s*\"" + kind + "/([^\"]*)\"",
                    on.ask("{ statements(last: 1) { nodes { speakers { id } issues { id } } } }", "{}"));
            measure(
                    "the description of an " + kind + " that statements name",
                    i -> "[{\"" + kind + "\":{\"id\":\"" + id + "\",\"expect\":" + last + ",\"description\":\"Measured "
                            + i + ".\"}}]",
                    false);
        }
    }

    private void measure(String name, IntFunction<String> edits, boolean isDry) throws Exception {
        List<Double> times = new ArrayList<>();
        long cpu = on.cpu();
        for (int i = 0; i < CHANGES; i++) {
            String each = edits.apply(i);
            long began = System.nanoTime();
            change(each, isDry);
            times.add((System.nanoTime() - began) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                at(times, 0.5),
                at(times, 0.99),
                (on.cpu() - cpu) / 1e6 / CHANGES);
    }

    private synchronized String create() {
        int from = written;
        String day = newest.plusDays(++days).toString();
        return edits(from, k -> "{\"statement\":{\"id\":\"" + k + "\",\"date\":\"" + day + "\"," + rows.get(written++ % rows.size()) + "}");
    }

    private static String edits(int from, UnaryOperator<String> edit) {
        return IntStream.range(from, from + TEN)
                .mapToObj(i -> edit.apply("written-" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void change(String edits, boolean isDry) throws Exception {
        HttpRequest request = on.request(
                "mutation ($edits: [Edit!]!, $dry: Boolean!) { change(summary: \"measured\", edits: $edits, dryRun: $dry) {"
                        + " change { number } userErrors { message } } }",
                "{\"edits\":" + edits + ",\"dry\":" + isDry + "}",
                "Authorization",
                "Bearer " + Server.TOKEN);
        String answer = on.send(request);
        Matcher made = NUMBER.matcher(answer);
        if (isDry ? !answer.contains("\"userErrors\":[]") : !made.find()) {
            throw new IllegalStateException(answer);
        }
        last = isDry ? last : Long.parseLong(made.group(1));
    }

    // Reading

    private void read() throws Exception {
        String actor = first("\"id\":\\s*\"(actor/[^\"]*)\"", on.ask("{ actors(last: 1) { nodes { id } } }", "{}"));
        String day = first("\"date\":\\s*\"([^\"]*)\"", on.ask("{ statements(last: 100) { nodes { date } } }", "{}"));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("q1", "{\"id\": \"" + actor + "\"}");
        variables.put("q2", "{\"first\": 20, \"from\": \"" + day + "\"}");
        variables.put("q3", "{\"first\": 8}");
        variables.put("q4", "{\"first\": 50, \"actor\": \"" + actor + "\", \"from\": \"" + day + "\", \"to\": \"" + day + "\"}");
        variables.put("q5", "{\"first\": 20, \"text\": \"ceasefire\"}");
        variables.put("q6", "{\"first\": 20}");
        System.out.println("\n| a query, median ms (p99 ms) | without curators | with | beside ten changes a second |\n| :-- | --: | --: | --: |");
        for (Map.Entry<String, String> each : variables.entrySet()) {
            String query = Server.queryOfKit(each.getKey());
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            ask(off, query, each.getValue(), WARM_UP, new ArrayList<>());
            ask(on, query, each.getValue(), WARM_UP, new ArrayList<>());
            for (int round = 0; round < ROUNDS; round++) {
                ask(off, query, each.getValue(), REQUESTS, without);
                ask(on, query, each.getValue(), REQUESTS, with);
            }
            List<Double> beside = new ArrayList<>();
            AtomicBoolean isOver = new AtomicBoolean();
            Thread writer = new Thread(() -> writeUntil(isOver));
            writer.start();
            ask(on, query, each.getValue(), ROUNDS * REQUESTS, beside);
            isOver.set(true);
            writer.join();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f (%.2f) | %.2f (%.2f) | %.2f (%.2f) |%n",
                    each.getKey(),
                    at(without, 0.5),
                    at(without, 0.99),
                    at(with, 0.5),
                    at(with, 0.99),
                    at(beside, 0.5),
                    at(beside, 0.99));
        }
    }

    private static void ask(Server server, String query, String variables, int requests, List<Double> times)
            throws IOException, InterruptedException {
        for (int i = 0; i < requests; i++) {
            // The same bytes would be answered from memory.
            String padded = variables.replaceFirst("\\{", "{" + " ".repeat(1 + asked++ % DIFFERENT));
            HttpRequest request = server.request(query, padded);
            long began = System.nanoTime();
            server.send(request);
            times.add((System.nanoTime() - began) / 1e6);
        }
    }

    private void writeUntil(AtomicBoolean isOver) {
        long next = System.nanoTime();
        try {
            while (!isOver.get()) {
                change(create(), false);
                next += 1_000_000_000L / A_SECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return found.group(1);
    }

    /** @param share from 0 to 1, such as 0.5 for the median */
    private static double at(List<Double> values, double share) {
        return values.stream()
                .sorted()
                .skip((long) (share * (values.size() - 1)))
                .findFirst()
                .orElseThrow();
    }
}
