import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for operations that take long although the limits allow them: {@code bench/slowest [program or address] [pattern of names]}. It makes
 * operations from the published schema and the ids of the record: each list in each order from both ends and from its middle, each field of
 * each filter, as many conditions, aliases, pages and levels as the limits allow, and the fields that are no lists. It prints the median
 * time of three runs after a warm-up of 20 s, CPU time (Linux only: from /proc, of a program that it started), the cost, and the name of each, the slowest first; the
 * operations are written to target/slowest. The exit status is 1 if one takes more than a second.
 *
 * <p>A program is started with the variables of the environment, such as PARLEY_DATA_DIRECTORY and PARLEY_SEED_DIRECTORY, without kept
 * answers, and with a limit of one minute in place of five seconds, so that the time of what takes longer is measured, too.
 */
public class Slowest {
    private static final long TOO_LONG = 1000;
    private static final int SHOWN = 60;
    private static final int RUNS = 3;
    private static final long WARM_UP = 20_000_000_000L;
    private static final int ROOTS = 49; // 50 are allowed, and one is queryInfo
    private static final int ALIASES = 90;
    private static final int[] SIZES = {100, 70, 50, 35, 25, 18, 12, 8, 5, 3, 2, 1};
    private static final Path OPERATIONS = Path.of("target/slowest");

    /** In /proc, CPU time is counted in hundredths of a second. */
    private static final long TICK = 10;

