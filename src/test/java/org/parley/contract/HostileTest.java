package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/**
 * Requests that are meant to do harm. Whatever comes, the answer is soon there, tells nothing of what is within, and is no
 * fault of Parley's; and the next question is answered right. A table of what each got is printed at the end.
 */
@AnyDatabase
@QuarkusTest
class HostileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two seconds would do; five times that is for a machine that is busy with other work. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What only one who looks inside could know. */
    private static final Pattern INNER = Pattern.compile(
            "exception|\\borg\\.|\\bjavax?\\.|jakarta\\.|com\\.fasterxml|graphql\\.|quarkus|vert\\.x|netty|\tat |select |hibernate|(?<!</?)\\bh2\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)\r?$");

    private static final String NORMAL = "{ actor(id: \"russia\") { name } }";

    /** As much as is allowed: a cost of 99,902, and an answer of some 300 kB. */
    private static final String COSTLIEST = "{ actors(first: 100) { nodes { " + "name ".repeat(97)
            + "statements(first: 100) { nodes { id id id id id id id id id } } } } }";

    private static final List<String> TABLE = new ArrayList<>();

    private final List<String> faults = new ArrayList<>();

    @TestHTTPResource("/graphql")
    URL graphql;

    /** @param status 0 if the server hung up without a word */
    private record Answer(int status, String body, long milliseconds) {

        /** The status, and the codes of the errors. */
        String outcome() throws JsonProcessingException {
            Set<String> codes = new TreeSet<>();
            if (body.startsWith("{")) {
                JSON.readTree(body)
                        .path("errors")
                        .forEach(error ->
                                codes.add(error.path("extensions").path("code").asText("no code")));
            }
            return (status + " " + String.join(" ", codes)).strip();
        }
    }

    @AfterEach
    void nothing_went_wrong() {
        assertThat(faults).isEmpty();
    }

    @AfterAll
    static void print() {
        TABLE.forEach(System.out::println);
    }

    // --- documents
    // ----------------------------------------------------------------------------------------------------

    @Test
    void documents_that_are_deep() throws IOException {
        query("10,000 braces", "{".repeat(10_000), "200 GRAPHQL_PARSE_FAILED");
        query("3,900 braces", "{".repeat(3_900), "200 GRAPHQL_PARSE_FAILED");
        query("selections 1,900 deep", nested("{ side ", 1_900, "}"), "200 TOO_DEEP");
        query("selections 101 deep", "{ actor(id: \"x\") " + nested("{ side ", 100, "}") + " }", "200 TOO_DEEP");
        query(
                "a list of 100,000 levels",
                "{ nodes(ids: " + nested("[", 100_000, "]") + ") { id } }",
                "200 DOCUMENT_TOO_LARGE");
        query("a list of 1,900 levels", "{ nodes(ids: " + nested("[", 1_900, "]") + ") { id } }", "200 TOO_DEEP");
        query(
                "an object of 900 levels",
                "{ actors(filter: " + nested("{not: ", 900, "}") + ") { totalCount } }",
                "200 TOO_DEEP");
        query(
                "a type of 1,900 levels",
                "query ($x: " + nested("[", 1_900, "]") + ") { __typename }",
                "200 GRAPHQL_PARSE_FAILED");
    }

    @Test
    void documents_that_go_in_circles() throws IOException {
        query(
                "a fragment that spreads itself",
                "{ ...a } fragment a on Query { ...a }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query(
                "two that spread each other",
                "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query("27 fragments that double", doubling(27, "__typename"), "200 TOO_MANY_FIELDS");
        query(
                "27 fragments that double, and introspection",
                doubling(27, "__schema { types { name } }"),
                "200 TOO_MANY_FIELDS");
        query("190 fragments that double", doubling(190, "__typename"), "200 TOO_DEEP");
        query(
                "190 fragments that double, and introspection",
                doubling(190, "__schema { types { name } }"),
                "200 TOO_DEEP");
        query(
                "types of types of types",
                "{ __schema { types " + nested("{ fields { type ", 12, "} }") + " } }",
                "200 GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void documents_that_are_long() throws IOException {
        query("10,000 aliases", "{ " + many(10_000, i -> "a" + i + ": __typename ") + "}", "200 DOCUMENT_TOO_LARGE");
        query("900 aliases", "{ " + many(900, i -> "a" + i + ": __typename ") + "}", "200 TOO_MANY_FIELDS");
        query("10,000 root fields", "{ " + "__typename ".repeat(10_000) + "}", "200 DOCUMENT_TOO_LARGE");
        query("2,500 root fields", "{ " + "__typename ".repeat(2_500) + "}", "200 TOO_MANY_FIELDS");
        query("3,000 unknown directives", "{ __typename " + many(3_000, i -> "@x" + i) + "}", "200 DOCUMENT_TOO_LARGE");
        query(
                "1,900 unknown directives",
                "{ __typename " + many(1_900, i -> "@x" + i) + "}",
                "200 TOO_MANY_DIRECTIVES");
        query("3,000 unknown fields", "{ " + many(3_000, i -> "x" + i + " ") + "}", "200 TOO_MANY_FIELDS");
        query(
                "1,900 unknown fields",
                "{ actor(id: \"x\") { " + many(1_900, i -> "x" + i + " ") + "} }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query(
                "40 ids that are nearly right",
                "{ " + many(40, i -> "a" + i + ": statements(filter: {speaker: \"rusia\"}) { totalCount } ") + "}",
                "200 UNKNOWN_ID");
        query(
                "ids that are nearly right, within lists",
                "{ actors(first: 100) { nodes { statements(filter: {target: \"rusia\"}) { totalCount } } } }",
                "200 UNKNOWN_ID");
        query(
                "1,900 fields that are nearly right",
                "{ " + many(1_900, i -> "statment" + i % 10 + " ") + "}",
                "200 (GRAPHQL_VALIDATION_FAILED|TOO_MANY_FIELDS)");
        query(
                "900 arguments that are nearly right",
                "{ actors(" + many(900, i -> "firs" + i + ": 1 ") + ") { totalCount } }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query("600 operations", many(600, i -> "query q" + i + " { __typename } "), "200 BAD_USER_INPUT");
        query(
                "900 variables",
                "query (" + many(900, i -> "$x" + i + ": Int ") + ") { __typename }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query(
                "500 unused fragments",
                "{ __typename } " + many(500, i -> "fragment f" + i + " on Query { __typename } "),
                "200 GRAPHQL_VALIDATION_FAILED");
        query("the costliest query", COSTLIEST, "200");
    }

    @Test
    void documents_of_large_parts() throws IOException {
        query("a name of 29 kB", "{ " + "x".repeat(29_000) + " }", "200 GRAPHQL_VALIDATION_FAILED");
        query("a string of 29 kB", "{ actor(id: \"" + "x".repeat(29_000) + "\") { name } }", "200");
        query(
                "a string of 1 MB",
                "{ actor(id: \"" + "x".repeat(1_000_000) + "\") { name } }",
                "200 DOCUMENT_TOO_LARGE");
        query(
                "a block string of 29,000 lines",
                "{ actor(id: \"\"\"" + "\n".repeat(29_000) + "\"\"\") { name } }",
                "200");
        query("4,800 escapes", "{ actor(id: \"" + "\\u0000".repeat(4_800) + "\") { name } }", "200");
        query("a string without end", "{ actor(id: \"" + "x".repeat(29_000), "200 GRAPHQL_PARSE_FAILED");
        query("a comment of 29 kB", NORMAL + "#" + "x".repeat(29_000), "200");
        query("29,000 commas", NORMAL + ",".repeat(29_000), "200");
        query(
                "a number of 29,000 digits",
                "{ actors(first: " + "9".repeat(29_000) + ") { totalCount } }",
                "200 GRAPHQL_VALIDATION_FAILED");
        query("an id of 29,000 digits", "{ actor(id: " + "9".repeat(29_000) + ") { name } }", "200");
        query("a page of 2^31", "{ actors(first: 2147483648) { totalCount } }", "200 GRAPHQL_VALIDATION_FAILED");
        query(
                "a page of 2^31 - 1",
                "{ actors(first: 2147483647) { totalCount } }",
                "200 (INVALID_ARGUMENT|TOO_COSTLY)");
        query(
                "a page of -2^31",
                "{ actors(first: -2147483648) { totalCount nodes { name } } }",
                "200 INVALID_ARGUMENT");
        query(
                "pages of pages of -1",
                "{ actors(first: -1) { nodes { statements(first: -1) { nodes { id } } } } }",
                "200 INVALID_ARGUMENT");
        query("both first and last", "{ actors(first: 1, last: 1) { totalCount } }", "200 INVALID_ARGUMENT");
        query("a cursor of rubbish", "{ actors(after: \"%%%\") { totalCount } }", "200 INVALID_CURSOR");
        query(
                "a cursor of 29 kB",
                "{ actors(after: \"" + "A".repeat(29_000) + "\") { totalCount } }",
                "200 INVALID_CURSOR");
    }

    /**
     * CVE-2026-76763, GHSA-jfgf-vvcv-mf69: SmallRye GraphQL before 2.17.1 makes a BigInteger of a literal while it validates a
     * document, and took 100 seconds and all memory for one of 12 characters.
     */
    @Test
    void numbers_of_large_exponents() throws IOException {
        for (String number :
                List.of("1e100000000", "-1e999999999", "1.5E+999999999", "1e-999999999", "0e999999999", "1e309")) {
            for (String type : List.of("BigInteger", "BigDecimal", "Int", "Float", "ID", "String", "Date", "[[Int]]")) {
                query(
                        "a " + type + " of " + number + ", unused",
                        "query ($x: " + type + " = " + number + ") { __typename }",
                        "200 GRAPHQL_VALIDATION_FAILED");
            }
            query(number, "{ actors(first: " + number + ") { totalCount } }", "200 GRAPHQL_VALIDATION_FAILED");
            query(
                    number + " within a filter",
                    "{ actors(filter: {or: [{name: " + number + "}]}) { totalCount } }",
                    "200 GRAPHQL_VALIDATION_FAILED");
            query(
                    number + " in a directive",
                    "{ __typename @include(if: " + number + ") }",
                    "200 GRAPHQL_VALIDATION_FAILED");
        }
        for (String number : List.of("1e99999999999", "1e-99999999999")) {
            query(number, "{ actors(first: " + number + ") { totalCount } }", "200 GRAPHQL_PARSE_FAILED");
            query(
                    number + " in a mutation",
                    "mutation { actors(first: " + number + ") { totalCount } }",
                    "200 GRAPHQL_PARSE_FAILED");
        }
        // JDK 17 can't read this number, JDK 25 can.
        query(
                "1e2147483648",
                "{ actors(first: 1e2147483648) { totalCount } }",
                "200 GRAPHQL_(PARSE|VALIDATION)_FAILED");
        // graphql-java writes a variable out in full to see whether it is an Int.
        for (String number : List.of("1e100000000", "-1e100000000", "1e-999999999", "1e99999999999", "1e309")) {
            for (String type : List.of("Int", "Float", "ID", "Date", "ActorOrder")) {
                post(
                        "a variable of " + number + " as " + type,
                        "{\"query\": \"query ($x: " + type
                                + ") { a: __typename @include(if: true) actors(first: 1, orderBy: $x) { totalCount } }\","
                                + " \"variables\": {\"x\": " + number + "}}",
                        "(200 (GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)|400 BAD_REQUEST)");
            }
            post(
                    "a page of " + number,
                    "{\"query\": \"query ($x: Int) { actors(first: $x) { totalCount } }\", \"variables\": {\"x\": "
                            + number + "}}",
                    "(200 BAD_USER_INPUT|400 BAD_REQUEST)");
        }
        post(
                "a page of 1.0e1",
                "{\"query\": \"query ($x: Int) { actors(first: $x) { totalCount } }\", \"variables\": {\"x\": 1.0e1}}",
                "200");
    }

    @Test
    void documents_of_strange_characters() throws IOException {
        query("NUL in a document", "{ actor\0 }", "200 GRAPHQL_PARSE_FAILED");
        query("NUL in an id", "{ actor(id: \"a\0b\") { name } }", "200.*");
        query("NUL in a search", "{ search(text: \"a\\u0000b\") { totalCount } }", "200.*");
        query("NUL in a filter", "{ actors(filter: {name: \"a\\u0000b\"}) { totalCount } }", "200.*");
        query("a byte order mark before a document", "\uFEFF" + NORMAL, "200");
        query("half a character in a document", "{ search(text: \"\\ud800\") { totalCount } }", "200.*");
        post(
                "half a character in JSON",
                "{\"query\": \"{ search(text: \\\"\\ud800 x\\\") { totalCount nodes { snippet } } }\"}",
                "200.*");
        post(
                "half a character in a variable",
                "{\"query\": \"query ($x: ID!) { actor(id: $x) { name } }\", \"variables\": {\"x\": \"\\udc00\"}}",
                "200.*");
        post(
                "half a character as operation",
                "{\"query\": \"{ __typename }\", \"operationName\": \"\\ud800\"}",
                "200.*");
        query(
                "every control character",
                IntStream.range(0, 32).mapToObj(Character::toString).collect(Collectors.joining()),
                "200 GRAPHQL_PARSE_FAILED");
        query("writing from right to left", "{ \u202Eactor }", "200 GRAPHQL_PARSE_FAILED");
    }

    // --- bodies
    // -------------------------------------------------------------------------------------------------------

    @Test
    void bodies_that_are_no_request() throws IOException {
        for (String body : List.of(
                "",
                " ",
                "null",
                "3",
                "\"x\"",
                "true",
                "[]",
                "[{\"query\": \"{ __typename }\"}]",
                "{}",
                "{",
                "}",
                "NaN",
                "{query: 1}",
                "{\"query\": null}",
                "{\"query\": 1}",
                "{\"query\": []}",
                "{\"query\": {}}",
                "{\"query\": \"\"}",
                "{\"query\": \"{ __typename }\"} x",
                "{\"query\": \"{ __typename }\"}{\"query\": \"{ __typename }\"}",
                "{\"query\": \"{ __typename }\", \"operationName\": 1}",
                "{\"query\": \"{ __typename }\", \"operationName\": []}",
                "{\"query\": \"{ __typename }\", \"operationName\": {}}",
                "{\"query\": \"{ __typename }\", \"variables\": []}",
                "{\"query\": \"{ __typename }\", \"variables\": \"x\"}",
                "{\"query\": \"{ __typename }\", \"variables\": 1}",
                "{\"query\": \"{ __typename }\", \"extensions\": []}",
                "{\"query\": \"{ __typename }\", \"extensions\": 1}",
                "{\"query\": \"{ __typename }\", \"extensions\": {\"persistedQuery\": 1}}",
                "{\"documentId\": 1}",
                "{\"documentId\": \"x\"}")) {
            post(body, body, "400 BAD_REQUEST");
        }
        post(
                "an operation that is not there",
                "{\"query\": \"{ __typename }\", \"operationName\": \"x\"}",
                "200 BAD_USER_INPUT");
        post(
                "a persisted query of version 1e999999999",
                "{\"extensions\": {\"persistedQuery\": {\"version\": 1e999999999}}}",
                "400 PERSISTED_QUERY_NOT_SUPPORTED");
        post(
                "every key twice",
                "{\"query\": \"{\", \"query\": \"{ __typename }\", \"variables\": 1, \"variables\": {}}",
                "(200|400).*");
    }

    @Test
    void bodies_that_are_large() throws IOException {
        post("5 MB", "{\"query\": \"" + " ".repeat(5_000_000) + "\"}", "413 BODY_TOO_LARGE");
        attack(
                "5 MB in pieces",
                bytes(
                        "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + ("10000\r\n" + " ".repeat(65_536) + "\r\n").repeat(80)
                                + "0\r\n\r\n"),
                "413 BODY_TOO_LARGE");
        post(
                "60,000 unknown extensions",
                withMembers("extensions", many(60_000, i -> (i == 0 ? "" : ",") + "\"x" + i + "\":1")),
                "200");
        post(
                "60,000 unknown members",
                "{\"query\": \"{ __typename }\"" + many(60_000, i -> ",\"x" + i + "\":1") + "}",
                "200");
        post(
                "60,000 variables",
                withMembers("variables", many(60_000, i -> (i == 0 ? "" : ",") + "\"x" + i + "\":1")),
                "200 VARIABLES_TOO_LARGE");
        post("16,384 members of one hash", withMembers("extensions", ofOneHash()), "200");
        post(
                "an operation's name of 900 kB",
                "{\"query\": \"{ __typename }\", \"operationName\": \"" + "x".repeat(900_000) + "\"}",
                "200 BAD_USER_INPUT");
        post(
                "a number of 900,000 digits",
                withMembers("variables", "\"x\": " + "9".repeat(900_000)),
                "400 BAD_REQUEST");
        post("a fraction of 900 digits", withMembers("variables", "\"x\": 0." + "9".repeat(900)), "200");
        post(
                "1e999999999 as a variable",
                "{\"query\": \"query ($x: Int) { actors(first: $x) { totalCount } }\", \"variables\": {\"x\": 1e999999999}}",
                "200 BAD_USER_INPUT");
        post(
                "1e-999999999 as a variable",
                "{\"query\": \"query ($x: ID!) { actor(id: $x) { name } }\", \"variables\": {\"x\": 1e-999999999}}",
                "200 BAD_USER_INPUT");
        post("1e9999999999999 as a variable", withMembers("variables", "\"x\": 1e9999999999999"), "400 BAD_REQUEST");
        post(
                "-1e-9999999999999 as an extension",
                withMembers("extensions", "\"x\": -1e-9999999999999"),
                "400 BAD_REQUEST");
    }

    @Test
    void bodies_that_are_deep() throws IOException {
        post("a body of 100,000 lists", nested("[", 100_000, "]"), "400 BAD_REQUEST");
        post(
                "variables of 100,000 lists",
                withMembers("variables", "\"x\": " + nested("[", 100_000, "]")),
                "400 BAD_REQUEST");
        post(
                "variables of 100,000 objects",
                withMembers("variables", "\"x\": " + nested("{\"x\":", 100_000, "}")),
                "400 BAD_REQUEST");
        post("variables of 190 lists", withMembers("variables", "\"x\": " + nested("[", 190, "]")), "200 TOO_DEEP");
        post("extensions of 100,000 lists without end", "{\"extensions\": " + "[".repeat(100_000), "400 BAD_REQUEST");
    }

    @Test
    void bodies_of_strange_bytes() throws IOException {
        attack("NUL in JSON", post("application/json", bytes("{\"query\": \"{ __typename\0 }\"}")), "400 BAD_REQUEST");
        attack("only NUL", post("application/json", new byte[1000]), "400 BAD_REQUEST");
        attack(
                "bytes that are not UTF-8",
                post(
                        "application/json",
                        bytes("{\"query\": \"{ actor(id: \\\"\u00ff\u00fe\u00c0\u0080\\\") { name } }\"}")),
                "(200|400).*");
        attack(
                "UTF-8 cut short",
                post("application/json", bytes("{\"query\": \"{ __typename }\", \"x\": \"\u00f0\u009f")),
                "400 BAD_REQUEST");
        attack(
                "a byte order mark",
                post("application/json", ("\uFEFF{\"query\": \"{ __typename }\"}").getBytes(StandardCharsets.UTF_8)),
                "(200|400 BAD_REQUEST)");
        attack(
                "UTF-16",
                post("application/json", "{\"query\": \"{ __typename }\"}".getBytes(StandardCharsets.UTF_16)),
                "(200|400 BAD_REQUEST)");
        for (String type : List.of(
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/json; charset=\"",
                "text/plain",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                ";",
                ",",
                "x".repeat(7_000))) {
            attack(
                    "Content-Type: " + cut(type),
                    post(type, bytes("{\"query\": \"{ __typename }\"}")),
                    "415 BAD_REQUEST");
        }
        attack(
                "Content-Encoding: gzip",
                post("application/json\r\nContent-Encoding: gzip", gzipped("{\"query\": \"{ __typename }\"}")),
                "(200|4..).*");
        attack(
                "gzip that is none",
                post("application/json\r\nContent-Encoding: gzip", bytes("{\"query\": \"{ __typename }\"}")),
                "(200|4..).*");
        byte[] empty = gzipped("");
        byte[] members = new byte[50_000 * empty.length];
        for (int i = 0; i < members.length; i += empty.length) {
            System.arraycopy(empty, 0, members, i, empty.length);
        }
        attack(
                "50,000 times nothing in gzip",
                post("application/json\r\nContent-Encoding: gzip", members),
                "400 BAD_REQUEST");
        attack(
                "10 MB in gzip",
                post("application/json\r\nContent-Encoding: gzip", gzipped(" ".repeat(10_000_000))),
                "413 BODY_TOO_LARGE");
    }

    // --- HTTP
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void addresses() throws IOException {
        for (String query : List.of(
                "%7B%00%7D",
                "%ff%fe",
                "%c0%80",
                "%ed%a0%80",
                "%7B__typename%7D&query=x",
                "&variables=[]",
                "&variables=%ff",
                "&variables=1")) {
            get("query=" + query, "(200|400) .*");
        }
        for (String query : List.of(
                "%",
                "%z", "%zz", "%7B__typename%7D&x=%", "\0", "\u00ff", "{__typename}", "%7B__typename%7D&variables=%7")) {
            get("query=" + query, "(200|400).*");
        }
        get("query=%7B__typename%7D&" + many(1_000, i -> "x" + i + "&"), "200");
        get("query=" + "x".repeat(100_000), "414");
        get("query=%7B__typename%7D&variables=" + "%5B".repeat(2_000), "400 BAD_REQUEST");
        // 200 is the first page, to which some of them lead.
        for (String path : List.of(
                "/graphql/../graphql",
                "//graphql",
                "/graphql/%2e%2e/",
                "/graphql;x",
                "/../../etc/passwd",
                "/graphql%00",
                "graphql",
                "*",
                "http://x:99999/graphql",
                "http://[/graphql",
                "")) {
            attack("GET " + path, bytes("GET " + path + " HTTP/1.1\r\nHost: parley\r\n\r\n"), "[234]...*");
        }
    }

    @Test
    void headers() throws IOException {
        String get = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n";
        attack("a header of 100 kB", bytes(get + "Host: parley\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"), "431");
        attack(
                "4,000 headers",
                bytes(get + "Host: parley\r\n" + many(4_000, i -> "X" + i + ": x\r\n") + "\r\n"),
                "431");
        for (String header : List.of(
                "Accept: ",
                "Accept: ,,,",
                "Accept: ;",
                "Accept: /",
                "Accept: x",
                "Accept: */*;q=x",
                "Accept: */*;q=",
                "Accept: */*;q=-1",
                "Accept: */*;q=1e999999999",
                "Accept: */*;=;=\"",
                "Accept: " + "a/b,".repeat(4_000),
                "Accept: " + "*/*;".repeat(4_000),
                "Accept: a/b;q=0.1, */*;=\"",
                "Accept-Encoding: gzip;=\"",
                "Accept-Encoding: ;;q",
                "Accept-Encoding: gzip;q=x",
                "Accept-Encoding: " + "gzip;q=0.1,".repeat(1_500),
                "If-None-Match: " + "\"x\",".repeat(4_000),
                "If-None-Match: \0",
                "Cookie: " + "=;".repeat(5_000),
                "Cookie: \"",
                "Origin: \u00ff",
                "Origin: null",
                "Content-Type: \0",
                "traceparent: 00-x",
                "baggage: " + "x=y,".repeat(4_000),
                "Connection: Upgrade\r\nUpgrade: x",
                "Connection: Upgrade\r\nUpgrade: websocket",
                "Range: bytes=0-0,-1",
                "Expect: x",
                "X : x",
                ": x",
                "x",
                " folded: x",
                "X: a\rb",
                "X: a\0b")) {
            attack(cut(header), bytes(get + "Host: parley\r\n" + header + "\r\n\r\n"), "(200|4..( BAD_REQUEST)?)");
        }
    }

    @Test
    void other_ways_to_speak_http() throws IOException {
        String body = "{\"query\": \"{ __typename }\"}";
        String post = "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\n";
        attack("HTTP/1.0", bytes("GET /graphql?query=%7B__typename%7D HTTP/1.0\r\n\r\n"), "200");
        attack("HTTP/0.9", bytes("GET /graphql\r\n\r\n"), "(0|400)");
        attack("HTTP/9.9", bytes("GET /graphql HTTP/9.9\r\nHost: parley\r\n\r\n"), "400 BAD_REQUEST");
        attack("HTTP/2 from the start", bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0".repeat(100)), "(0|4..).*");
        attack("TLS", bytes("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n"), "(0|400)");
        attack("no host", bytes("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n\r\n"), "400 BAD_REQUEST");
        for (String method :
                List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PURGE", "get", "X".repeat(1_000), "\u00ff")) {
            attack("the method " + cut(method), bytes(method + " /graphql HTTP/1.1\r\nHost: parley\r\n\r\n"), "4...*");
        }
        for (String length : List.of(
                "-1",
                "x",
                "99999999999999999999",
                "+26",
                "26, 26",
                "26\r\nContent-Length: 5",
                "5\r\nContent-Length: 26")) {
            attack(
                    "Content-Length: " + length.replace("\r\n", ", "),
                    bytes(post + "Content-Length: " + length + "\r\n\r\n" + body),
                    "4...*");
        }
        for (String piece :
                List.of("x", "-1", "ffffffffffffffff", "7fffffffffffffff", "1;" + "x".repeat(10_000), "1\r\nxx")) {
            attack(
                    "a piece of " + cut(piece).replace("\r\n", " "),
                    bytes(post + "Transfer-Encoding: chunked\r\n\r\n" + piece + "\r\n" + body + "\r\n0\r\n\r\n"),
                    "(0|400.*)");
        }
    }

    /** Where two headers differ in how long a request is, it is refused and nothing behind it read, or its pieces count. */
    @Test
    void requests_within_requests() throws IOException {
        String hidden = "GET /graphql?query=%7Bround%7D HTTP/1.1\r\nHost: parley\r\n\r\n";
        String post = "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\n";
        within(
                "two lengths",
                post + "Content-Length: 0\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden,
                "400");
        within(
                "pieces by another name",
                post + "Transfer-Encoding: xchunked\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden,
                "400");
        within(
                "a length and pieces",
                post + "Content-Length: " + (5 + hidden.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + hidden,
                "400( 200)?");
        within(
                "pieces and a length",
                post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + hidden,
                "400( 200)?");
        within("pieces twice", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden, "400( 200)?");
    }

    // --- senders
    // ------------------------------------------------------------------------------------------------------

    @Test
    void senders_who_fall_silent() throws Exception {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Socket socket = connect();
            socket.getOutputStream().write('P');
            silent.add(socket);
        }
        for (int i = 0; i < 100; i++) {
            Socket socket = connect();
            socket.getOutputStream()
                    .write(
                            bytes(
                                    "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"));
            silent.add(socket);
        }
        TimeUnit.SECONDS.sleep(1);
        normal("200 who send a byte and fall silent");
        for (Socket socket : silent) {
            socket.close();
        }
        row("200 who send a byte and fall silent", "-", 1000);
        normal("200 who fell silent went away");
    }

    @Test
    void clients_who_go_away() throws IOException {
        for (int i = 0; i < 30; i++) {
            try (Socket socket = connect()) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(post("application/json", body(COSTLIEST)));
                if (i % 2 == 0) {
                    assertThat(socket.getInputStream().readNBytes(10)).hasSize(10);
                }
            }
        }
        row("30 who go away, half of them in the midst of the answer", "-", 0);
        normal("30 who went away");
    }

    @Test
    void two_hundred_at_once_with_the_costliest_query() throws Exception {
        byte[] request = post("application/json", body(COSTLIEST));
        ExecutorService clients = Executors.newFixedThreadPool(200);
        try {
            Callable<Answer> client = () -> answerTo(request);
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> client).toList())) {
                answers.add(answer.get());
            }
            judge("200 at once with the costliest query", "200|503 SERVER_BUSY", answers);
        } finally {
            clients.shutdownNow();
        }
        normal("200 at once with the costliest query");
    }

    // --- arguments
    // ----------------------------------------------------------------------------------------------------

    /** @param literal null if it can't be written in a document */
    private record Wrong(String literal, String json) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong("{a: 1}", "{\"a\": 1}"),
            new Wrong("{}", "{}"),
            new Wrong("[1, \"a\", null]", "[1, \"a\", null]"),
            new Wrong("[[[]]]", "[[[]]]"),
            new Wrong("\"wrong\"", "\"wrong\""),
            new Wrong("\"\"", "\"\""),
            new Wrong("-1", "-1"),
            new Wrong("0", "0"),
            new Wrong("1.5", "1.5"),
            new Wrong("1e400", "1e400"),
            new Wrong("1e999999999", "1e999999999"),
            new Wrong("99999999999", "99999999999"),
            new Wrong("true", "true"),
            new Wrong("null", "null"),
            new Wrong("WRONG", null),
            new Wrong("\"\\u0000\"", "\"\\u0000\""),
            new Wrong("\"2026-13-99\"", "\"+999999999-01-01\""),
            new Wrong("\"%'\\\"\\\\--;\"", "\"%'\\\"\\\\--;\""),
            new Wrong("\"" + "x ".repeat(9_000) + "\"", "\"" + "x ".repeat(9_000) + "\""),
            new Wrong("\"" + "x".repeat(100_000) + "\"", "\"" + "x".repeat(100_000) + "\""));

    private static final String FAULT_OF_THE_CLIENT =
            "200( (GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|INVALID_ARGUMENT|INVALID_CURSOR|UNKNOWN_ID|VARIABLES_TOO_LARGE|DOCUMENT_TOO_LARGE|UNAUTHENTICATED))?";

    /** Every argument of every root field gets every wrong value, written out and as a variable; every field of a filter, as a variable. */
    @Test
    void wrong_values() throws IOException {
        JsonNode schema = JSON.readTree(answerTo(
                                post(
                                        "application/json",
                                        body(
                                                """
                { __schema { queryType { name } types { name kind
                  fields { name args { name type { ...t } } type { ...t } }
                  inputFields { name type { ...t } } } } }
                fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }""")))
                        .body())
                .at("/data/__schema");
        int arguments = 0;
        for (JsonNode field :
                type(schema, schema.at("/queryType/name").asText()).get("fields")) {
            for (JsonNode argument : field.get("args")) {
                arguments++;
                wrong(schema, field, argument, "", argument.get("type"), "");
                JsonNode input = type(schema, nameOf(argument.get("type")));
                for (JsonNode inner : input.path("inputFields")) {
                    wrong(schema, field, argument, "{" + inner.get("name").asText() + ": ", inner.get("type"), "}");
                }
                normal("wrong values for " + name(field) + "(" + name(argument) + ":)");
            }
        }
        assertThat(arguments).isGreaterThan(60);
    }

    /** @param before what stands before the value in the argument, and {@code after} behind it */
    private void wrong(JsonNode schema, JsonNode field, JsonNode argument, String before, JsonNode type, String after)
            throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Wrong value : WRONG) {
            if (value.literal != null && before.isEmpty()) {
                answers.add(answerTo(post(
                        "application/json",
                        body("{ " + call(schema, field, argument, before + value.literal + after) + " }"))));
            }
            if (value.json != null) {
                String document = "query ($x: " + written(type) + ") { "
                        + call(schema, field, argument, before + "$x" + after) + " }";
                answers.add(answerTo(post(
                        "application/json",
                        bytes("{\"query\": " + JSON.writeValueAsString(document) + ", \"variables\": {\"x\": "
                                + value.json + "}}"))));
            }
        }
        judge(
                answers.size() + " wrong values for " + name(field) + "(" + name(argument) + ": " + before + "..."
                        + after + ")",
                FAULT_OF_THE_CLIENT,
                answers);
    }

    /** The field with this value for the argument, and something that will do for the others that it needs. */
    private static String call(JsonNode schema, JsonNode field, JsonNode argument, String value) {
        List<String> arguments = new ArrayList<>();
        for (JsonNode each : field.get("args")) {
            if (each == argument) {
                arguments.add(name(each) + ": " + value);
            } else if (each.at("/type/kind").asText().equals("NON_NULL")) {
                arguments.add(name(each) + ": \"peace\"");
            }
        }
        return name(field) + "(" + String.join(", ", arguments) + ") "
                + selection(schema, type(schema, nameOf(field.get("type"))));
    }

    /** All that needs no argument. */
    private static String selection(JsonNode schema, JsonNode type) {
        StringBuilder selected = new StringBuilder("{ __typename");
        for (JsonNode field : type.path("fields")) {
            if (field.get("args").isEmpty()) {
                String kind =
                        type(schema, nameOf(field.get("type"))).get("kind").asText();
                selected.append(' ')
                        .append(name(field))
                        .append(Set.of("SCALAR", "ENUM").contains(kind) ? "" : " { __typename }");
            }
        }
        return selected.append(" }").toString();
    }

    private static JsonNode type(JsonNode schema, String name) {
        for (JsonNode type : schema.get("types")) {
            if (name(type).equals(name)) {
                return type;
            }
        }
        throw new AssertionError("the schema has no type " + name);
    }

    private static String name(JsonNode element) {
        return element.get("name").asText();
    }

    private static String nameOf(JsonNode type) {
        return type.path("ofType").isObject() ? nameOf(type.get("ofType")) : name(type);
    }

    private static String written(JsonNode type) {
        return switch (type.get("kind").asText()) {
            case "NON_NULL" -> written(type.get("ofType")) + "!";
            case "LIST" -> "[" + written(type.get("ofType")) + "]";
            default -> name(type);
        };
    }

    // --- how to attack
    // ------------------------------------------------------------------------------------------------

    private void query(String name, String document, String expected) throws IOException {
        attack(name, post("application/json", body(document)), expected);
    }

    private void post(String name, String body, String expected) throws IOException {
        attack(cut(name), post("application/json", body.getBytes(StandardCharsets.UTF_8)), expected);
    }

    private void get(String parameters, String expected) throws IOException {
        attack(
                "GET " + cut(parameters),
                bytes("GET /graphql?" + parameters + " HTTP/1.1\r\nHost: parley\r\n\r\n"),
                expected);
    }

    /** @param expected a regular expression of the status and the codes of the errors */
    private void attack(String name, byte[] request, String expected) throws IOException {
        judge(name, expected, List.of(answerTo(request)));
        normal(name);
    }

    private void judge(String name, String expected, List<Answer> answers) throws JsonProcessingException {
        Map<String, Long> outcomes = new TreeMap<>();
        long slowest = 0;
        for (Answer answer : answers) {
            String outcome = answer.outcome();
            outcomes.merge(outcome, 1L, Long::sum);
            slowest = Math.max(slowest, answer.milliseconds);
            Matcher inner = INNER.matcher(answer.body);
            if (inner.find()) {
                fault(name, "tells \"" + inner.group() + "\": " + answer.body);
            }
            if (!outcome.matches(expected) || answer.status >= 500 && !outcome.matches("503 SERVER_BUSY")) {
                fault(name, "gets " + outcome + ", not " + expected + ": " + answer.body);
            }
        }
        if (slowest > SOON.toMillis()) {
            fault(name, "takes " + slowest + " ms");
        }
        row(
                name,
                outcomes.entrySet().stream()
                        .map(each -> (answers.size() == 1 ? "" : each.getValue() + " x ") + each.getKey())
                        .collect(Collectors.joining(", ")),
                slowest);
    }

    /** The server goes on as if nothing had been. */
    private void normal(String name) {
        long start = System.nanoTime();
        ask(NORMAL).answers("actor.name", "Russia");
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (milliseconds > SOON.toMillis()) {
            fault(name, "makes the next question wait for " + milliseconds + " ms");
        }
    }

    private void fault(String name, String fault) {
        faults.add(name + " " + (fault.length() > 600 ? fault.substring(0, 600) : fault));
    }

    private static void row(String name, String outcome, long milliseconds) {
        TABLE.add(String.format(
                Locale.ROOT, "hostile | %s | %s | %d ms", name.replaceAll("\\p{Cntrl}", "."), outcome, milliseconds));
    }

    /** @param expected a regular expression of the statuses of all answers that come on one connection */
    private void within(String name, String request, String expected) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(bytes(request));
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException e) {
            // The server waits for more, and has said all that it will.
        }
        String all = read.toString(StandardCharsets.UTF_8);
        String statuses = Pattern.compile("HTTP/1\\.[01] (\\d+)")
                .matcher(all)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.joining(" "));
        row(name, statuses, 0);
        if (!statuses.matches(expected)) {
            fault(name, "gets " + statuses + ", not " + expected + ": " + all);
        }
        normal(name);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(graphql.getHost(), graphql.getPort());
        socket.setSoTimeout(2 * (int) SOON.toMillis());
        return socket;
    }

    private Answer answerTo(byte[] request) throws IOException {
        long start = System.nanoTime();
        String answer;
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // The server need not listen to the end; what it has said stands to be read.
            }
            answer = read(socket.getInputStream());
        }
        int head = answer.indexOf("\r\n\r\n");
        return new Answer(
                head < 0 ? 0 : Integer.parseInt(answer.split(" ", 3)[1]),
                head < 0 ? "" : answer.substring(head + 4),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** One answer, to the end that its length or the connection gives it; as much as came if the server hung up. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            String text = "";
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.write(next);
                if (next == '\n') {
                    text = read.toString(StandardCharsets.ISO_8859_1);
                    if (text.endsWith("\r\n\r\n")) {
                        break;
                    }
                }
            }
            Matcher length = LENGTH.matcher(text);
            read.write(length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes());
        } catch (SocketException e) {
            return "";
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static byte[] post(String type, byte[] body) {
        byte[] head = bytes("POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\n\r\n");
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static byte[] body(String document) {
        try {
            return JSON.writeValueAsBytes(Map.of("query", document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each character is a byte. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    private static String withMembers(String name, String members) {
        return "{\"query\": \"{ __typename }\", \"" + name + "\": {" + members + "}}";
    }

    /** "Aa" and "BB" have one hash, and so have all words of as many of them. */
    private static String ofOneHash() {
        Stream<String> words = Stream.of("");
        for (int i = 0; i < 14; i++) {
            words = words.flatMap(word -> Stream.of(word + "Aa", word + "BB"));
        }
        return words.map(word -> "\"" + word + "\":1").collect(Collectors.joining(","));
    }

    /** Every level doubles what stands below it. */
    private static String doubling(int fragments, String last) {
        return "{ ...f0 }"
                + many(
                        fragments,
                        i -> " fragment f" + i + " on Query { "
                                + (i == fragments - 1 ? last : ("...f" + (i + 1) + " ").repeat(2)) + " }");
    }

    private static String nested(String open, int levels, String close) {
        return open.repeat(levels) + close.repeat(levels);
    }

    private static String many(int number, IntFunction<String> each) {
        return IntStream.range(0, number).mapToObj(each).collect(Collectors.joining());
    }

    private static String cut(String text) {
        return text.length() > 70 ? text.substring(0, 70) + "…" : text;
    }
}
