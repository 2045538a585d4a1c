import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the latency of the README's queries: {@code java bench/Measure.java [executable]}, on the JVM build if no executable is
 * given.
 *
 * <p>It sends every query 1,500 times, one at a time, and prints the median of the last 500, after warm-up, and the resident memory
 * (VmRSS from /proc, Linux only) before and after.
 */
public class Measure {
    private static final Pattern EXAMPLE = Pattern.compile("##+ (.*?)\n|```graphql\n(.*?)```", Pattern.DOTALL);
    private static final String FIRST_QUESTION = "{ round(id: \"abu-dhabi-2\") { start } }";
    private static final String FIRST_ANSWER = "2026-02-04";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private final List<String> command;

    private Measure(int port, List<String> command) {
        this.port = port;
        this.command = command;
    }

    public static void main(String... arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String java = ProcessHandle.current().info().command().orElse("java");
        new Measure(
                        port,
                        arguments.length > 0
                                ? List.of(Path.of(arguments[0]).toAbsolutePath().toString())
                                : List.of(java, "-jar", "target/quarkus-app/quarkus-run.jar"))
                .run();
    }

    private void run() throws Exception {
        Path data = Files.createTempDirectory("parley-measure");
        Started started = start(data);
        System.out.printf("memory        %7.0f MB resident after the first answer%n", started.residentMegabytes());
        System.out.println("queries of the README, median of the last 500 of 1,500, one client:");
        for (Map.Entry<String, String> query : queries().entrySet()) {
            double[] times = new double[1500];
            for (int i = 0; i < times.length; i++) {
                long begin = System.nanoTime();
                ask(query.getValue());
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            System.out.printf("%9.2f ms  %s%n", median(Arrays.copyOfRange(times, 1000, 1500)), query.getKey());
        }
        System.out.printf("memory        %7.0f MB resident after the queries%n", started.residentMegabytes());
        started.stop();
        delete(data);
    }

    private record Started(Process process) {
        double residentMegabytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }

        void stop() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    private Started start(Path data) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PARLEY_DATA_DIRECTORY", data.toString());
        builder.environment().put("PARLEY_HTTP_PORT", String.valueOf(port));
        builder.environment().put("PARLEY_HTTP_HOST", "127.0.0.1");
        Process process = builder.start();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended with " + process.exitValue());
            }
            try {
                if (ask(FIRST_QUESTION).contains(FIRST_ANSWER)) {
                    return new Started(process);
                }
            } catch (IOException e) {
                Thread.sleep(1); // not listening yet
            }
        }
    }

    private String ask(String query) throws IOException, InterruptedException {
        String body = "{\"query\": \"" + query.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.body().contains("\"errors\"")) {
            throw new IllegalStateException(response.body());
        }
        return response.body();
    }

    private static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        String title = null;
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                title = matcher.group(1);
            } else {
                queries.put(title, matcher.group(2));
            }
        }
        return queries;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