    /** The kinds of record that the fields of filters name by id, where they are not named like the kind. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("speaker", "actor"),
            Map.entry("side", "actor"),
            Map.entry("target", "actor"),
            Map.entry("blamed", "actor"),
            Map.entry("by", "actor"),
            Map.entry("participant", "actor"),
            Map.entry("party", "actor"),
            Map.entry("claimedBy", "actor"),
            Map.entry("venue", "place"),
            Map.entry("about", "statement"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final long pid;
    private final Pattern wanted;
    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, List<String>> ids = new TreeMap<>();
    private final List<Measured> measured = new ArrayList<>();

    private Slowest(URI address, long pid, Pattern wanted) {
        this.address = address;
        this.pid = pid;
        this.wanted = wanted;
    }

    private record Measured(String name, long millis, long cpu, String cost) {}

    private record Type(String kind, Map<String, Field> fields, Map<String, Reference> inputs, List<String> values) {}

    private record Field(String name, Map<String, Reference> arguments, Reference type) {
        /** Whether it is a list that can be asked for without knowing anything of the record. */
        boolean isPage() {
            return arguments.containsKey("first")
                    && arguments.containsKey("last")
                    && arguments.values().stream().noneMatch(Reference::required);
        }
    }

    /** The named type, and whether it stands in a list. */
    private record Reference(String name, String kind, boolean list, boolean required) {
        boolean isLeaf() {
            return kind.equals("SCALAR") || kind.equals("ENUM");
        }
    }

    public static void main(String... arguments) throws Exception {
        String target = arguments.length > 0 ? arguments[0] : "target/quarkus-app/quarkus-run.jar";
        Pattern wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
        boolean failed;
        if (target.startsWith("http")) {
            failed = new Slowest(URI.create(target), -1, wanted).measure();
        } else {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            String java = ProcessHandle.current().info().command().orElse("java");
            Path log = Files.createTempFile("parley-slowest", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            target.endsWith(".jar") ? List.of(java, "-jar", target) : List.of(target))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "PARLEY_HTTP_PORT", String.valueOf(port),
                            "PARLEY_HTTP_HOST", "127.0.0.1",
                            "PARLEY_CACHE_ANSWERS", "0",
                            "PARLEY_CACHE_RECORDS", "0",
                            "PARLEY_LIMITS_TIME", "60s"));
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            try {
                Slowest slowest = new Slowest(
                        URI.create("http://127.0.0.1:" + port + "/graphql"), process.pid(), wanted);
                slowest.await(process, log);
                failed = slowest.measure();
            } finally {
                process.destroy();
                process.waitFor();
            }
            Files.delete(log);
        }
        System.exit(failed ? 1 : 0);
    }

    private void await(Process process, Path log) throws Exception {
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended:\n" + Files.readString(log));
            }
            try {
                ask("{ __typename }");
                return;
            } catch (IOException e) {
                Thread.sleep(50); // not listening yet
            }
        }
    }

    /** Whether an operation took too long. */
    private boolean measure() throws Exception {
        Files.createDirectories(OPERATIONS);
        Files.deleteIfExists(OPERATIONS.resolve("measured.txt"));
        readSchema();
        readIds();
        warmUp();
        for (Field field : types.get("Query").fields().values()) {
            if (field.isPage()) {
                list(field);
            } else if (field.name().equals("search")) {
                search(field);
            } else if (field.name().endsWith("Counts")) {
                counts(field);
            }
        }
        timeline();
        single();
        introspection();
        measured.sort(Comparator.comparingLong(Measured::millis).reversed());
        System.out.printf("%n%8s %8s %8s  %s%n", "ms", "CPU ms", "cost", "operation");
        measured.stream()
                .filter(each -> each.millis() > TOO_LONG || measured.indexOf(each) < SHOWN)
                .forEach(each -> System.out.println(line(each)));
        long slow = measured.stream().filter(each -> each.millis() > TOO_LONG).count();
        System.out.printf("%d of %d operations take more than %d ms%n", slow, measured.size(), TOO_LONG);
        return slow > 0;
    }

    private String line(Measured each) {
        return "%8d %8s %8s  %s".formatted(each.millis(), pid < 0 ? "-" : each.cpu(), each.cost(), each.name());
    }

    /** Has the program compile what all operations run. */
    private void warmUp() throws Exception {
        List<String> lists = types.get("Query").fields().values().stream()
                .filter(Field::isPage)
                .map(field -> field.name() + "(first: 100) { totalCount nodes { " + parts(nodeOf(field), 1) + " } }")
                .toList();
        long end = System.nanoTime() + WARM_UP;
        for (int i = 0; System.nanoTime() < end; i++) {
            ask("{ " + lists.get(i % lists.size()) + " }");
        }
    }

    // Lists

    private void list(Field field) throws Exception {
        String name = field.name();
        Type node = nodeOf(field);
        String leaves = "totalCount nodes { " + leaves(node) + " } edges { cursor } pageInfo { hasNextPage }";
        run(name + " plain", "{ " + name + "(first: 100) { " + leaves + " } }");
        run(name + " parts", size -> "{ " + name + "(first: " + size + ") { totalCount nodes { " + parts(node, 2) + " } } }");
        for (String order : orders(field)) {
            for (String page : pages(field, order)) {
                run(name + " " + order + page, "{ " + name + "(" + order + page + ") { " + leaves + " } }");
            }
        }
        run(name + " with all lists", size -> "{ " + name + "(first: " + size + ") { nodes { " + everything(node, 1, size) + " } } }");
        run(name + " with some of all lists", size -> "{ " + name + "(first: 100) { nodes { " + everything(node, 1, size) + " } } }");
        for (int seed = 0; seed < 30; seed++) {
            int one = seed;
            run(name + " random " + seed, size -> "{ " + name + "(first: " + Math.max(5, size) + ") { nodes { "
                    + random(node, 2 + one % 5, size, new Random(one)) + " } } }");
        }
        run(name + " 49 times", size -> times(ROOTS, i -> name + "(last: " + Math.max(1, size - i) + ") { " + leaves + " }"));
        if (field.arguments().containsKey("filter")) {
            filters(name, field, "{ ", " }");
        }
        for (Field nested : pagesOf(node)) {
            String path = name + "." + nested.name();
            String before = "{ " + name + "(first: 100) { nodes { ";
            String after = " } } }";
            Type inner = nodeOf(nested);
            for (String order : orders(nested)) {
                run(path + " " + order, size -> before + nested.name() + "(" + order + "last: " + size + ") { totalCount nodes { "
                        + leaves(inner) + " } }" + after);
            }
            run(path + " counts", size -> before
                    + aliases(ALIASES * size / 100, i -> nested.name() + "(first: " + (i % 100 + 1) + ") { totalCount }") + after);
            if (nested.arguments().containsKey("filter")) {
                filters(path, nested, before, after);
            }
        }
    }

    private void filters(String name, Field field, String before, String after) throws Exception {
        String list = field.name();
        boolean nested = name.contains(".");
        String first = nested ? "first: 3" : "first: 100";
        // A change has a number and no id.
        String told = nodeOf(field).fields().containsKey("id") ? "id" : "__typename";
        String selection = ") { totalCount nodes { " + told + " } }";
        Map<String, List<String>> values = values(field);
        List<String> negated = new ArrayList<>();
        boolean combines = types.get(field.arguments().get("filter").name()).inputs().containsKey("not");
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            String key = entry.getKey();
            List<String> literals = entry.getValue();
            String one = "{ " + key + ": " + literals.get(0) + " }";
            negated.addAll(literals.stream().map(value -> "{ not: { " + key + ": " + value + " } }").toList());
            for (String order : orders(field)) {
                run(name + " " + order + one, before + list + "(" + order + first + ", filter: " + one + selection + after);
                run(name + " " + order + "rare " + key, before + list + "(" + order + first + ", filter: { " + key + ": "
                        + literals.get(literals.size() - 1) + " }" + selection + after);
                if (combines) {
                    run(name + " " + order + "not " + one, before + list + "(" + order + first + ", filter: { not: " + one + " }" + selection + after);
                }
            }
            if (!combines) {
                continue;
            }
            run(name + " all of not " + key, size -> before + list + "(" + first + ", filter: { and: ["
                    + repeated(size, i -> "{ not: { " + key + ": " + literals.get(i % literals.size()) + " } }") + "] }" + selection + after);
            run(name + " none of " + key, size -> before + list + "(" + first + ", filter: { and: ["
                    + repeated(size, i -> "{ not: { " + key + ": " + literals.get(i % literals.size()) + " } }")
                    + ", { " + key + ": " + literals.get(0) + " }] }) { nodes { " + told + " } }" + after);
            run(name + " any of " + key, size -> before + list + "(" + first + ", filter: { or: ["
                    + repeated(size, i -> "{ " + key + ": " + literals.get(literals.size() - 1 - i % literals.size()) + " }") + "] }" + selection + after);
        }
        if (!combines) {
            return;
        }
        run(name + " all of not", size -> before + list + "(" + first + ", filter: { and: ["
                + repeated(size, i -> negated.get(i * 7 % negated.size())) + "] }" + selection + after);
        IntFunction<String> aliased =
                i -> list + "(first: 1, filter: " + negated.get(i * 7 % negated.size()) + ") { totalCount }";
        run(name + " filters", size -> nested
                ? before + aliases(ALIASES * size / 100, aliased) + after
                : times(Math.max(1, ROOTS * size / 100), aliased));
    }

    /** Counts by one, two and three dimensions, of all records and of those that meet a condition. */
    private void counts(Field field) throws Exception {
        List<String> dimensions = types.get(field.arguments().get("by").name()).values();
        String filterType = field.arguments().get("filter").name();
        Field list = types.get("Query").fields().values().stream()
                .filter(each -> each.isPage() && each.arguments().containsKey("filter"))
                .filter(each -> each.arguments().get("filter").name().equals(filterType))
                .findFirst()
                .orElseThrow();
        List<String> filters = new ArrayList<>(List.of(""));
        values(list).forEach((key, literals) -> filters.add(", filter: { not: { " + key + ": " + literals.get(0) + " } }"));
        for (int i = 0; i < dimensions.size(); i++) {
            for (int j = i; j < dimensions.size(); j++) {
                for (int k = j; k < dimensions.size(); k++) {
                    List<String> by = Stream.of(i, j, k).distinct().map(dimensions::get).toList();
                    // All conditions with one of the dimensions each, and no condition with all of them.
                    for (String filter : by.size() == 1 ? filters : List.of("")) {
                        run(field.name() + " " + by + filter, "{ " + field.name() + "(by: " + by + filter + ") { count } }");
                    }
                }
            }
        }
    }

    /** The fields of a list's filter but the texts, each with some values. */
    private Map<String, List<String>> values(Field field) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Type filter = types.get(field.arguments().get("filter").name());
        String kind = singular(nodeName(field));
        filter.inputs().forEach((key, type) -> {
            List<String> known = ids.getOrDefault(key.equals("id") ? kind : KINDS.getOrDefault(key, key), List.of());
            switch (type.name()) {
                case "ID" -> {
                    if (!known.isEmpty()) {
                        List<String> literals = new ArrayList<>();
                        known.stream().limit(20).forEach(id -> literals.add(quoted(id)));
                        literals.add("[" + known.stream().limit(20).map(Slowest::quoted).collect(Collectors.joining(", ")) + "]");
                        literals.add(quoted(known.get(known.size() - 1)));
                        values.put(key, literals);
                    }
                }
                case "Boolean" -> values.put(key, List.of("true", "false"));
                case "Date" -> values.put(key, List.of("\"2014-05-05\"", "\"2013-01-01\"", "\"2017-03-03\""));
                case "String" -> {
                    if (key.equals("identifier")) {
                        values.put(key, identifiers);
                    } else if (!key.equals("text")) {
                        values.put(key, List.of("\"none\"", "\"other\""));
                    }
                }
                case "Int" -> values.put(key, List.of("1", "2", "100"));
                default -> {
                    if (type.kind().equals("ENUM")) {
                        values.put(key, types.get(type.name()).values());
                    }
                }
            }
        });
        return values;
    }

    private List<String> orders(Field field) {
        Reference order = field.arguments().get("orderBy");
        return order == null
                ? List.of("")
                : types.get(order.name()).values().stream()
                        .filter(value -> !value.startsWith("RELEVANCE"))
                        .map(value -> "orderBy: " + value + ", ")
                        .toList();
    }

    /** The arguments of the first and last page, and of pages next to the end and, if it can be found by its day, in the middle. */
    private List<String> pages(Field field, String order) throws Exception {
        List<String> pages = new ArrayList<>(List.of("first: 100", "last: 100"));
        for (String end : List.of("first: 100", "last: 100")) {
            Object answer = ask("{ " + field.name() + "(" + order + end + ") { pageInfo { startCursor endCursor } } }");
            for (String cursor : List.of("startCursor", "endCursor")) {
                if (at(answer, "data." + field.name() + ".pageInfo." + cursor) instanceof String found) {
                    pages.add("first: 100, after: " + quoted(found));
                    pages.add("last: 100, before: " + quoted(found));
                }
            }
        }
        return pages;
    }

    private List<Field> pagesOf(Type type) {
        return type.fields().values().stream().filter(Field::isPage).toList();
    }

    // Selections

    /** The fields without selections. */
    private String leaves(Type type) {
        return type.fields().values().stream()
                .filter(field -> field.type().isLeaf() && field.arguments().isEmpty())
                .map(Field::name)
                .collect(Collectors.joining(" ", "__typename ", ""));
    }

    /** The fields without selections, and those of the parts, down to this many levels. */
    private String parts(Type type, int levels) {
        StringBuilder selection = new StringBuilder(leaves(type));
        if (levels > 0) {
            for (Field field : type.fields().values()) {
                if (!field.type().isLeaf() && !field.arguments().containsKey("first")
                        && field.arguments().values().stream().noneMatch(Reference::required)) {
                    selection.append(' ').append(field.name()).append(" { ")
                            .append(parts(types.get(field.type().name()), levels - 1)).append(" }");
                }
            }
        }
        return selection.toString();
    }

    /** The fields of a record with all of its lists, down to this many levels. */
    private String everything(Type type, int levels, int size) {
        StringBuilder selection = new StringBuilder(leaves(type));
        if (levels > 0) {
            for (Field field : type.fields().values()) {
                if (field.isPage()) {
                    selection.append(' ').append(field.name()).append("(first: ").append(size).append(") { totalCount nodes { ")
                            .append(everything(nodeOf(field), levels - 1, size)).append(" } }");
                } else if (!field.type().isLeaf() && field.arguments().values().stream().noneMatch(Reference::required)) {
                    selection.append(' ').append(field.name()).append(" { ")
                            .append(everything(types.get(field.type().name()), levels - 1, size)).append(" }");
                }
            }
        }
        return selection.toString();
    }

    /** One to three of the fields with selections, with as many of theirs, down to this many levels. */
    private String random(Type type, int levels, int size, Random random) {
        StringBuilder selection = new StringBuilder(random.nextBoolean() ? leaves(type) : "__typename");
        List<Field> fields = new ArrayList<>(type.fields().values());
        Collections.shuffle(fields, random);
        fields.stream()
                .filter(field -> levels > 0 && !field.type().isLeaf() && field.arguments().values().stream().noneMatch(Reference::required))
                .limit(1 + random.nextInt(3))
                .forEach(field -> selection.append(' ').append(field.name()).append(field.isPage()
                        ? "(last: " + size + ") { " + (random.nextBoolean() ? "totalCount " : "") + "nodes { "
                                + random(nodeOf(field), levels - 1, size, random) + " } }"
                        : " { " + random(types.get(field.type().name()), levels - 1, size, random) + " }"));
        return selection.toString();
    }

    private String nodeName(Field field) {
        return types.get(field.type().name()).fields().get("nodes").type().name();
    }

    private Type nodeOf(Field field) {
        return types.get(nodeName(field));
    }

    private static String times(int count, IntFunction<String> field) {
        return "{ " + aliases(count, field) + " }";
    }

    private static String aliases(int count, IntFunction<String> field) {
        return IntStream.range(0, Math.max(1, count)).mapToObj(i -> "a" + i + ": " + field.apply(i)).collect(Collectors.joining(" "));
    }

    private static String repeated(int count, IntFunction<String> value) {
        return IntStream.range(0, count).mapToObj(value).collect(Collectors.joining(", "));
    }

    // Fields that are no lists

    private void search(Field field) throws Exception {
        String name = field.name();
        for (String text : List.of("the", "s", "say", "talks", "ceasefire", "talks ceasefire", "ceasefire withdrawal amnesty", "delegation guarantee proposal minister")) {
            for (String end : List.of("", "totalCount ")) {
                run(name + " text " + text + " " + end, "{ " + name + "(first: 100, text: " + quoted(text) + ") { " + end + "nodes { snippet score record { id } } } }");
                run("statements text " + text + " " + end, "{ statements(first: 100, filter: { text: " + quoted(text) + " }) { " + end + "nodes { id } } }");
                run("statements text by relevance " + text + " " + end, "{ statements(first: 100, orderBy: RELEVANCE_DESC, filter: { text: "
                        + quoted(text) + " }) { " + end + "nodes { id } } }");
            }
        }
        run(name + " text often", size -> times(Math.max(1, ROOTS * size / 100), i -> name + "(first: " + (i + 1) + ", text: \"ceasefire\") { totalCount }"));
        run("statements text often", size -> times(Math.max(1, ROOTS * size / 100), i -> "statements(first: " + (i + 1)
                + ", orderBy: RELEVANCE_DESC, filter: { text: \"talks\" }) { totalCount nodes { id } }"));
    }

    private void timeline() throws Exception {
        String selection = ") { totalCount nodes { " + leaves(types.get("TimelineEvent")) + " } }";
        List<String> arguments = new ArrayList<>();
        for (String from : List.of("", "from: \"2014-05-05\", ", "from: \"2019-12-31\", ")) {
            for (String to : List.of("", "to: \"2019-12-31\", ", "to: \"2010-01-05\", ")) {
                for (String kinds : List.of("", "kinds: ROUND, ", "kinds: AGREEMENT, ", "kinds: [STATEMENT, INCIDENT], ")) {
                    for (String actor : actors()) {
                        if (from.isEmpty() || to.isEmpty() || from.substring(7).compareTo(to.substring(5)) <= 0) {
                            arguments.add(from + to + kinds + actor);
                        }
                    }
                }
            }
        }
        for (String some : arguments) {
            run("timeline " + some + "first", "{ timeline(" + some + "first: 100" + selection + " }");
            run("timeline " + some + "last", "{ timeline(" + some + "last: 100" + selection + " }");
        }
        List<String> costly = arguments.stream().filter(some -> some.contains("kinds")).toList();
        run("timeline often", size -> times(Math.max(1, ROOTS * size / 100),
                i -> "timeline(" + costly.get(i * 5 % costly.size()) + "first: 1) { totalCount }"));
        run("timeline without agreements often", size -> times(Math.max(1, ROOTS * size / 100),
                i -> "timeline(kinds: AGREEMENT, first: " + (i + 1) + ") { totalCount nodes { id } }"));
    }

    private List<String> actors() {
        List<String> actors = new ArrayList<>(List.of(""));
        List<String> known = ids.getOrDefault("actor", List.of());
        known.stream().limit(2).forEach(id -> actors.add("actor: " + quoted(id) + ", "));
        return actors;
    }

    private void single() throws Exception {
        for (Field field : types.get("Query").fields().values()) {
            if (field.arguments().containsKey("first") || field.name().equals("queryInfo")) {
                continue;
            }
            Type type = types.get(field.type().name());
            String key = field.arguments().keySet().stream().findFirst().orElse(null);
            List<String> known = key == null || key.equals("ids") ? List.of() : ids.getOrDefault(
                    key.equals("id") ? singular(field.type().name()) : key, List.of());
            if (key == null || !known.isEmpty()) {
                String argument = key == null ? "" : "(" + key + ": " + quoted(known.get(0)) + ")";
                run(field.name() + " plain", "{ " + field.name() + argument + " { " + leaves(type) + " } }");
                run(field.name() + " parts", "{ " + field.name() + argument + " { " + parts(type, 3) + " } }");
                for (int depth = 1; depth <= 2; depth++) {
                    int levels = depth;
                    run(field.name() + " with all lists, level " + depth, size -> "{ " + field.name() + argument + " { "
                            + everything(type, levels, size) + " } }");
                }
                for (int seed = 0; seed < 5; seed++) {
                    int one = seed;
                    run(field.name() + " random " + seed, size -> "{ " + field.name() + argument + " { "
                            + random(type, 3 + one, size, new Random(one)) + " } }");
                }
                run(field.name() + " 49 times", size -> times(Math.max(1, ROOTS * size / 100), i -> field.name()
                        + (key == null ? "" : "(" + key + ": " + quoted(known.get(i % known.size())) + ")") + " { " + parts(type, 2) + " }"));
            }
        }
        for (Map.Entry<String, List<String>> kind : ids.entrySet()) {
            String name = types.keySet().stream().filter(type -> singular(type).equals(kind.getKey())).findFirst().orElseThrow();
            Type type = types.get(name);
            // More ids are refused.
            String begin = "{ nodes(ids: [" + kind.getValue().stream().limit(100).map(Slowest::quoted).collect(Collectors.joining(", "))
                    + "]) { ... on " + name + " { ";
            run("nodes " + kind.getKey(), size -> begin + everything(type, 1, size) + " } } }");
            for (int seed = 0; seed < 5; seed++) {
                int one = seed;
                run("nodes " + kind.getKey() + " random " + seed, size -> begin + random(type, 2 + one, size, new Random(one)) + " } } }");
            }
        }
    }

    private void introspection() throws Exception {
        String type = "{ kind name ofType { kind name ofType { kind name ofType { kind name ofType { name } } } } }";
        String schema = "__schema { types { kind name description fields(includeDeprecated: true) { name description args { name description type "
                + type + " } type " + type + " } inputFields { name type " + type + " } enumValues { name description } possibleTypes { name } } }";
        run("introspection", "{ " + schema + " }");
    }

    // The record and its schema

    /** Identifiers to filter by: those of the first statement, which others may share, and two that no record has. */
    private final List<String> identifiers = new ArrayList<>(List.of("\"WIKIDATA:Q1\"", "\"MEND:1\""));

    private void readIds() throws Exception {
        for (Field field : types.get("Query").fields().values()) {
            // The numbers of changes are no ids.
            if (field.isPage() && field.arguments().containsKey("filter") && nodeOf(field).fields().containsKey("id")) {
                take(ask("{ " + field.name() + "(first: 100) { nodes { id } } }"), "data." + field.name() + ".nodes");
            }
        }
        take(ask("{ incidents(first: 100) { nodes { place { id } } } rounds(first: 100) { nodes { venue { id } } } }"), "data");
        if (at(ask("{ statements(first: 1) { nodes { identifiers { scheme value } } } }"), "data.statements.nodes")
                instanceof List<?> nodes) {
            for (Object node : nodes) {
                for (Object each : (List<?>) at(node, "identifiers")) {
                    identifiers.add(0, quoted(at(each, "scheme") + ":" + at(each, "value")));
                }
            }
        }
        System.out.println("ids: " + ids.entrySet().stream().map(kind -> kind.getKey() + " " + kind.getValue().size()).toList());
    }

    /** Takes all ids below a place in an answer. */
    private void take(Object answer, String path) {
        Set<String> found = new LinkedHashSet<>();
        collect(at(answer, path), found);
        for (String id : found) {
            ids.computeIfAbsent(id.substring(0, id.indexOf('/')), kind -> new ArrayList<>()).add(id);
        }
    }

    private static void collect(Object value, Set<String> found) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, inner) -> {
                if (key.equals("id")) {
                    found.add((String) inner);
                } else {
                    collect(inner, found);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, found));
        }
    }

    private void readSchema() throws Exception {
        String type = "type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
        Object answer = ask("{ __schema { types { kind name fields { name args { name " + type + " } " + type
                + " } inputFields { name " + type + " } enumValues { name } } } }");
        for (Object each : (List<?>) at(answer, "data.__schema.types")) {
            Map<String, Field> fields = new TreeMap<>();
            for (Object field : listAt(each, "fields")) {
                Map<String, Reference> arguments = new TreeMap<>();
                listAt(field, "args").forEach(argument -> arguments.put(text(argument, "name"), reference(at(argument, "type"))));
                fields.put(text(field, "name"), new Field(text(field, "name"), arguments, reference(at(field, "type"))));
            }
            Map<String, Reference> inputs = new TreeMap<>();
            listAt(each, "inputFields").forEach(input -> inputs.put(text(input, "name"), reference(at(input, "type"))));
            types.put(text(each, "name"), new Type(
                    text(each, "kind"), fields, inputs, listAt(each, "enumValues").stream().map(value -> text(value, "name")).toList()));
        }
    }

    private static Reference reference(Object type) {
        boolean required = text(type, "kind").equals("NON_NULL");
        boolean list = false;
        Object inner = type;
        while (at(inner, "ofType") != null) {
            list |= text(inner, "kind").equals("LIST");
            inner = at(inner, "ofType");
        }
        return new Reference(text(inner, "name"), text(inner, "kind"), list, required);
    }

    /** The prefix of the ids of a type. */
    private static String singular(String type) {
        return type.toLowerCase();
    }

    // Running

    /** With the largest of the sizes that the limits allow. */
    private void run(String name, IntFunction<String> operation) throws Exception {
        Set<String> tried = new LinkedHashSet<>();
        for (int size : SIZES) {
            String document = operation.apply(size);
            if (tried.add(document) && run(name + " x" + size, document)) {
                return;
            }
        }
        System.out.println("refused: " + name);
    }

    /** Whether the limits allow it. */
    private boolean run(String name, String document) throws Exception {
        if (!wanted.matcher(name).find()) {
            return true;
        }
        String asked = "{ queryInfo { cost }" + document.substring(1);
        List<Long> times = new ArrayList<>();
        long cpu = cpu();
        String cost = "";
        for (int run = 0; run < RUNS; run++) {
            long begin = System.nanoTime();
            Object answer = ask(asked);
            times.add((System.nanoTime() - begin) / 1_000_000);
            List<?> errors = listAt(answer, "errors");
            if (!errors.isEmpty()) {
                String code = String.valueOf(at(errors.get(0), "extensions.code"));
                if (code.startsWith("TOO_") || code.equals("DOCUMENT_TOO_LARGE") || code.equals("UNAUTHENTICATED")) {
                    return false;
                }
                // Too many groups are found only by counting them.
                boolean counted = text(errors.get(0), "message").contains("must not make more than");
                if (!code.equals("OUT_OF_TIME") && !counted) {
                    throw new IllegalStateException(name + ": " + errors.get(0) + "\n" + document);
                }
            }
            cost = String.valueOf(at(answer, "data.queryInfo.cost"));
        }
        times.sort(null);
        Measured result = new Measured(name, times.get(RUNS / 2), (cpu() - cpu) / RUNS, cost);
        measured.add(result);
        Files.writeString(OPERATIONS.resolve("measured.txt"), line(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (times.get(RUNS / 2) > TOO_LONG) {
            System.out.println(line(result));
            Files.writeString(OPERATIONS.resolve(name.replaceAll("\\W+", "-") + ".graphql"), asked + "\n");
        }
        return true;
    }

    /** CPU time of the program in milliseconds. */
    private long cpu() throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private Object ask(String document) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\": " + quoted(document) + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Json(answer.body()).value();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The value at a path of keys; null if there is none. */
    private static Object at(Object value, String path) {
        Object found = value;
        for (String key : path.split("\\.")) {
            found = found instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return found;
    }

    private static List<?> listAt(Object value, String path) {
        return at(value, path) instanceof List<?> list ? list : List.of();
    }

    private static String text(Object value, String key) {
        return (String) at(value, key);
    }

    /** Reads JSON into maps, lists, strings, numbers and booleans. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            skip();
            char c = text.charAt(at);
            if (c == '{') {
                Map<String, Object> object = new LinkedHashMap<>();
                for (at++, skip(); text.charAt(at) != '}'; comma()) {
                    String key = string();
                    skip();
                    at++; // the colon
                    object.put(key, value());
                }
                at++;
                return object;
            }
            if (c == '[') {
                List<Object> list = new ArrayList<>();
                for (at++, skip(); text.charAt(at) != ']'; comma()) {
                    list.add(value());
                }
                at++;
                return list;
            }
            if (c == '"') {
                return string();
            }
            int begin = at;
            while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(begin, at);
            return switch (word) {
                case "null" -> null;
                case "true", "false" -> Boolean.valueOf(word);
                default -> Double.valueOf(word).longValue();
            };
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c == '\\') {
                    c = text.charAt(++at);
                    if (c == 'u') {
                        c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                        at += 4;
                    } else {
                        int escape = "nrtbf".indexOf(c);
                        c = escape < 0 ? c : "\n\r\t\b\f".charAt(escape);
                    }
                }
                string.append(c);
            }
            at++;
            return string.toString();
        }

        private void comma() {
            skip();
            if (text.charAt(at) == ',') {
                at++;
                skip();
            }
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
