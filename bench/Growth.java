import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures how queries slow down when the record grows: {@code bench/growth [size[=DATA,SEED]...] [--program jar-or-executable]}. Sizes are
 * numbers of statements, 10,000 and 100,000 if none is given. A size without folders gets a record of {@code LargeRecord} that is loaded first; DATA is a data
 * folder that holds the record of the seed folder SEED already, and is copied. Linux only: CPU time is read from /proc.
 *
 * <p>One server a size runs at the same time, and the sizes take turns with each question, so that a busy machine slows them alike. The
 * figures are medians of {@value #ROUNDS} rounds: CPU time of the server but its compilers, and wall-clock time, a request, in milliseconds.
 * The JVM runs with the first compiler alone: what is compiled then is the same at each size. Growth is the CPU time at the largest size divided by
 * that at the smallest.
 */
public class Growth {
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 7;
    private static final int REQUESTS = 30;
    private static final Pattern WORD = Pattern.compile("[a-z]{5,}");

    /** A question and its variables for each size. */
    private record Question(String name, String query, Map<Integer, String> variables) {}

    private final Map<Integer, Server> servers = new TreeMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Path work;

    private Growth(Path work) {
        this.work = work;
    }

    public static void main(String... arguments) throws Exception {
        List<String> sizes = new ArrayList<>(List.of(arguments));
        Path program = Path.of("target/quarkus-app/quarkus-run.jar");
        int option = sizes.indexOf("--program");
        if (option >= 0) {
            sizes.remove(option);
            program = Path.of(sizes.remove(option));
        }
        Growth growth = new Growth(Files.createTempDirectory("parley-growth"));
        try {
            for (String size : sizes.isEmpty() ? List.of("10000", "100000") : sizes) {
                growth.start(program, size);
            }
            growth.choose();
            growth.measure();
        } finally {
            for (Server server : growth.servers.values()) {
                server.close();
            }
            Server.delete(growth.work);
        }
    }

    private void start(Path program, String argument) throws Exception {
        int size = Integer.parseInt(argument.split("=")[0]);
        Path data = Files.createDirectory(work.resolve("data-" + size));
        Path seed = Server.record(argument, data, work.resolve("seed-" + size));
        if (!Files.exists(data.resolve("parley.mv.db"))) {
            System.err.printf(Locale.ROOT, "loading %,d statements%n", size);
        }
        servers.put(
                size,
                Server.start(
                        Server.command(program, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"),
                        Map.of("PARLEY_DATA_DIRECTORY", data.toString(), "PARLEY_SEED_DIRECTORY", seed.toString()),
                        work.resolve("log-" + size)));
    }

    /** The same actor, days and words at each size, as the smallest record has them; cursors are of each size. */
    private void choose() throws Exception {
        Server smallest = servers.values().iterator().next();
        List<String> actors = all("\"id\":\\s*\"([^\"]*)\"", smallest.ask("{ actors(first: 100) { nodes { id } } }", "{}"));
        String actor = actors.get(Math.min(40, actors.size() - 1));
        List<String> days = all(
                "\"date\":\\s*\"([^\"]*)\"",
                smallest.ask(
                        "{ a: statements(first: 1) { nodes { date } } b: statements(last: 1) { nodes { date } } }", "{}"));
        LocalDate first = LocalDate.parse(days.get(0));
        LocalDate last = LocalDate.parse(days.get(1));
        if (last.isBefore(first)) {
            LocalDate swapped = first;
            first = last;
            last = swapped;
        }
        LocalDate middle = first.plusDays((last.toEpochDay() - first.toEpochDay()) / 2);
        String text = smallest.ask(
                "{ statements(first: 100, filter: {from: \"" + middle + "\"}) { nodes { summary } } }", "{}");
        Map<String, Long> words = WORD.matcher(text)
                .results()
                .collect(Collectors.groupingBy(word -> word.group(), Collectors.counting()));
        words.remove("statements");
        words.remove("summary");
        words.remove("nodes");
        Comparator<Map.Entry<String, Long>> byCount =
                Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());
        String rare = words.entrySet().stream().min(byCount).orElseThrow().getKey();
        String frequent = words.entrySet().stream().max(byCount).orElseThrow().getKey();

        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("q1", "{\"id\": \"" + actor + "\"}");
        variables.put("q2", "{\"first\": 20, \"from\": \"" + middle + "\"}");
        variables.put("q3", "{\"first\": 8}");
        variables.put("q4", "{\"first\": 50, \"actor\": \"" + actor + "\", \"from\": \"" + middle + "\", \"to\": \""
                + middle.plusDays(700) + "\"}");
        for (Map.Entry<String, String> query : variables.entrySet()) {
            add(query.getKey(), Server.queryOfKit(query.getKey()), query.getValue());
        }
        String q5 = Server.queryOfKit("q5");
        add("q5, \"" + rare + "\"", q5, "{\"first\": 20, \"text\": \"" + rare + "\"}");
        add("q5, \"" + frequent + "\"", q5, "{\"first\": 20, \"text\": \"" + frequent + "\"}");
        String q6 = Server.queryOfKit("q6");
        add("q6, first page", q6, "{\"first\": 20}");
        Map<Integer, String> deepest = new TreeMap<>();
        for (Map.Entry<Integer, Server> server : servers.entrySet()) {
            String page = server.getValue().ask("{ statements(last: 21) { pageInfo { startCursor } } }", "{}");
            deepest.put(
                    server.getKey(),
                    "{\"first\": 20, \"after\": \"" + all("\"startCursor\":\\s*\"([^\"]*)\"", page).get(0) + "\"}");
        }
        questions.add(new Question("q6, deepest page", q6, deepest));
        add("first page and totalCount", "{ statements(first: 20) { totalCount nodes { id } } }", "{}");
        add("first page without", "{ statements(first: 20) { nodes { id } } }", "{}");
        add("search \"" + frequent + "\"", "{ search(first: 20, text: \"" + frequent + "\") { nodes { record { id } } } }", "{}");
    }

    private void add(String name, String query, String variables) {
        Map<Integer, String> same = new TreeMap<>();
        servers.keySet().forEach(size -> same.put(size, variables));
        questions.add(new Question(name, query, same));
    }

    private static List<String> all(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.results().map(result -> result.group(1)).toList();
    }

    private void measure() throws Exception {
        StringBuilder head = new StringBuilder("| CPU ms, wall ms a request |");
        servers.keySet().forEach(size -> head.append(String.format(Locale.ROOT, " %,d |", size)));
        System.out.println(head + " growth |\n| :-- |" + " --: |".repeat(servers.size() + 1));
        for (Question question : questions) {
            Map<Integer, List<Double>> cpu = new TreeMap<>();
            Map<Integer, List<Double>> wall = new TreeMap<>();
            for (int round = -1; round < ROUNDS; round++) {
                for (Map.Entry<Integer, Server> server : servers.entrySet()) {
                    HttpRequest request = server.getValue()
                            .request(question.query, question.variables.get(server.getKey()));
                    int requests = round < 0 ? warmUp(server.getValue(), request) : REQUESTS;
                    long cpuBefore = server.getValue().cpu();
                    long begin = System.nanoTime();
                    for (int i = 0; i < requests; i++) {
                        server.getValue().send(request);
                    }
                    if (round >= 0) {
                        wall.computeIfAbsent(server.getKey(), size -> new ArrayList<>())
                                .add((System.nanoTime() - begin) / 1e6 / requests);
                        cpu.computeIfAbsent(server.getKey(), size -> new ArrayList<>())
                                .add((server.getValue().cpu() - cpuBefore) / 1e6 / requests);
                    }
                }
            }
            StringBuilder row = new StringBuilder("| " + question.name + " |");
            List<Double> medians = new ArrayList<>();
            cpu.forEach((size, times) -> {
                medians.add(median(times));
                row.append(String.format(Locale.ROOT, " %.2f, %.2f |", median(times), median(wall.get(size))));
            });
            System.out.printf(Locale.ROOT, "%s %.2f |%n", row, medians.get(medians.size() - 1) / medians.get(0));
        }
    }

    /** Fewer of a slow question. */
    private static int warmUp(Server server, HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        server.send(request);
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        return milliseconds > 200 ? 5 : WARM_UP;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
