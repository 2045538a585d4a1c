import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what the log costs a request: {@code bench/log [seconds] [program]}. One program after the other runs with a line for each operation as
 * text, as JSON, and without; in turn, each is sent the query {@code { __typename }} by 16 connections, executed each time and from the cache of
 * answers. It prints CPU time per request, of the whole process and by the thread that writes the log (Linux only: from /proc), as the median of
 * five rounds after two of warm-up. The log goes to a file.
 */
public class LogCost {
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final String BODY = "{\"query\": \"query Log { __typename }\"}";
    private static final byte[] REQUEST = ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    /** In /proc, CPU time is counted in hundredths of a second. */
    private static final double TICK = 10;

    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        String program = arguments.length > 1 ? arguments[1] : "target/quarkus-app/quarkus-run.jar";
        Path work = Files.createTempDirectory("parley-log");
        Map<String, Server> servers = new LinkedHashMap<>();
        try {
            for (String cache : List.of("0", "32M")) {
                String answers = cache.equals("0") ? "executed" : "kept";
                servers.put(answers + ", no lines", new Server(program, work, "text", "OFF", cache));
                servers.put(answers + ", text", new Server(program, work, "text", "INFO", cache));
                servers.put(answers + ", JSON", new Server(program, work, "json", "INFO", cache));
            }
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (Server server : servers.values()) {
                    server.load(seconds, round >= WARM_UP);
                }
            }
            System.out.println("CPU ms a request       whole process  writing the log  requests/s");
            servers.forEach((name, server) -> System.out.printf(
                    "%-22s %13.4f %16.4f %11.0f%n",
                    name, median(server.cpu), median(server.cpuOfLog), median(server.rates)));
        } finally {
            for (Server server : servers.values()) {
                server.process.destroy();
                server.process.waitFor();
            }
            delete(work);
        }
    }

    private static final class Server {
        private final int port;
        private final Process process;
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> cpuOfLog = new ArrayList<>();
        private final List<Double> rates = new ArrayList<>();

        Server(String program, Path work, String format, String operations, String cache) throws Exception {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            String java = ProcessHandle.current().info().command().orElse("java");
            ProcessBuilder builder = new ProcessBuilder(
                            program.endsWith(".jar") ? List.of(java, "-Xmx256m", "-jar", program) : List.of(program))
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("log-" + port).toFile());
            Map<String, String> environment = builder.environment();
            environment.put("PARLEY_DATA_DIRECTORY", work.resolve("data-" + port).toString());
            environment.put("PARLEY_HTTP_PORT", String.valueOf(port));
            environment.put("PARLEY_HTTP_HOST", "127.0.0.1");
            environment.put("PARLEY_LOG_FORMAT", format);
            environment.put("PARLEY_LOG_OPERATIONS", operations);
            environment.put("PARLEY_CACHE_ANSWERS", cache);
            process = builder.start();
            while (true) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the program ended with " + process.exitValue());
                }
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    return;
                } catch (IOException e) {
                    Thread.sleep(20); // not listening yet
                }
            }
        }

        void load(int seconds, boolean counts) throws Exception {
            double before = cpu("");
            double logBefore = cpu("operation-log");
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            long[] done = new long[CONNECTIONS];
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int client = i;
                Thread thread = new Thread(() -> done[client] = ask(end));
                thread.start();
                clients.add(thread);
            }
            for (Thread client : clients) {
                client.join();
            }
            // The last lines are written up to 10 ms later.
            Thread.sleep(50);
            long requests = Arrays.stream(done).sum();
            if (requests == 0 || Arrays.stream(done).anyMatch(each -> each < 0)) {
                throw new IllegalStateException("a request was not answered by 200");
            }
            if (counts) {
                cpu.add((cpu("") - before) / requests);
                cpuOfLog.add((cpu("operation-log") - logBefore) / requests);
                rates.add(requests / ((System.nanoTime() - begin) / 1e9));
            }
        }

        /** How many requests were answered until then; -1 if one was not. */
        private long ask(long end) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream();
                byte[] answer = new byte[8192];
                long done = 0;
                while (System.nanoTime() < end) {
                    out.write(REQUEST);
                    int length = 0;
                    // The answer is short, and ends with the brackets of its JSON.
                    while (length < 2 || answer[length - 1] != '}' || answer[length - 2] != '}') {
                        int more = in.read(answer, length, answer.length - length);
                        if (more < 0) {
                            return -1;
                        }
                        length += more;
                    }
                    if (answer[9] != '2' || answer[11] != '0') {
                        return -1;
                    }
                    done++;
                }
                return done;
            } catch (IOException e) {
                return -1;
            }
        }

        /**
         * CPU time in milliseconds.
         *
         * @param thread the name of a thread; empty for the whole process
         */
        private double cpu(String thread) throws IOException {
            Path process = Path.of("/proc/" + this.process.pid());
            if (thread.isEmpty()) {
                return cpu(process.resolve("stat"));
            }
            try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
                for (Path task : tasks.toList()) {
                    if (Files.readString(task.resolve("comm")).strip().equals(thread)) {
                        return cpu(task.resolve("stat"));
                    }
                }
            }
            return 0;
        }

        private static double cpu(Path stat) throws IOException {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
