package org.parley.http;

import io.vertx.ext.web.Route;

/**
 * The order of Parley's routes: everything that happens to a request until it is answered. Vert.x calls routes by ascending number;
 * Quarkus's own numbers are named here too.
 *
 * <p>Quarkus authenticates a request ({@link #AUTHENTICATION}) by its headers, before anything waits for the body, but checks the rules
 * for paths ({@link #AUTHORIZATION}) only after the body was read and the request was admitted. A check that must refuse requests before
 * their body is read, or before they are admitted, needs a constant of its own between AUTHENTICATION and {@link #BODY_TIMER}.
 */
public enum RouteOrder {
    /** Refuses other versions of HTTP ({@link HttpVersions}), before any handler that depends on the version. */
    HTTP_VERSION(Integer.MIN_VALUE),

    /** Joins repeated headers and sets the date ({@link Arrivals}), before any handler that reads or writes a header. */
    ARRIVAL(Integer.MIN_VALUE + 1),

    /**
     * Adds the CORS headers ({@link CrossOrigin}), before handlers that answer OPTIONS or refuse a request, since a page should be able
     * to read those answers, too. Quarkus's own CORS filter, which is switched off, would have this number.
     */
    CROSS_ORIGIN(-300),

    /** Refuses methods that a path does not accept ({@link Methods}), before any handler that waits for a body. */
    METHOD(-250),

    /** Quarkus's own: no route of Parley may have this number. */
    AUTHENTICATION(-200),

    /**
     * Refuses tokens that are not those of a curator ({@link Authentication}), before anything waits for the body or takes a place of
     * {@link org.parley.limit.Admission}.
     */
    CURATOR(-195),

    /** Starts the timeout of the body ({@link SlowSenders}). */
    BODY_TIMER(-190),

    /** Hides the schema and the explorer if introspection is off ({@link LimitRoutes}). */
    HIDDEN(-106),

    /** Notes when a request for a WebSocket ends (in the package {@code tuning}), before it is opened. */
    SOCKET_END(-107),

    /** Opens WebSockets ({@link Sockets}), before the body is awaited, since such a request has none. */
    WEB_SOCKET(-105),

    /** Reads the body ({@link LimitRoutes}). */
    BODY(-104),

    /**
     * Answers from the cache of answers ({@link KeptAnswersHandler}): after the body, which is part of the key. Requests that are answered
     * here don't get to {@link #AUTHORIZATION}, so a rule for the path {@code /graphql} would need a route of its own before.
     */
    KEPT(-103),

    /** Answers what asks no database, on the event loop ({@link GraphQLHandler#answerAtOnce}). The same holds as for {@link #KEPT}. */
    AT_ONCE(-102),

    /** Waits until an operation may run ({@link org.parley.limit.Admission}): after the body, so that a slow sender occupies no place. */
    ADMISSION(-101),

    /** Quarkus's own: no route of Parley may have this number. */
    AUTHORIZATION(-100),

    /** Answers the request ({@link Routes}), before Quarkus's own routes, whose numbers begin at 0. */
    ANSWER(-50),

    /** Says that nothing has the path ({@link Routes}), after all routes, also those of Quarkus. */
    NOWHERE(Integer.MAX_VALUE);

    private final int number;

    RouteOrder(int number) {
        this.number = number;
    }

    /** Gives the route this number and returns it. */
    public Route of(Route route) {
        return route.order(number);
    }
}
