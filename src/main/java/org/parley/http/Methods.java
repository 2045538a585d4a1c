package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.parley.graph.ErrorShape;

/** The methods that a path takes. */
enum Methods {
    /** Of what is there to be read. */
    READING("GET, HEAD, OPTIONS", "GET", ": queries are sent to /graphql", Set.of(HttpMethod.GET, HttpMethod.HEAD)),

    /** Of what can be asked. */
    ASKING("GET, HEAD, POST, OPTIONS", "GET or POST", "", Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST));

    private final String allowed;
    private final String rule;
    private final String hint;
    private final Set<HttpMethod> methods;

    /** @param allowed as the header Allow lists them */
    Methods(String allowed, String rule, String hint, Set<HttpMethod> methods) {
        this.allowed = allowed;
        this.rule = rule;
        this.hint = hint;
        this.methods = methods;
    }

    /** Whether the request comes by one of them. Whoever asks which there are is told so, and any other is refused. */
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

    /** As the handler of a route: the request goes on to the next one if it is admitted. */
    void pass(RoutingContext context) {
        if (admit(context)) {
            context.next();
        }
    }
}
