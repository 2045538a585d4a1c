import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a Parley that clients change, again and again, and looks whether anything is lost: {@code bench/kills [kills] [program]}; 300 kills of
 * the executable in {@code target}, or of the jar, if they are left out. Eight clients send changes of two new records each; after 0 to 300 ms
 * the program gets SIGKILL, every other time not before one is accepted; and every fifth time once more during the next start. After that, every change that was answered as accepted must be there, with both records, once; one
 * that was sent and not answered must be there whole or not at all, and is sent again with its key. Every 25 kills, and at the end, the
 * command {@code check} must find journal and database equal; before it, the database is taken away every other time. The exit status is 1
 * if anything is lost, doubled or half. It prints how long the starts took, too.
 */
public class Kills {
    private static final int CLIENTS = 8;
    private static final int LONGEST = 300;
    private static final int BETWEEN_CHECKS = 25;
    private static final Pattern CHANGE = Pattern.compile("\\{\"number\":(\\d+),\"edits\":\\[(.*?)]}");
    private static final Pattern ID = Pattern.compile("\"id\":\"issue/([^\"]*)-[ab]\"");
    private static final Pattern ACCEPTED = Pattern.compile("\"replayed\":(true|false),\"change\":\\{\"number\":(\\d+)}");

    private final Path program;
    private final Path home;
    private final Map<String, String> settings;
    private final Random random = new Random(7);

    /** The number of each change that was answered, by its key. */
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();

