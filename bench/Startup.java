import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures startup: the time from the start of the process to the first correct answer of the README's first query. All candidates
 * take turns in one run, so that they can be compared. Linux only: resident memory (VmRSS), page faults and CPU time are read from
 * /proc right after the answer.
 *
 * <p>{@code bench/startup [runs]}: the native executable and the JVM build, each with an empty data folder (first start) and with
 * one that holds the record (later start), and a server of Vert.x alone on the JVM as a lower bound ({@code Floor}).
 *
 * <p>{@code bench/tunings [runs] [program...] [--beside program...]}: later starts of each program, an executable or the jar, with
 * all tunings, with each switched off, and with none. In every round each of them starts once, in a random order. The gain of a
 * tuning is the median of the differences from the start with all tunings of the same round; "again" is such a start once more, and
 * shows the noise. Programs after {@code --beside}, such as those of another commit, are measured as they are.
 */
public class Startup {
    private static final Pattern CONSTANT = Pattern.compile("^    ([A-Z_]+)[,;]", Pattern.MULTILINE);

    /** Finds the README's first query and the path of its expected answer. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```graphql\n(.*?)```.*?\\]\\((src/test/resources/answers/\\w+\\.json)\\)", Pattern.DOTALL);

    private static final long PATIENCE = 120_000_000_000L;

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib", "main");

    private final int port;
    private final byte[] request;
    private final String answer;
    private final Path work = Files.createTempDirectory("parley-startup");

    private Startup(int port) throws IOException {
        this.port = port;
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        if (!example.find()) {
            throw new IllegalStateException("the README has no query with a link to its answer");
        }
        String expected = Files.readString(Path.of(example.group(2)));
        byte[] body = ("{\"query\": \"" + example.group(1).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        this.answer = bare(expected);
        Files.writeString(work.resolve("answer.json"), expected);
    }

    public static void main(String... arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean isOfTunings = words.remove("--tunings");
        int runs = words.isEmpty() || !words.get(0).matches("\\d+") ? 10 : Integer.parseInt(words.remove(0));
        if (isOfTunings) {
            int end = words.indexOf("--beside");
            List<String> programs = end < 0 ? words : words.subList(0, end);
            new Startup(port)
                    .compareTunings(
                            runs,
                            programs.isEmpty() ? programs() : programs,
                            end < 0 ? List.of() : words.subList(end + 1, words.size()));
        } else {
            new Startup(port).run(runs);
        }
    }

    private static List<String> programs() throws IOException {
        return Stream.concat(executables().stream(), Stream.of(JAR)).map(Path::toString).toList();
    }

    /** @param off what the property {@code parley.tunings.off} says; null if it is not set */
    private static List<String> command(String program, String off) {
        List<String> command = new ArrayList<>();
        if (program.endsWith(".jar")) {
            command.add(ProcessHandle.current().info().command().orElse("java"));
        } else {
            command.add(Path.of(program).toAbsolutePath().toString());
        }
        if (off != null) {
            command.add("-Dparley.tunings.off=" + off);
        }
        if (program.endsWith(".jar")) {
            command.addAll(List.of("-jar", Path.of(program).toAbsolutePath().toString()));
        }
        return command;
    }

