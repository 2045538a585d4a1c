import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Compares counts that do not depend on how busy the machine is with those in {@code bench/budget.tsv}, and ends with 1 if one has risen by
 * more than its tolerance, or has no figure: {@code bench/budget [--accept] [program.jar [executable]]}.
 *
 * <ul>
 *   <li>{@code sql}: SQL statements of a query, from the log. Tolerance 0.
 *   <li>{@code bytes}: bytes of heap that all threads of a warmed server allocate for a query, on the JVM. The server runs with the first
 *       compiler alone: that never removes an allocation, so the count depends neither on when code was compiled nor on how often. The
 *       second one allocates less. Tolerance 10 %, since versions of Java differ.
 *   <li>{@code start faults}, {@code start instructions}: minor page faults and instructions of the executable's later start until its first
 *       answer, as the median of 7. Tolerance 10 %.
 * </ul>
 *
 * <p>The queries are the README's, over the built-in record, and the bench kit's, over 2,000 statements of {@code LargeRecord}.
 */
public class Budget {
    private static final Path FIGURES = Path.of("bench/budget.tsv");
    private static final int STATEMENTS = 2000;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 4;
    private static final int REQUESTS = 40;
    private static final int STARTS = 7;

    /** Of the threads that answer: the event loops, the workers, and the one that writes the log. */
    private static final Pattern ANSWERS = Pattern.compile("vert\\.x-eventloop.*|executor-thread.*|operation-log");

    private static final Map<String, String> KIT = new LinkedHashMap<>();

    static {
        KIT.put("q1", "{\"id\": \"actor-3\"}");
        KIT.put("q2", "{\"first\": 20, \"from\": \"2015-06-01\"}");
        KIT.put("q3", "{\"first\": 6}");
        KIT.put("q4", "{\"first\": 50, \"actor\": \"actor-2\", \"from\": \"2013-01-01\", \"to\": \"2016-01-01\"}");
        KIT.put("q5", "{\"first\": 20, \"text\": \"corridor\"}");
        KIT.put("q6", "{\"first\": 20, \"after\": CURSOR}");
    }

    /** A count within a kind of counts that have one tolerance. */
    private record Count(String kind, String of) {
        double tolerance() {
            return kind.equals("sql") ? 0 : 0.1;
        }

        boolean isOfStart() {
            return kind.startsWith("start");
        }

        boolean isAllowed(long figure, long measured) {
            return measured <= figure * (1 + tolerance());
        }
    }

    private final Map<Count, Long> measured = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Path work;

    private Budget(Path work) {
        this.work = work;
    }

    public static void main(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean accepts = words.remove("--accept");
        checkItself();
        Path jar = Path.of(words.isEmpty() ? "target/quarkus-app/quarkus-run.jar" : words.get(0));
        Path executable = words.size() > 1 ? Path.of(words.get(1)) : Server.executable();
        Path work = Files.createTempDirectory("parley-budget");
        try {
            Budget budget = new Budget(work);
            budget.measureQueries(jar);
            budget.measureStart(executable);
            Map<Count, Long> figures = read(Files.exists(FIGURES) ? Files.readAllLines(FIGURES) : List.of());
            List<String> faults = compare(figures, budget.measured);
            budget.print(figures);
            budget.remarks.forEach(System.out::println);
            if (accepts) {
                budget.accept(figures);
            } else if (!faults.isEmpty()) {
                System.out.println("\nOver the budget (bench/budget --accept writes what is meant to be so):");
                faults.forEach(fault -> System.out.println("  " + fault));
                System.exit(1);
            }
        } finally {
            Server.delete(work);
        }
    }

    /** Holds that a risen count and one without a figure are found, and one within its tolerance is not. */
    private static void checkItself() {
        Map<Count, Long> figures = read(List.of("# words", "sql\tq1\t2", "bytes\tq1\t1000", "start\tfaults\t9000"));
        Map<Count, Long> within = Map.of(new Count("sql", "q1"), 2L, new Count("bytes", "q1"), 1100L);
        Map<Count, Long> risen = Map.of(new Count("sql", "q1"), 3L, new Count("bytes", "q1"), 1101L);
        if (!compare(figures, within).isEmpty()
                || compare(figures, risen).size() != 2
                || compare(figures, Map.of(new Count("sql", "q1"), 2L)).size() != 1
                || compare(Map.of(), within).size() != 2) {
            throw new AssertionError("bench/budget does not find a count that has risen");
        }
    }

