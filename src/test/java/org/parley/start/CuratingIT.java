package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Npm;
import org.parley.OnlyOn;

/** A record that people change in the packaged program: what was answered as accepted is there, whatever happens to the program. */
class CuratingIT {
    private static final String TOKEN = token("maria");
    private static final Path CURATORS =
            Path.of("src/test/resources/curators.json").toAbsolutePath();
    private static final int KILLS = 12;
    private static final int WRITERS = 4;

    @TempDir
    Path home;

    private static String token(String name) {
        return "parley_" + name.repeat(43).substring(0, 43);
    }

    private Program start() {
        return Program.in(home).with("PARLEY_CURATORS", CURATORS).start().ready();
    }

    private static String create(String id, String name) {
        return "mutation { change(summary: \"a test\", idempotencyKey: \"" + id + "\", edits: [{actor: {id: \"" + id
                + "\", name: \"" + name
                + "\", kind: PERSON, description: \"made up\", citations: [{source: \"first-day-ends\", locator: \"line 3\"}]}}])"
                + " { replayed change { number } userErrors { message } } }";
    }

    private static void accepted(JsonPath answer) {
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        assertThat(answer.getList("data.change.userErrors")).isEmpty();
    }

    @Test
    void a_change_is_there_after_the_end_and_without_curators() throws IOException {
        try (Program program = start()) {
            accepted(program.ask(create("a-mediator", "A Mediator"), TOKEN));
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{actor: {id: \"ukraine\", expect: 0, name: \"Ukraina\"}}])"
                            + " { userErrors { message } } }",
                    TOKEN));
            program.stop();
        }
        try (Program program = Program.in(home).start().ready()) {
            JsonPath found = program.ask("{ actor(id: \"a-mediator\") { name lastChange { number summary } }"
                    + " ukraine: actor(id: \"ukraine\") { name } changes { totalCount } }");
            assertThat(found.getString("actor.name")).isEqualTo("A Mediator");
            assertThat(found.getInt("actor.lastChange.number")).isEqualTo(1);
            assertThat(found.getString("ukraine.name")).isEqualTo("Ukraina");
            assertThat(found.getInt("changes.totalCount")).isEqualTo(2);
        }
    }

    @Test
    void the_clients_that_people_use_watch_changes() {
        Npm npm = Npm.in("clients");
        try (Program program = start()) {
            String graphql = "http://localhost:" + program.port() + "/graphql";
            npm.node("fetch-schema.mjs", graphql + "/schema.graphql");
            npm.exec("relay-compiler");
            npm.node("live.mjs", graphql, TOKEN);
        }
    }

