import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Parley that a benchmark has started on a free port, and asks one question after the other over one connection. Both caches are off
 * ({@code PARLEY_CACHE_ANSWERS=0}, {@code PARLEY_CACHE_RECORDS=0}) unless the settings say otherwise.
 */
final class Server implements AutoCloseable {
    private static final Pattern QUERY = Pattern.compile("```graphql\n(query (\\w+).*?)```", Pattern.DOTALL);

    /** The token of the EDITOR in {@link #CURATORS}. */
    static final String TOKEN = "parley_" + "maria".repeat(9).substring(0, 43);

    /** The file of curators that the tests have, too. */
    static final Path CURATORS = Path.of("src/test/resources/curators.json").toAbsolutePath();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Process process;
    private final Path log;

    private Server(int port, Process process, Path log) {
        this.address = URI.create("http://127.0.0.1:" + port + "/graphql");
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program and waits until it answers.
     *
     * @param command the program, with its options
     * @param settings environment variables, such as PARLEY_DATA_DIRECTORY
     * @param log the file that it writes to
     */
    static Server start(List<String> command, Map<String, String> settings, Path log)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PARLEY_HTTP_HOST", "127.0.0.1");
        builder.environment().put("PARLEY_HTTP_PORT", String.valueOf(port));
        builder.environment().put("PARLEY_CACHE_ANSWERS", "0");
        builder.environment().put("PARLEY_CACHE_RECORDS", "0");
        builder.environment().putAll(settings);
        Server server = new Server(port, builder.start(), log);
        while (true) {
            if (!server.process.isAlive()) {
                throw new IllegalStateException(String.join(" ", command) + " has ended:\n" + Files.readString(log));
            }
            try {
                server.ask("query Begin { rounds(first: 1) { nodes { id } } }", "{}");
                return server;
            } catch (IOException e) {
                Thread.sleep(2); // not listening yet
            }
        }
    }

    Process process() {
        return process;
    }

    Path log() {
        return log;
    }

    /**
     * The answer's body.
     *
     * @param variables a JSON object
     * @throws IllegalStateException if the answer has errors
     */
    String ask(String query, String variables) throws IOException, InterruptedException {
        return send(request(query, variables));
    }

    /**
     * A request that can be sent many times.
     *
     * @param headers names and values in turn
     */
    HttpRequest request(String query, String variables, String... headers) {
        String body = "{\"query\": \"" + query.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + "\", \"variables\": " + variables + "}";
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Minor page faults until now (Linux only): pages of memory that were touched for the first time, or mapped from a file in memory. */
    long faults() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
    }

    /**
     * CPU time in nanoseconds of all threads that live now, but those that compile: what they do is not a part of a request (Linux only).
     */
    long cpu() throws IOException {
        long nanoseconds = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                try {
                    if (!Files.readString(task.resolve("comm")).matches("(?s)C[12] Compiler.*")) {
                        nanoseconds += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
                    }
                } catch (IOException e) {
                    // The thread has ended.
                }
            }
        }
        return nanoseconds;
    }

    /** Ends the program. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** The command that runs a program, the path of a jar or of an executable. */
    static List<String> command(Path program, String... optionsOfJava) {
        List<String> command = new ArrayList<>();
        if (program.toString().endsWith(".jar")) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(optionsOfJava));
            command.add("-jar");
        }
        command.add(program.toAbsolutePath().toString());
        return command;
    }

    /** The executable in {@code target}; null if there is none. */
    static Path executable() throws IOException {
        if (!Files.isDirectory(Path.of("target"))) {
            return null;
        }
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-runner"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Prepares a record of a size, which is a number of statements: {@code size} writes one of {@code LargeRecord}, and {@code size=DATA,SEED}
     * copies the database of DATA, which holds the record of the seed folder SEED already.
     *
     * @param data the data folder; it exists, and is empty
     * @param seed where the folder of a record that is written is to be
     * @return the folder of the seed
     */
    static Path record(String size, Path data, Path seed) throws IOException, InterruptedException {
        String[] parts = size.split("[=,]");
        if (parts.length == 3) {
            Files.copy(Path.of(parts[1], "parley.mv.db"), data.resolve("parley.mv.db"));
            return Path.of(parts[2]).toAbsolutePath();
        }
        run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "bench/LargeRecord.java",
                seed.toString(),
                parts[0]);
        return seed;
    }

    /** The README's queries, by the names of their operations. */
    static Map<String, String> queriesOfReadme() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher query = QUERY.matcher(Files.readString(Path.of("README.md")));
        while (query.find()) {
            queries.put(query.group(2), query.group(1));
        }
        return queries;
    }

    /** A query of the bench kit, such as q1. */
    static String queryOfKit(String name) throws IOException {
        return Files.readString(Path.of("bench/targets/queries/" + name + ".graphql"));
    }

    static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " has failed");
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