    private static Map<Count, Long> read(List<String> lines) {
        Map<Count, Long> figures = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t");
                figures.put(new Count(columns[0], columns[1]), Long.parseLong(columns[2]));
            }
        }
        return figures;
    }

    /** One sentence for each count that has risen too far, has no figure, or was not measured. A start need not be measured. */
    private static List<String> compare(Map<Count, Long> figures, Map<Count, Long> measured) {
        List<String> faults = new ArrayList<>();
        measured.forEach((count, value) -> {
            Long figure = figures.get(count);
            if (figure == null) {
                faults.add(count.kind + " " + count.of + ": " + value + " has no figure in " + FIGURES);
            } else if (!count.isAllowed(figure, value)) {
                faults.add(String.format(
                        Locale.ROOT,
                        "%s %s: %,d, and %,d with a tolerance of %.0f %% are allowed",
                        count.kind,
                        count.of,
                        value,
                        figure,
                        100 * count.tolerance()));
            }
        });
        figures.keySet().stream()
                .filter(count -> !measured.containsKey(count) && !count.isOfStart())
                .forEach(count -> faults.add(count.kind + " " + count.of + ": in " + FIGURES + ", but no longer measured"));
        return faults;
    }

    private void print(Map<Count, Long> figures) {
        System.out.printf("%-6s %-28s %12s %12s %8s%n", "count", "of", "committed", "measured", "change");
        measured.forEach((count, value) -> {
            Long figure = figures.get(count);
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %-28s %12s %,12d %8s%n",
                    count.kind,
                    count.of,
                    figure == null ? "-" : String.format(Locale.ROOT, "%,d", figure),
                    value,
                    figure == null || figure.equals(value)
                            ? ""
                            : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (value - figure) / Math.max(1, figure)));
        });
    }

    private void accept(Map<Count, Long> figures) throws IOException {
        Map<Count, Long> accepted = new LinkedHashMap<>(measured);
        figures.forEach((count, figure) -> {
            if (count.isOfStart()) {
                accepted.putIfAbsent(count, figure);
            }
        });
        List<String> lines = new ArrayList<>(List.of("# Written by bench/budget --accept: the count, of what, the figure. bench/README.md."));
        accepted.forEach((count, value) -> lines.add(count.kind + "\t" + count.of + "\t" + value));
        Files.write(FIGURES, lines);
        System.out.println("\nWritten: " + FIGURES);
    }

    private void measureQueries(Path jar) throws Exception {
        Path seed = work.resolve("seed");
        Server.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "bench/LargeRecord.java",
                seed.toString(),
                String.valueOf(STATEMENTS));
        Map<String, Long> sql = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (Server server = start(jar, Map.of("PARLEY_DATA_DIRECTORY", work.resolve("data").toString()))) {
            for (Map.Entry<String, String> query : Server.queriesOfReadme().entrySet()) {
                measure(server, query.getKey(), query.getKey(), server.request(query.getValue(), "{}"), sql, bytes);
            }
        }
        Map<String, String> settings = Map.of(
                "PARLEY_DATA_DIRECTORY", work.resolve("data-of-kit").toString(), "PARLEY_SEED_DIRECTORY", seed.toString());
        try (Server server = start(jar, settings)) {
            String last = server.ask("{ statements(last: 100) { pageInfo { startCursor } } }", "{}");
            String cursor = last.replaceAll("(?s).*\"startCursor\":\\s*(\"[^\"]*\").*", "$1");
            for (Map.Entry<String, String> query : KIT.entrySet()) {
                String name = query.getKey();
                String variables = query.getValue().replace("CURSOR", cursor);
                HttpRequest request = server.request(Server.queryOfKit(name), variables);
                measure(server, name, name.toUpperCase(Locale.ROOT), request, sql, bytes);
            }
        }
        sql.forEach((of, count) -> measured.put(new Count("sql", of), count));
        bytes.forEach((of, count) -> measured.put(new Count("bytes", of), count));
    }

    /** With the first compiler alone, one collector, and a heap of one size: what is allocated then depends on the code alone. */
    private Server start(Path jar, Map<String, String> settings) throws Exception {
        return Server.start(
                Server.command(jar, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms400m", "-Xmx400m"),
                settings,
                work.resolve("log"));
    }

    private static void measure(
            Server server, String name, String operation, HttpRequest request, Map<String, Long> sql, Map<String, Long> bytes)
            throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            server.send(request);
        }
        long least = Long.MAX_VALUE;
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(server.process().pid()));
        String address = machine.startLocalManagementAgent();
        machine.detach();
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            for (int round = 0; round < ROUNDS; round++) {
                Map<Long, Long> before = allocated(threads);
                for (int i = 0; i < REQUESTS; i++) {
                    server.send(request);
                }
                long all = 0;
                for (Map.Entry<Long, Long> thread : allocated(threads).entrySet()) {
                    all += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
                }
                least = Math.min(least, all / REQUESTS);
            }
        }
        bytes.put(name, least);
        sql.put(name, statements(server, operation));
    }

    /** Bytes by the id of each thread that answers. */
    private static Map<Long, Long> allocated(ThreadMXBean threads) {
        ThreadInfo[] infos = threads.getThreadInfo(threads.getAllThreadIds());
        long[] ids = Arrays.stream(infos)
                .filter(info -> info != null && ANSWERS.matcher(info.getThreadName()).matches())
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            allocated.put(ids[i], Math.max(0, bytes[i]));
        }
        return allocated;
    }

    /** What the log says of the last execution of the operation. */
    private static long statements(Server server, String operation) throws Exception {
        Pattern line = Pattern.compile("query " + operation + " ok: .*\\bsql=(\\d+)");
        for (int i = 0; i < 100; i++) {
            long last = -1;
            for (Matcher found = line.matcher(Files.readString(server.log())); found.find(); ) {
                last = Long.parseLong(found.group(1));
            }
            if (last >= 0) {
                return last;
            }
            Thread.sleep(20); // lines are written some milliseconds after the answer
        }
        throw new IllegalStateException("the log has no line of " + operation);
    }

    private void measureStart(Path executable) throws Exception {
        if (executable == null) {
            remarks.add("There is no executable in target, so that no start was counted.");
            return;
        }
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            remarks.add("There is no /proc here, so that no start was counted.");
            return;
        }
        Map<String, String> settings = Map.of("PARLEY_DATA_DIRECTORY", work.resolve("data-of-start").toString());
        long[] faults = new long[STARTS];
        for (int i = -1; i < STARTS; i++) { // the first one makes the database
            try (Server server = Server.start(List.of(executable.toAbsolutePath().toString()), settings, work.resolve("log"))) {
                if (i >= 0) {
                    faults[i] = server.faults();
                }
            }
        }
        measured.put(new Count("start", "faults"), median(faults));
        if (!countsInstructions()) {
            remarks.add("perf can't count instructions here, so that those of a start were not counted.");
            return;
        }
        long[] instructions = new long[STARTS];
        Path counts = work.resolve("perf");
        List<String> command = List.of(
                "perf", "stat", "-x", ",", "-e", "instructions:u", "-o", counts.toString(), executable.toAbsolutePath().toString());
        for (int i = 0; i < STARTS; i++) {
            try (Server server = Server.start(command, settings, work.resolve("log"))) {
                server.process().children().forEach(ProcessHandle::destroy); // perf ends with it and writes its counts
                server.process().waitFor();
            }
            instructions[i] = instructions(Files.readString(counts));
        }
        measured.put(new Count("start", "instructions"), median(instructions));
    }

    private boolean countsInstructions() throws InterruptedException, IOException {
        Path counts = work.resolve("perf");
        try {
            Process perf = new ProcessBuilder("perf", "stat", "-x", ",", "-e", "instructions:u", "-o", counts.toString(), "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return perf.waitFor() == 0 && instructions(Files.readString(counts)) > 0;
        } catch (IOException e) {
            return false; // perf is not installed
        }
    }

    /** From {@code perf stat -x ,}; 0 if it did not count. */
    private static long instructions(String counts) {
        Matcher line = Pattern.compile("(?m)^(\\d+),.*instructions").matcher(counts);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