    /** The keys of changes that were sent, and not answered before the kill. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    private final Map<String, Long> found = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private long last;
    private int resent;
    private int replayed;

    private Kills(Path program, Path home) {
        this.program = program;
        this.home = home;
        this.settings =
                Map.of("PARLEY_DATA_DIRECTORY", home.toString(), "PARLEY_CURATORS", Server.CURATORS.toString());
    }

    public static void main(String... arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        Path built = Server.executable();
        Path program = arguments.length > 1
                ? Path.of(arguments[1])
                : built != null ? built : Path.of("target/quarkus-app/quarkus-run.jar");
        Path home = Files.createTempDirectory("parley-kills");
        boolean isWhole = false;
        try {
            isWhole = new Kills(program, home).run(kills);
        } finally {
            if (isWhole) {
                Server.delete(home);
            } else {
                System.out.println("The data folder is kept: " + home);
            }
        }
        System.exit(isWhole ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        for (int round = 0; round < kills; round++) {
            try (Server server = start()) {
                look(server);
                change(server, round);
            }
            if (round % 5 == 4) {
                killStart();
            }
            if ((round + 1) % BETWEEN_CHECKS == 0) {
                if ((round + 1) / BETWEEN_CHECKS % 2 == 0) {
                    Files.deleteIfExists(home.resolve("parley.mv.db"));
                }
                check();
                System.out.printf(
                        "%d kills: %d changes accepted, %d faults%n", round + 1, accepted.size(), faults.size());
            }
        }
        try (Server server = start()) {
            look(server);
        }
        check();
        starts.sort(null);
        System.out.printf(
                "%d kills, %d clients: %d changes accepted, %d sent again after a kill, of which %d had been accepted%n",
                kills, CLIENTS, accepted.size(), resent, replayed);
        System.out.printf(
                "a start took %d ms (median), %d ms (longest)%n",
                starts.get(starts.size() / 2), starts.get(starts.size() - 1));
        System.out.println(faults.isEmpty() ? "nothing lost, nothing doubled, nothing half" : faults.size() + " faults:");
        faults.stream().limit(20).forEach(System.out::println);
        return faults.isEmpty();
    }

    private Server start() throws Exception {
        long began = System.nanoTime();
        Server server = Server.start(Server.command(program), settings, home.resolve("parley.log"));
        starts.add((System.nanoTime() - began) / 1_000_000);
        return server;
    }

    /** Kills the program while it starts, and perhaps makes the database again. */
    private void killStart() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Server.command(program))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("parley.log").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PARLEY_HTTP_PORT", "0");
        Process process = builder.start();
        Thread.sleep(random.nextInt((int) Math.max(50, starts.get(starts.size() - 1))));
        process.destroyForcibly().waitFor();
    }

    /** Sends changes until the program is killed. */
    private void change(Server server, int round) throws Exception {
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String name = "k" + round + "c" + client + "n";
            Thread thread = new Thread(() -> {
                for (int i = 0; send(server, name + i) != null; i++) {
                    // Until it is killed.
                }
            });
            clients.add(thread);
            thread.start();
        }
        int before = accepted.size();
        while (round % 2 == 0 && accepted.size() == before) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(LONGEST + 1));
        server.process().destroyForcibly().waitFor();
        for (Thread thread : clients) {
            thread.join();
        }
    }

    /** @return whether the change had been accepted before; null if there was no answer */
    private Boolean send(Server server, String key) {
        unanswered.add(key);
        String edits = "";
        for (String part : List.of("a", "b")) {
            edits += " { issue: { id: \"" + key + "-" + part + "\", name: \"Issue " + key + part
                    + "\", description: \"Made up.\", citations: [{ source: \"first-day-ends\", locator: \"line 3\" }] } }";
        }
        HttpRequest request = server.request(
                "mutation { change(summary: \"a kill\", idempotencyKey: \"" + key + "\", edits: [" + edits
                        + "]) { replayed change { number } userErrors { message } } }",
                "{}",
                "Authorization",
                "Bearer " + Server.TOKEN);
        String answer;
        try {
            answer = server.send(request);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Matcher made = ACCEPTED.matcher(answer);
        if (!made.find()) {
            throw new IllegalStateException(answer);
        }
        accepted.put(key, Long.parseLong(made.group(2)));
        unanswered.remove(key);
        return made.group(1).equals("true");
    }

    /** Compares the changes since the last look with those that were accepted, and sends again what was not answered. */
    private void look(Server server) throws Exception {
        Map<String, Long> fresh = new HashMap<>();
        for (String page = ""; !page.equals("[]"); ) {
            String answer = server.ask(
                    "{ changes(since: " + last + ", first: 100) { nodes { number edits { id } } } }", "{}");
            page = answer.substring(answer.indexOf('['), answer.lastIndexOf(']') + 1);
            Matcher change = CHANGE.matcher(page);
            while (change.find()) {
                last = Long.parseLong(change.group(1));
                Set<String> keys = new HashSet<>();
                int records = 0;
                for (Matcher id = ID.matcher(change.group(2)); id.find(); records++) {
                    keys.add(id.group(1));
                }
                String key = keys.iterator().next();
                if (keys.size() != 1 || records != 2) {
                    faults.add("half: change " + last + " " + change.group(2));
                }
                if (found.put(key, last) != null) {
                    faults.add("doubled: " + key);
                }
                fresh.put(key, last);
            }
        }
        accepted.forEach((key, number) -> {
            if (!number.equals(found.get(key))) {
                faults.add("lost: " + key + ", accepted as change " + number + ", found as " + found.get(key));
            }
        });
        Set<String> again = new HashSet<>(unanswered);
        fresh.keySet().stream()
                .filter(key -> !accepted.containsKey(key) && !again.contains(key))
                .forEach(key -> faults.add("never sent: " + key));
        for (String key : again) {
            resent++;
            Boolean wasThere = send(server, key);
            if (wasThere == null) {
                faults.add("not answered: " + key);
            } else if (wasThere != fresh.containsKey(key)) {
                faults.add((wasThere ? "replayed, but not there: " : "there, but not replayed: ") + key);
            } else if (wasThere) {
                replayed++;
            }
        }
    }

    /** The command {@code check}. */
    private void check() throws Exception {
        List<String> command = new ArrayList<>(Server.command(program));
        command.add("check");
        Path log = home.resolve("check.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        // It compares the two only if the program ended in order: after a kill the next start makes the database again.
        start().close();
        if (builder.start().waitFor() != 0) {
            faults.add("check: " + Files.readString(log).strip());
        }
    }
}
