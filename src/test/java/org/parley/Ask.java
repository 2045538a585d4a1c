package org.parley;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/** Asks the running server, in the words of the tests: {@code ask("{ ... }").answers("actor.name", "Rustem Umerov")}. */
public final class Ask {
    private final String query;
    private final Map<String, Object> variables;
    private final Response response;

    private Ask(String query, Map<String, Object> variables) {
        this.query = query;
        this.variables = variables;
        this.response = given().contentType("application/json")
                .accept("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql");
    }

    public static Ask ask(String query) {
        return new Ask(query, Map.of());
    }

    public static Ask ask(String query, Map<String, Object> variables) {
        return new Ask(query, variables);
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
        return answers(path, List.of(expected));
    }

    /** The value at a path below {@code data}; fails if the answer has errors. */
    public <T> T at(String path) {
        JsonPath json = succeeded();
        return json.get("data." + path);
    }

    /** Exactly one error, with this code, whose sentence holds each of these parts. */
    public Ask failsWith(String code, String... parts) {
        JsonPath json = response.jsonPath();
        List<Map<String, Object>> errors = json.getList("errors");
        if (errors == null || errors.size() != 1) {
            return fail("expected one error " + code);
        }
        if (!code.equals(json.getString("errors[0].extensions.code"))) {
            return fail("the error's code is " + json.getString("errors[0].extensions.code") + ", not " + code);
        }
        for (String part : parts) {
            if (!json.getString("errors[0].message").contains(part)) {
                return fail("the error's message does not hold \"" + part + "\"");
            }
        }
        return this;
    }

    /** The whole body, for what the methods above do not tell. */
    public String body() {
        return response.asString();
    }

    /** The body as JSON; fails if the answer has errors. */
    public JsonPath succeeded() {
        JsonPath json = response.jsonPath();
        if (json.get("errors") != null) {
            fail("the answer has errors");
        }
        return json;
    }

    private Ask fail(String what) {
        return Assertions.fail(what + "\nquery: " + query + "\nvariables: " + variables + "\nstatus: "
                + response.statusCode() + "\nbody: " + response.asPrettyString());
    }
}
