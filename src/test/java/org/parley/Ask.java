package org.parley;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** Asks the running server, in the words of the tests: {@code ask("{ ... }").answers("actor.name", "Rustem Umerov")}. */
public final class Ask {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

    private final String query;
    private final Map<String, Object> variables;
    private final Response response;
    private final String text;
    private Map<?, ?> json;

    /** @param authorization the header; null for none */
    private Ask(String query, Map<String, Object> variables, String authorization) {
        this.query = query;
        this.variables = variables;
        this.response = given().contentType("application/json")
                .accept("application/json")
                .headers(authorization == null ? Map.of() : Map.of("Authorization", authorization))
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql");
        this.text = response.asString();
    }

    public static Ask ask(String query) {
        return new Ask(query, Map.of(), null);
    }

    public static Ask ask(String query, Map<String, Object> variables) {
        return new Ask(query, variables, null);
    }

    /** @param authorization the header */
    public static Ask ask(String query, Map<String, Object> variables, String authorization) {
        return new Ask(query, variables, authorization);
    }

    /**
     * The slugs of the records of a root list that a filter lets through, in the list's order. Fails if there are more than a
     * page holds, or another number than the list itself counts.
     */
    public static List<String> found(String list, String filter) {
        Ask asked = ask("{ " + list + "(first: 100, filter: " + filter + ") { totalCount nodes { id } } }");
        List<String> ids = asked.at(list + ".nodes.id");
        asked.answers(list + ".totalCount", ids.size());
        return ids.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList();
    }

    /** The answer's value at a path below {@code data}, such as {@code rounds.nodes[0].title} or {@code actors.nodes.id}. */
    public Ask answers(String path, Object expected) {
        Object actual = at(path);
        if (!Objects.equals(expected, actual)) {
            fail(path + " is " + actual + ", not " + expected);
        }
        return this;
    }

    /** The list at a path below {@code data} is just these values, in this order. */
    public Ask answersInOrder(String path, Object... expected) {
        return answers(path, Arrays.asList(expected));
    }

    /** The list at a path below {@code data} is just these values, in any order. */
    public Ask answersInAnyOrder(String path, Object... expected) {
        List<Object> missing = new ArrayList<>(List.of(expected));
        List<Object> actual = at(path);
        for (Object value : actual) {
            if (!missing.remove(value)) {
                return fail(path + " is " + actual + ", in which " + value + " is one too many");
            }
        }
        return missing.isEmpty() ? this : fail(path + " is " + actual + ", without " + missing);
    }

    /**
     * The value at a path below {@code data}; of a list, each element's value. Fails if the answer has errors, and where the
     * path leads to no field that was asked for.
     */
    @SuppressWarnings("unchecked") // the caller knows what its query asks for
    public <T> T at(String path) {
        if (json().get("errors") != null) {
            fail("the answer has errors");
        }
        Object value = json().get("data");
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            value = field(value, step.group(1), path);
            if (step.group(2) != null) {
                List<?> list = (List<?>) value;
                int place = Integer.parseInt(step.group(2));
                if (place >= list.size()) {
                    fail(path + " leads past the end of a list of " + list.size());
                }
                value = list.get(place);
            }
        }
        return (T) value;
    }

    private Object field(Object of, String name, String path) {
        if (of instanceof List<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(each == null ? null : field(each, name, path)));
            return values;
        }
        if (!(of instanceof Map<?, ?> object) || !object.containsKey(name)) {
            return fail(path + " leads to nothing at " + name);
        }
        return object.get(name);
    }

    /** Exactly one error, with this code, whose sentence holds each of these parts. */
    public Ask failsWith(String code, String... parts) {
        if (!(json().get("errors") instanceof List<?> errors) || errors.size() != 1) {
            return fail("expected one error " + code);
        }
        Map<?, ?> error = (Map<?, ?>) errors.get(0);
        Object actual = ((Map<?, ?>) error.get("extensions")).get("code");
        if (!code.equals(actual)) {
            return fail("the error's code is " + actual + ", not " + code);
        }
        for (String part : parts) {
            if (!((String) error.get("message")).contains(part)) {
                return fail("the error's message does not hold \"" + part + "\"");
            }
        }
        return this;
    }

    /** The answer's errors; none where it has none. */
    @SuppressWarnings("unchecked") // an answer's errors are a list
    public List<Object> errors() {
        Object errors = json().get("errors");
        return errors == null ? List.of() : (List<Object>) errors;
    }

    /** The whole body as it came, for what the methods above do not tell. */
    public String body() {
        return text;
    }

    private Map<?, ?> json() {
        if (json == null) {
            try {
                json = JSON.readValue(text, Map.class);
            } catch (JsonProcessingException e) {
                fail("the answer is no JSON: " + e.getMessage());
            }
        }
        return json;
    }

    private <T> T fail(String what) {
        return Assertions.fail(what + "\nquery: " + query + "\nvariables: " + variables + "\nstatus: "
                + response.statusCode() + "\nbody: " + response.asPrettyString());
    }
}