    @Test
    void nothing_accepted_is_lost_when_it_is_killed() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Set<String> sent = new HashSet<>();
        Random random = new Random(4);
        for (int round = 0; round < KILLS; round++) {
            try (Program program = start()) {
                assertThat(found(program)).containsAll(acknowledged).isSubsetOf(sent);
                ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
                List<Thread> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = "k-" + round + "-" + writer + "-";
                    for (int i = 0; i < 200; i++) {
                        sent.add("actor/" + name + i);
                    }
                    Thread thread = new Thread(() -> {
                        try {
                            for (int i = 0; i < 200; i++) {
                                JsonPath answer = program.ask(create(name + i, "N " + i), TOKEN);
                                if (answer.get("data.change.change.number") != null) {
                                    answered.add("actor/" + name + i);
                                }
                            }
                        } catch (IOException e) {
                            // It was killed.
                            return;
                        }
                    });
                    writers.add(thread);
                    thread.start();
                }
                // Not before something is lost if it can be.
                int wanted = 1 + random.nextInt(6);
                while (answered.size() < wanted && writers.stream().anyMatch(Thread::isAlive)) {
                    Thread.sleep(1 + random.nextInt(20));
                }
                program.signal("KILL");
                for (Thread thread : writers) {
                    thread.join();
                }
                acknowledged.addAll(answered);
            }
        }
        try (Program program = start()) {
            assertThat(found(program)).containsAll(acknowledged).isSubsetOf(sent);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
            String first = acknowledged.iterator().next();
            JsonPath again =
                    program.ask(create(first.substring("actor/".length()), "N " + first.replaceAll(".*-", "")), TOKEN);
            assertThat(again.getBoolean("data.change.replayed")).isTrue();
        }
    }

    private static Set<String> found(Program program) {
        Set<String> found = new HashSet<>();
        String after = "";
        while (true) {
            JsonPath page = program.ask("{ changes(first: 100" + after
                    + ") { nodes { edits { id record { id } } } pageInfo { hasNextPage endCursor } } }");
            List<List<String>> ids = page.getList("changes.nodes.edits.record.id");
            ids.forEach(each -> {
                for (String id : each) {
                    assertThat(found.add(id)).as(id + " is there twice").isTrue();
                }
            });
            if (!page.getBoolean("changes.pageInfo.hasNextPage")) {
                return found;
            }
            after = ", after: \"" + page.getString("changes.pageInfo.endCursor") + "\"";
        }
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "PostgreSQL has no journal: its tables are the truth")
    void the_database_may_be_lost_or_old() throws IOException {
        Path data = home.resolve("data");
        Path database = data.resolve("parley.mv.db");
        Path old = home.resolve("old.mv.db");
        try (Program program = start()) {
            accepted(program.ask(create("one", "One"), TOKEN));
            program.stop();
        }
        Files.copy(database, old);
        try (Program program = start()) {
            accepted(program.ask(create("two", "Two"), TOKEN));
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{retract: {id: \"actor/one\", expect: 1}}]) { userErrors { message } } }",
                    TOKEN));
            program.stop();
        }
        Files.delete(database);
        holdsAll();
        Files.delete(database);
        Files.copy(old, database);
        holdsAll();
        // A line that was not written whole was never acknowledged.
        Path journal = data.resolve("record/changes.ndjson");
        Files.writeString(journal, Files.readString(journal) + "{\"n\":4,\"at\":");
        holdsAll();
        // A line in the middle is another matter.
        byte[] bytes = Files.readAllBytes(journal);
        int place = new String(bytes, StandardCharsets.UTF_8).indexOf("\"One\"") + 1;
        bytes[place]++;
        Files.write(journal, bytes);
        Program.in(home).start().failsWith("line 2 of");
    }

    private void holdsAll() {
        try (Program program = start()) {
            JsonPath found = program.ask(
                    "{ one: actor(id: \"one\") { id } two: actor(id: \"two\") { name lastChange { number } } changes { totalCount }"
                            + " history(id: \"actor/one\") { nodes { action } } }");
            assertThat(found.getString("one")).isNull();
            assertThat(found.getString("two.name")).isEqualTo("Two");
            assertThat(found.getInt("two.lastChange.number")).isEqualTo(2);
            assertThat(found.getInt("changes.totalCount")).isEqualTo(3);
            assertThat(found.getList("history.nodes.action")).isEqualTo(List.of("RETRACT", "CREATE"));
            program.stop();
        }
    }

    private static final String DECISIONS =
            "{ proposals { nodes { id by state decidedBy reason change { number } userErrors { code } edits { id action } } }"
                    + " changes { nodes { number proposal { id } edits { action } } } actor(id: \"one\") { id } viewer { role } }";

    @Test
    void a_proposal_and_its_decision_are_there_after_a_start_and_without_a_database() throws IOException {
        String before;
        try (Program program = start()) {
            for (String id : List.of("one", "two", "three")) {
                JsonPath proposed = program.ask(
                        create(id, id)
                                .replace("{ change(", "{ propose(")
                                .replace("replayed change { number }", "proposal { id }"),
                        token("paul"));
                assertThat(proposed.getList("data.propose.userErrors"))
                        .as(proposed.prettify())
                        .isEmpty();
            }
            program.stop();
        }
        // Also if there is no change yet, but only proposals.
        Path database = home.resolve("data/parley.mv.db");
        Files.deleteIfExists(database);
        try (Program program = start()) {
            JsonPath accepted = program.ask(
                    "mutation { accept(proposal: \"proposal/1\") { change { number } userErrors { message } } }",
                    token("rose"));
            assertThat(accepted.getInt("data.accept.change.number"))
                    .as(accepted.prettify())
                    .isEqualTo(4);
            JsonPath rejected = program.ask(
                    "mutation { reject(proposal: \"proposal/2\", reason: \"no source\") { proposal { state } userErrors { message } } }",
                    token("rose"));
            assertThat(rejected.getString("data.reject.proposal.state"))
                    .as(rejected.prettify())
                    .isEqualTo("REJECTED");
            JsonPath reverted = program.ask(
                    "mutation { revert(change: 4, summary: \"too early\") { change { number } userErrors { message } } }",
                    TOKEN);
            assertThat(reverted.getInt("data.revert.change.number"))
                    .as(reverted.prettify())
                    .isEqualTo(6);
            before = program.ask(DECISIONS, token("rita")).prettify();
            program.stop();
        }
        JsonPath told = JsonPath.from(before);
        assertThat(told.getList("data.proposals.nodes.state")).isEqualTo(List.of("ACCEPTED", "REJECTED", "OPEN"));
        assertThat(told.getList("data.changes.nodes.number")).isEqualTo(List.of(4, 6));
        assertThat(told.getString("data.changes.nodes[0].proposal.id")).isEqualTo("proposal/1");
        try (Program program = start()) {
            assertThat(program.ask(DECISIONS, token("rita")).prettify()).isEqualTo(before);
            program.stop();
        }
        if (Files.exists(database)) {
            Files.delete(database);
            try (Program program = start()) {
                assertThat(program.ask(DECISIONS, token("rita")).prettify()).isEqualTo(before);
                program.stop();
            }
        }
    }

    @Test
    void a_record_may_be_closed_to_all_others_and_ask_for_two_people() throws IOException {
        try (Program program = Program.in(home)
                .with("PARLEY_CURATORS", CURATORS)
                .with("PARLEY_READING", "token")
                .with("PARLEY_REVIEW", "true")
                .start()
                .ready()) {
            assertThat(program.errorOf("{ __typename }")).contains("not public");
            assertThat(program.get("/q/health/ready")).contains("UP");
            assertThat(program.ask("{ viewer { role } }", token("rita")).getString("data.viewer.role"))
                    .isEqualTo("READER");
            for (String name : List.of("maria", "rose")) {
                JsonPath refused = program.ask(create("one", "One"), token(name));
                assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
                assertThat(refused.getString("errors[0].message")).contains("parley.review");
            }
            JsonPath tried =
                    program.ask(create("one", "One").replace("edits:", "dryRun: true, edits:"), token("maria"));
            accepted(tried);
        }
    }

    private String says(int exitCode, String... command) {
        Program program = Program.in(home).told(command).start();
        assertThat(program.exitCode()).as(program.output()).isEqualTo(exitCode);
        return program.output();
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "PostgreSQL has no journal: its own programs back it up")
    void a_backup_is_made_beside_it_and_restored_elsewhere() throws IOException {
        Path backup = home.resolve("backup.zip");
        try (Program program = start()) {
            accepted(program.ask(create("one", "One"), TOKEN));
            assertThat(says(0, "backup", backup.toString())).contains("changes 1 to 1");
            assertThat(says(1, "backup", backup.toString())).contains("exists");
            assertThat(says(0, "check"))
                    .contains("changes 1 to 1", "in use by a running Parley", "The record is sound");
            accepted(program.ask(create("two", "Two"), TOKEN));
            program.stop();
        }
        assertThat(says(0, "check")).contains("changes 1 to 2", "The database has the same");
        assertThat(says(1, "restore", backup.toString())).contains("a data folder without a record");
        Files.move(home.resolve("data"), home.resolve("before"));
        assertThat(says(0, "restore", backup.toString())).contains("changes 1 to 1");
        try (Program program = start()) {
            JsonPath found = program.ask("{ one: actor(id: \"one\") { name } two: actor(id: \"two\") { name } }");
            assertThat(found.getString("one.name")).isEqualTo("One");
            assertThat(found.getString("two")).isNull();
            program.stop();
        }
        Path journal = home.resolve("data/record/changes.ndjson");
        Files.writeString(journal, Files.readString(journal).replace("a test", "a jest"));
        assertThat(says(1, "check")).contains("line 2 of");
    }

    @Test
    void an_export_loads_to_the_same_record() throws IOException {
        String everything =
                "{ actors(first: 100) { totalCount nodes { id name description } } statements(first: 100) { totalCount nodes { id title date } }"
                        + " search(text: \"One\") { nodes { record { id } } }"
                        + " merged: actor(id: \"rustem-umerov\") { id names { text } statements { totalCount } } }";
        String before;
        String first;
        try (Program program = start()) {
            first = program.ask(everything).prettify();
            says(0, "export", home.resolve("never-changed").toString());
            accepted(program.ask(create("one", "One"), TOKEN));
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{actor: {id: \"ukraine\", expect: 0, name: \"Ukraina\"}}]) { userErrors { message } } }",
                    TOKEN));
            accepted(program.ask(create("two", "Two"), TOKEN));
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{retract: {id: \"actor/two\", expect: 3}}]) { userErrors { message } } }",
                    TOKEN));
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{merge: {id: \"rustem-umerov\", expect: 0, into: \"kyrylo-budanov\"}}]) { userErrors { message } } }",
                    TOKEN));
            before = program.ask(everything).prettify();
            assertThat(program.ask("query @knownAt(change: 0) " + everything).prettify())
                    .isEqualTo(first);
            assertThat(says(0, "export", home.resolve("all").toString())).contains("after change 5");
            assertThat(says(0, "export", home.resolve("none").toString(), "0")).contains("after change 0");
            assertThat(says(1, "export", home.resolve("more").toString(), "6")).contains("CHANGE must be 0 to 5");
            assertThat(says(1, "export", home.resolve("all").toString())).contains("new or empty");
            assertThat(says(2, "export", home.resolve("x").toString(), "five")).contains("CHANGE");
            program.stop();
        }
        assertThat(before).isNotEqualTo(first).contains("Ukraina", "actor/kyrylo-budanov");
        assertThat(says(0, "check")).contains("The record is sound");
        try (Program program = start()) {
            assertThat(program.ask(everything).prettify()).isEqualTo(before);
            program.stop();
        }
        Files.deleteIfExists(home.resolve("data/parley.mv.db"));
        try (Program program = start()) {
            assertThat(program.ask(everything).prettify()).isEqualTo(before);
            program.stop();
        }
        assertThat(loaded("all", everything)).isEqualTo(before);
        assertThat(loaded("none", everything)).isEqualTo(first);
        assertThat(loaded("never-changed", everything)).isEqualTo(first);
    }

    @Test
    void another_edition_of_the_seed_is_taken_over() throws IOException {
        Path edition = home.resolve("edition");
        String question = "{ russia: actor(id: \"russia\") { name } ukraine: actor(id: \"ukraine\") { name } }";
        try (Program program = start()) {
            says(0, "export", edition.toString());
            accepted(program.ask(
                    "mutation { change(summary: \"a test\", edits: [{actor: {id: \"ukraine\", expect: 0, name: \"Ukraina\"}}]) { userErrors { message } } }",
                    TOKEN));
            program.stop();
        }
        Path actors = edition.resolve("actors.json");
        Files.writeString(
                actors,
                Files.readString(actors)
                        .replace("\"name\":\"Russia\"", "\"name\":\"Rossiya\"")
                        .replace("\"name\":\"Ukraine\"", "\"name\":\"Ukrayina\""));
        assertThat(rebased(0, edition, "--dry-run")).contains("Would take over", "1 corrected", "1 conflict");
        assertThat(rebased(0, edition))
                .contains("by change 2", "name of actor/ukraine is \"Ukrayina\" in the seed, and \"Ukraina\" here");
        assertThat(rebased(0, edition)).contains("there is nothing to take over");
        assertThat(home.resolve("data/parley.changing")).doesNotExist();
        assertThat(says(0, "check")).contains("The record is sound");
        Files.deleteIfExists(home.resolve("data/parley.mv.db"));
        try (Program program = start()) {
            JsonPath found = program.ask(question);
            assertThat(found.getString("russia.name")).isEqualTo("Rossiya");
            assertThat(found.getString("ukraine.name")).isEqualTo("Ukraina");
            program.stop();
        }
        assertThat(rebased(0, edition)).contains("there is nothing to take over");
        assertThat(says(2, "rebase", "edition")).contains("Usage: parley rebase");
    }

    @Test
    @OnlyOn(value = OnlyOn.Database.H2, because = "PostgreSQL has no journal: ErasureTest erases rows of its tables")
    void the_rows_of_a_retracted_record_are_erased() throws IOException {
        String edits = "mutation { change(summary: \"a test\", edits: [%s]) { userErrors { message } } }";
        Path mine = home.resolve("mine");
        says(0, "export", mine.toString());
        // It is in the base, too.
        Path actors = mine.resolve("actors.json");
        Files.writeString(
                actors,
                Files.readString(actors)
                        .replaceFirst(
                                "\\]\\s*$",
                                """
                                ,{"id":"secret","name":"A Secret","kind":"PERSON","description":"made up","countryCode":"UA",
                                "citations":[{"source":"first-day-ends","locator":"line 3"}]}
                                ]
                                """));
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", mine)
                .with("PARLEY_CURATORS", CURATORS)
                .start()
                .ready()) {
            accepted(program.ask(
                    edits.formatted("{actor: {id: \"secret\", expect: 0, description: \"A secret of the journal.\"}}"),
                    TOKEN));
            accepted(program.ask(edits.formatted("{retract: {id: \"actor/secret\", expect: 1}}"), TOKEN));
            accepted(program.ask(create("one", "One"), TOKEN));
            program.stop();
        }
        assertThat(says(1, "erase", "actor/one")).contains("must be retracted before");
        assertThat(says(0, "erase", "actor/secret")).contains("Erased 2 rows of actor/secret");
        assertThat(says(0, "erase", "actor/secret")).contains("Erased 0 rows of actor/secret");
        assertNowhere(home.resolve("data"), "A Secret", "A secret of the journal.");
        assertThat(says(0, "check")).contains("changes 1 to 3", "The record is sound");
        assertThat(says(0, "export", home.resolve("then").toString(), "1"))
                .contains("Left out, since they were erased: actor/secret");
        assertNowhere(home.resolve("then"), "A Secret", "A secret of the journal.");
        try (Program program = start()) {
            assertThat(program.ask(
                                    "{ history(id: \"actor/secret\") { nodes { action row } } one: actor(id: \"one\") { name } }")
                            .prettify())
                    .contains("RETRACT", "CORRECT", "One")
                    .doesNotContain("A Secret");
            accepted(program.ask(create("two", "Two"), TOKEN));
            says(0, "backup", home.resolve("erased.zip").toString());
            program.stop();
        }
        assertThat(says(0, "check")).contains("changes 1 to 4", "The database has the same");
        Files.move(home.resolve("data"), home.resolve("before"));
        says(0, "restore", home.resolve("erased.zip").toString());
        try (Program program = start()) {
            assertThat(program.ask("{ two: actor(id: \"two\") { name } }").getString("two.name"))
                    .isEqualTo("Two");
            program.stop();
        }
    }

    private static void assertNowhere(Path folder, String... texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(List.of(texts)).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    private String rebased(int exitCode, Path edition, String... option) {
        List<String> command = new ArrayList<>(List.of("rebase"));
        command.addAll(List.of(option));
        Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", edition)
                .told(command.toArray(new String[0]))
                .start();
        assertThat(program.exitCode()).as(program.output()).isEqualTo(exitCode);
        return program.output();
    }

    private String loaded(String folder, String question) throws IOException {
        Path other = Files.createDirectories(home.resolve("home-of-" + folder));
        try (Program program = Program.in(other)
                .with("PARLEY_SEED_DIRECTORY", home.resolve(folder))
                .start()
                .ready()) {
            return program.ask(question).prettify();
        }
    }

    @Test
    void a_record_begins_with_nothing() throws IOException {
        assertThat(says(0, "init", "mine")).contains("PARLEY_SEED_DIRECTORY=mine", "PARLEY_CURATORS");
        try (Program program = Program.in(home)
                .with("PARLEY_SEED_DIRECTORY", "mine")
                .with("PARLEY_CURATORS", CURATORS)
                .start()
                .ready()) {
            accepted(program.ask(
                    """
                    mutation { change(summary: "The first", edits: [
                      {source: {id: "a-story", label: "A story", publishedOn: "2026-02-05", dateBasis: STATED, language: "en", origin: "a-story"}},
                      {actor: {id: "a-person", name: "A Person", kind: PERSON, description: "speaks", citations: [{source: "a-story", locator: "line 1"}]}},
                      {statement: {id: "a-word", speakers: ["a-person"], kind: PARAPHRASE, summary: "says a word", date: "2026-02-05", dateBasis: STATED,
                        stance: SUPPORTS, renderings: [{source: "a-story", locator: "line 2", verbatim: false, wording: "a word"}]}}
                    ]) { userErrors { path message } } }"""
                            .replace('\n', ' '),
                    TOKEN));
            JsonPath found = program.ask("{ statements { totalCount nodes { title } } actors { totalCount } }");
            assertThat(found.getList("statements.nodes.title")).isEqualTo(List.of("A Person: says a word"));
            assertThat(found.getInt("actors.totalCount")).isEqualTo(1);
            program.stop();
            // The start tells which files are missing.
            assertThat(program.output()).doesNotContain("no rows were loaded from");
        }
    }

    @Test
    void a_subscription_tells_each_change_and_ends_with_the_program() throws Exception {
        try (Program program = start()) {
            accepted(program.ask(create("one", "One"), TOKEN));
            HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + "/graphql"))
                                    .header("Content-Type", "application/json")
                                    .header("Accept", "text/event-stream")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"query\": \"subscription { changes(since: 0) { number edits { id record { id } } } }\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            Iterator<String> lines = response.body().iterator();
            assertThat(event(lines)).contains("\"number\":1", "actor/one");
            accepted(program.ask(create("two", "Two"), TOKEN));
            assertThat(event(lines)).contains("\"number\":2", "actor/two");
            long began = System.nanoTime();
            program.stop();
            // Not after the 8 seconds that a request may take to end.
            assertThat(System.nanoTime() - began)
                    .isLessThan(Duration.ofSeconds(5).toNanos());
            assertThat(event(lines)).isEmpty();
        }
    }

    @Test
    void a_subscription_by_web_socket_tells_each_change_and_ends_with_the_program() throws Exception {
        try (Program program = start()) {
            accepted(program.ask(create("one", "One"), TOKEN));
            LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://localhost:" + program.port() + "/graphql"), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                            messages.add(text.toString());
                            from.request(1);
                            return null;
                        }

                        @Override
                        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                            messages.add("closed " + code);
                            return null;
                        }
                    })
                    .join();
            socket.sendText("{\"type\":\"connection_init\"}", true).join();
            assertThat(messages.poll(20, TimeUnit.SECONDS)).contains("connection_ack");
            socket.sendText(
                            "{\"id\":\"w\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { changes(since: 0) { number edits { record { id } } } }\"}}",
                            true)
                    .join();
            assertThat(messages.poll(20, TimeUnit.SECONDS)).contains("\"next\"", "\"number\":1", "actor/one");
            accepted(program.ask(create("two", "Two"), TOKEN));
            assertThat(messages.poll(20, TimeUnit.SECONDS)).contains("\"next\"", "\"number\":2", "actor/two");
            long began = System.nanoTime();
            program.stop();
            if (System.getProperty("parley.tunings.off", "").isBlank()) {
                // Not after the 8 seconds that a request may take to end.
                assertThat(System.nanoTime() - began)
                        .isLessThan(Duration.ofSeconds(5).toNanos());
            }
            assertThat(messages.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"id\":\"w\",\"type\":\"complete\"}");
            assertThat(messages.poll(20, TimeUnit.SECONDS)).isEqualTo("closed 1001");
        }
    }

    /** The data of the next event. */
    private static String event(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                return line.substring("data:".length()).strip();
            }
        }
        throw new AssertionError("there is no further event");
    }
}
