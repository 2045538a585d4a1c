package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.parley.TestDatabase;

/**
 * The packaged program, started as its user starts it: a process of its own, in a working directory of its own.
 *
 * <p>That is the executable that the system property {@code native.image.path} names, or else the jar.
 */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A command that has another one hear SIGHUP again. */
    private static final List<String> HEARING = List.of("env", "--default-signal=HUP");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** By chance, since tests of another copy may run beside these. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(15_000, 25_000));

    private final Process process;
    private final int port;
    private final Path output;

    private Program(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** How to start it; each method answers the same launch, told one thing more. */
    public static final class Launch {
        private final Path home;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> before = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private int port = freePort();

        private Launch(Path home) {
            this.home = home;
            if (TestDatabase.isPostgres()) {
                with("PARLEY_DATABASE_URL", TestDatabase.of(home));
                with("PARLEY_DATABASE_USER", TestDatabase.USER);
                with("PARLEY_DATABASE_PASSWORD", TestDatabase.PASSWORD);
            }
        }

        public Launch with(String variable, Object value) {
            environment.put(variable, value.toString());
            return this;
        }

        /** A new one, beside that of the working directory. */
        Launch onOtherDatabase() {
            return TestDatabase.isPostgres()
                    ? with("PARLEY_DATABASE_URL", TestDatabase.create())
                    : with("PARLEY_DATA_DIRECTORY", "other");
        }

        public Launch onPort(int taken) {
            port = taken;
            return this;
        }

        public Launch told(String... arguments) {
            Collections.addAll(this.arguments, arguments);
            return this;
        }

        /** On a machine of this language, such as "de". */
        Launch speaking(String language) {
            String property = "-Duser.language=" + language;
            return isExecutable() ? told(property) : with("JAVA_TOOL_OPTIONS", property);
        }

        /** A command that runs the program as its last arguments. */
        Launch inside(String... command) {
            Collections.addAll(before, command);
            return this;
        }

        public Program start() {
            try {
                Path output = Files.createTempFile(home, "output", ".log");
                List<String> command = new ArrayList<>();
                if (hangUpIsIgnored()) {
                    command.addAll(HEARING);
                }
                command.addAll(before);
                command.addAll(program());
                command.addAll(arguments);
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment()
                        .keySet()
                        .removeIf(name -> name.startsWith("PARLEY_") || name.startsWith("QUARKUS_"));
                builder.environment().put("PARLEY_HTTP_HOST", "localhost");
                builder.environment().put("PARLEY_HTTP_PORT", Integer.toString(port));
                builder.environment().putAll(environment);
                return new Program(builder.start(), port, output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the tests run under nohup, or below something that does: what they start would ignore SIGHUP too. */
    private static boolean hangUpIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> Long.parseUnsignedLong(line.replaceAll("SigIgn:\\s*", ""), 16) % 2 == 1);
    }

    /** @param home the working directory */
    public static Launch in(Path home) {
        return new Launch(home);
    }

    /**
     * A port that nothing listens on, of those that no system gives to clients (Linux: from 32,768): one of these could
     * be taken by any connection before the program listens on it.
     */
    static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Another program's: the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static boolean isExecutable() {
        return !System.getProperty("native.image.path", "").isBlank();
    }

    static List<String> program() {
        String tunings = "-Dparley.tunings.off=" + System.getProperty("parley.tunings.off", "");
        if (isExecutable()) {
            return List.of(
                    Path.of(System.getProperty("native.image.path"))
                            .toAbsolutePath()
                            .toString(),
                    tunings);
        }
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        assertThat(jar).as("the packaged program: ./mvnw package").isRegularFile();
        // The first compiler alone and one collector halve the time of a start, of which there are many here.
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                tunings,
                "-jar",
                jar.toString());
    }

    public int port() {
        return port;
    }

    /** Waits until it answers, if only that it answers curators alone; fails if it ends before. */
    public Program ready() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                int status = post("{ __typename }").statusCode();
                if (status == 200 || status == 401) {
                    return this;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            if (endsWithin(Duration.ofMillis(50))) {
                throw new AssertionError("the program ended with " + process.exitValue() + ":\n" + output());
            }
        }
        throw new AssertionError("the program is not ready after " + PATIENCE + ":\n" + output());
    }

    /** The message of the first error. */
    String errorOf(String query) {
        try {
            return JsonPath.from(post(query).body()).getString("errors[0].message");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's {@code data}. */
    public JsonPath ask(String query) {
        try {
            HttpResponse<String> response = post(query);
            JsonPath json = JsonPath.from(response.body());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(json.getList("errors")).as(response.body()).isNull();
            return json.setRootPath("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole answer to a request with a token.
     *
     * @throws IOException if it does not answer, for example since it was killed meanwhile
     */
    public JsonPath ask(String query, String token) throws IOException {
        return JsonPath.from(post(query, "Bearer " + token).body());
    }

    private HttpResponse<String> post(String query) throws IOException {
        return post(query, null);
    }

    private HttpResponse<String> post(String query, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return HTTP.send(
                    request.header("Content-Type", "application/json")
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofString("{\"query\": \"" + query.replace("\"", "\\\"") + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It ends by itself, not with 0, and prints this sentence and no stack trace. */
    public void failsWith(String sentence) {
        assertThat(exitCode()).as(output()).isEqualTo(1);
        assertThat(output())
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("Caused by");
    }

    /** Waits for the end. */
    public int exitCode() {
        assertThat(endsWithin(PATIENCE))
                .as("the program is still running:\n" + output())
                .isTrue();
        return process.exitValue();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a GET of this path answers, whatever its status. */
    public String get(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has printed this so many times. */
    void prints(String text, int times) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (output().split(Pattern.quote(text), -1).length <= times) {
            assertThat(System.nanoTime()).as(text + " is not in:\n" + output()).isLessThan(deadline);
            assertThat(endsWithin(Duration.ofMillis(50)))
                    .as("it ended:\n" + output())
                    .isFalse();
        }
    }

    void prints(String text) {
        prints(text, 1);
    }

    /** SIGHUP. */
    void hangUp() {
        try {
            assertThat(new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and no waiting. */
    public void terminate() {
        process.destroy();
    }

    /** @param name of the signal, as INT */
    public void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until this is in what it printed. */
    Program printed(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(text)) {
            assertThat(System.nanoTime()).as(output()).isLessThan(deadline);
            assertThat(endsWithin(Duration.ofMillis(20))).as(output()).isFalse();
        }
        return this;
    }

    /** SIGTERM. */
    public int stop() {
        terminate();
        return exitCode();
    }

    /** SIGKILL: no hook runs, nothing is written any more. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