    private void compareTunings(int runs, List<String> programs, List<String> beside) throws Exception {
        List<String> tunings = CONSTANT
                .matcher(Files.readString(Path.of("src/main/java/org/parley/tuning/Tuning.java")))
                .results()
                .map(constant -> constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        Map<Candidate, Candidate> withAll = new LinkedHashMap<>();
        for (String program : programs) {
            Candidate all = new Candidate(program + ", all tunings", command(program, null), false);
            withAll.put(all, all);
            withAll.put(new Candidate("  again", command(program, null), false), all);
            for (String tuning : tunings) {
                withAll.put(new Candidate("  without " + tuning, command(program, tuning), false), all);
            }
            withAll.put(new Candidate("  without any", command(program, "all"), false), all);
            for (String other : beside) {
                if (other.endsWith(".jar") == program.endsWith(".jar")) {
                    withAll.put(new Candidate("  " + other, command(other, null), false), all);
                }
            }
        }
        List<Candidate> candidates = List.copyOf(withAll.keySet());
        List<Candidate> order = new ArrayList<>(candidates);
        Random random = new Random(runs);
        for (int run = 0; run <= runs; run++) {
            Collections.shuffle(order, random);
            for (Candidate candidate : order) {
                // one folder for each: another version might make the tables anew
                Start start = start(candidate.command, work.resolve("data-" + candidates.indexOf(candidate)));
                if (run > 0) {
                    candidate.starts.add(start);
                }
            }
        }
        System.out.printf(
                "%-60s %8s %8s %8s %8s %8s    and more than with all: %7s %7s %7s %7s%n",
                "median of " + runs, "ms", "least", "ms CPU", "MB", "faults", "ms", "ms CPU", "MB", "faults");
        withAll.forEach((candidate, all) -> System.out.printf(
                "%-60s %8.1f %8.1f %8.1f %8.1f %8.0f %31.1f %7.1f %7.1f %7.0f%n",
                candidate.name,
                candidate.median(Start::wall),
                candidate.starts.stream().mapToDouble(Start::wall).min().orElseThrow(),
                candidate.median(Start::cpu),
                candidate.median(Start::memory),
                candidate.median(Start::faults),
                candidate.medianMoreThan(all, Start::wall),
                candidate.medianMoreThan(all, Start::cpu),
                candidate.medianMoreThan(all, Start::memory),
                candidate.medianMoreThan(all, Start::faults)));
        delete(work);
    }

    /** A program to be measured: its name, its command, and whether each start gets an empty data folder. */
    private record Candidate(String name, List<String> command, boolean isFirst, List<Start> starts) {
        Candidate(String name, List<String> command, boolean isFirst) {
            this(name, command, isFirst, new ArrayList<>());
        }

        double median(ToDoubleFunction<Start> of) {
            return median(starts.stream().mapToDouble(of).toArray());
        }

        /** The median of the differences of each round. */
        double medianMoreThan(Candidate other, ToDoubleFunction<Start> of) {
            return median(IntStream.range(0, starts.size())
                    .mapToDouble(run -> of.applyAsDouble(starts.get(run)) - of.applyAsDouble(other.starts.get(run)))
                    .toArray());
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    }

    /** Wall-clock time and CPU time in milliseconds, resident memory in MiB, minor page faults. */
    private record Start(double wall, double cpu, double memory, double faults) {}

    private void run(int runs) throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        String libraries;
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            libraries = jars.map(Path::toString).collect(Collectors.joining(":"));
        }
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", work.toString(), "-cp", libraries, "bench/Floor.java");
        if (compiled != 0) {
            throw new IllegalStateException("bench/Floor.java could not be compiled");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Path executable : executables()) {
            String name = "native " + executable.getFileName();
            candidates.add(new Candidate(name + ", first start", List.of(executable.toString()), true));
            candidates.add(new Candidate(name + ", later start", List.of(executable.toString()), false));
        }
        List<String> jvm = List.of(java, "-jar", JAR.toAbsolutePath().toString());
        candidates.add(new Candidate("JVM, first start", jvm, true));
        Candidate later = new Candidate("JVM, later start", jvm, false);
        candidates.add(later);
        Candidate floor = new Candidate(
                "floor: Vert.x alone, JVM",
                List.of(java, "-cp", work + ":" + libraries, "Floor", "" + port, work.resolve("answer.json") + ""),
                false);
        candidates.add(floor);
        for (int run = 0; run <= runs; run++) {
            for (Candidate candidate : candidates) {
                Path data = work.resolve("data-" + candidates.indexOf(candidate));
                if (candidate.isFirst) {
                    delete(data);
                }
                Start start = start(candidate.command, data);
                if (run > 0) { // the first round warms the page cache and fills the data folders of later starts
                    candidate.starts.add(start);
                }
            }
        }
        System.out.printf(
                "%-52s %9s %9s %9s %9s %12s %9s%n",
                "median of " + runs, "ms", "ms CPU", "MB", "faults", "of JVM later", "of floor");
        for (Candidate candidate : candidates) {
            double wall = candidate.median(Start::wall);
            System.out.printf(
                    "%-52s %9.1f %9.1f %9.1f %9.0f %12s %9.2f%n",
                    candidate.name,
                    wall,
                    candidate.median(Start::cpu),
                    candidate.median(Start::memory),
                    candidate.median(Start::faults),
                    wall < later.median(Start::wall)
                            ? "1/%.1f".formatted(later.median(Start::wall) / wall)
                            : "%.2f".formatted(wall / later.median(Start::wall)),
                    wall / floor.median(Start::wall));
        }
        for (Path executable : executables()) {
            System.out.printf("%s: %.1f MB%n", executable, Files.size(executable) / 1e6);
        }
        delete(work);
    }

    private static List<Path> executables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty() || !Files.exists(JAR)) {
                throw new IllegalStateException(
                        "build both first: ./mvnw package -DskipTests && ./mvnw package -DskipTests -Dnative");
            }
            return found;
        }
    }

    private Start start(List<String> command, Path data) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output.log").toFile());
        builder.environment().put("PARLEY_DATA_DIRECTORY", data.toString());
        builder.environment().put("PARLEY_HTTP_PORT", String.valueOf(port));
        builder.environment().put("PARLEY_HTTP_HOST", "127.0.0.1");
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!isAnswered()) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                    throw new IllegalStateException(
                            String.join(" ", command) + " does not answer:\n" + Files.readString(work.resolve("output.log")));
                }
                Thread.sleep(0, 200_000);
            }
            return new Start((System.nanoTime() - begin) / 1e6, cpu(process), memory(process), faults(process));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Whether the query was answered; false while nothing listens on the port. A wrong answer is an exception. */
    private boolean isAnswered() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            InputStream in = socket.getInputStream();
            String response = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!bare(response).endsWith(answer)) {
                throw new IllegalStateException("not the README's answer: " + response);
            }
            return true;
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private static String bare(String json) {
        return json.replaceAll("\\s", "");
    }

    private static double memory(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** CPU time of all live threads in milliseconds; schedstat counts nanoseconds where /proc/PID/stat has a resolution of 10 ms. */
    private static double cpu(Process process) throws IOException {
        List<Path> threads;
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            threads = tasks.toList();
        }
        double nanoseconds = 0;
        for (Path thread : threads) {
            try {
                nanoseconds += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            } catch (IOException e) {
                // The thread has ended.
            }
        }
        return nanoseconds / 1e6;
    }

    /** Those that no disk was needed for, nearly all: a page of memory that was touched for the first time. */
    private static double faults(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return Double.parseDouble(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
