package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.parley.graph.ErrorShape;

/** The HTTP methods that a path accepts. */
enum Methods {
    /** Pages, files, the schema, health and metrics. */
    READING("GET, HEAD, OPTIONS", "GET", ": queries are sent to /graphql", Set.of(HttpMethod.GET, HttpMethod.HEAD)),

    /** The GraphQL endpoint. */
    ASKING("GET, HEAD, POST, OPTIONS", "GET or POST", "", Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST));

    private final String allowed;
    private final String rule;
    private final String hint;
    private final Set<HttpMethod> methods;

    /** @param allowed the value of the header Allow */
    Methods(String allowed, String rule, String hint, Set<HttpMethod> methods) {
        this.allowed = allowed;
        this.rule = rule;
        this.hint = hint;
        this.methods = methods;
    }

    /**
     * Whether the request has one of these methods. If not, this answers it: OPTIONS with status 204 and the header Allow, any other
     * method with 405.
     */
    boolean admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (methods.contains(method)) {
            return true;
        }
        context.response().putHeader(HttpHeaders.ALLOW, allowed);
        if (method == HttpMethod.OPTIONS) {
            context.response().setStatusCode(204).end();
        } else {
            EarlyRefusal.send(
                    context,
                    405,
                    ErrorShape.BAD_REQUEST,
                    "the method must be " + rule + ", not " + ErrorShape.cut(method.name(), 60) + hint);
        }
        return false;
    }

    /** A route handler: passes the request on to the next route if its method is accepted. */
    void pass(RoutingContext context) {
        if (admit(context)) {
            context.next();
        }
    }
}
