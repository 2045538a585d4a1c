package org.parley.pages;

import graphql.language.Document;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GraphQL document of a page: what the page has to ask of the record. It is one query, in a file with the page's name; its variables
 * are the parameters that the page takes. Fragments that several pages use are in {@code fragments.graphql}. Immutable.
 */
final class PageDocument {
    /** How many records a page lists. */
    private static final int LISTED = 25;

    /** How many a picture shows. */
    private static final int PICTURED = 100;

    private static final Set<String> PICTURES = Set.of("timeline", "positions");

    private static final String FOLDER = "/templates/";
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.([a-z]\\w*)");
    private static final Pattern FRAGMENT = Pattern.compile("(?ms)^fragment (\\w+) on .*?^}");
    private static final Pattern HEAD = Pattern.compile("(?m)^query (\\w+)\\((.*?)\\) \\{", Pattern.DOTALL);
    private static final Map<String, PageDocument> ALL = new ConcurrentHashMap<>();

    private final String text;
    private final String textOfThePast;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    private record Variable(boolean isList, boolean isNumber) {}

    private final int listed;

    private PageDocument(String query, int listed) {
        this.listed = listed;
        text = withFragments(query);
        textOfThePast = HEAD.matcher(text)
                .replaceFirst("query $1(\\$known: Int!, $2) @knownAt(change: \\$known) {")
                .replace(", )", ")");
        Document document = new Parser().parseDocument(text);
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).get(0);
        for (VariableDefinition each : operation.getVariableDefinitions()) {
            Type<?> type = each.getType() instanceof NonNullType required ? required.getType() : each.getType();
            variables.put(
                    each.getName(),
                    new Variable(
                            type instanceof ListType,
                            type instanceof TypeName name && name.getName().equals("Int")));
        }
    }

    /**
     * The document of a page.
     *
     * @param page the page's name
     */
    static PageDocument of(String page) {
        return ALL.computeIfAbsent(
                page, name -> new PageDocument(file(name + ".graphql"), PICTURES.contains(name) ? PICTURED : LISTED));
    }

    /** @param ofThePast whether it is asked as of a change */
    String text(boolean ofThePast) {
        return ofThePast ? textOfThePast : text;
    }

    /** The names of the variables. */
    Set<String> variables() {
        return variables.keySet();
    }

    /**
     * The values of the variables, as a client would send them.
     *
     * @param parameters of the address, without empty ones
     */
    Map<String, Object> values(Map<String, List<String>> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, variable) -> {
            List<String> given = parameters.get(name);
            if (given != null) {
                values.put(name, variable.isList() ? given : variable.isNumber() ? number(given.get(0)) : given.get(0));
            }
        });
        if (variables.containsKey("first")) {
            values.put(values.containsKey("before") ? "last" : "first", BigDecimal.valueOf(listed));
        }
        return values;
    }

    /** The number, or the text if it is none: the query is then refused with the name of the variable. */
    static Object number(String text) {
        return text.matches("-?\\d{1,15}") ? new BigDecimal(text) : text;
    }

    private static String withFragments(String query) {
        Map<String, String> known = new LinkedHashMap<>();
        Matcher fragments = FRAGMENT.matcher(file("fragments.graphql"));
        while (fragments.find()) {
            known.put(fragments.group(1), fragments.group());
        }
        Set<String> used = new LinkedHashSet<>();
        List<String> unread = new ArrayList<>(List.of(query));
        while (!unread.isEmpty()) {
            Matcher spreads = SPREAD.matcher(unread.remove(0));
            while (spreads.find()) {
                if (known.containsKey(spreads.group(1)) && used.add(spreads.group(1))) {
                    unread.add(known.get(spreads.group(1)));
                }
            }
        }
        StringBuilder whole = new StringBuilder(query.strip());
        used.forEach(name -> whole.append("\n\n").append(known.get(name)));
        return whole.append('\n').toString();
    }

    /** The text of a file of the pages, which is part of the program. */
    static String file(String name) {
        try (InputStream file = PageDocument.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The program has no file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
