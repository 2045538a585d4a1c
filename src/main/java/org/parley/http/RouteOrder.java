package org.parley.http;

import io.vertx.ext.web.Route;

/**
 * All that happens to a request before and until it is answered, in its order. Every route of Parley has its place by this; Vert.x
 * asks routes by a number, the lowest first, and Quarkus has put its own at numbers that are named here.
 *
 * <p>Quarkus finds out who asks ({@link #AUTHENTICATION}) from headers alone, ahead of all that waits for a body, and holds that
 * against rules for paths ({@link #AUTHORIZATION}) after the body was read and the request has its place. Whoever is to be refused
 * before a body of his is read, or a place taken, needs a place of its own here, between AUTHENTICATION and {@link #BODY_TIMER}.
 */
enum RouteOrder {
    /** Other versions of HTTP are refused ({@link HttpVersions}), ahead of all who may ask for the version. */
    HTTP_VERSION(Integer.MIN_VALUE),

    /** Headers are joined and a date set ({@link Arrivals}), ahead of all who read a header or write one. */
    ARRIVAL(Integer.MIN_VALUE + 1),

    /**
     * Pages of other origins are let in ({@link CrossOrigin}), ahead of those who answer OPTIONS, or refuse, for a page is to read
     * that too. Quarkus's own CORS, which is off, would stand here.
     */
    CROSS_ORIGIN(-300),

    /** Methods that a path does not take are refused ({@link Methods}), ahead of those who wait for a body. */
    METHOD(-250),

    /** Quarkus's: none of ours may stand here. */
    AUTHENTICATION(-200),

    /** The clock begins for the body ({@link SlowSenders}). */
    BODY_TIMER(-190),

    /** The schema and the explorer are hidden where introspection is off ({@link LimitRoutes}). */
    HIDDEN(-104),

    /** WebSockets are refused ({@link LimitRoutes}), ahead of the body, which they don't have. */
    WEB_SOCKET(-103),

    /** The body is read ({@link LimitRoutes}). */
    BODY(-102),

    /** The request waits for its turn ({@link org.parley.limit.Admission}): behind the body, so that one who sends slowly takes no place. */
    ADMISSION(-101),

    /** Quarkus's: none of ours may stand here. */
    AUTHORIZATION(-100),

    /** The request is answered ({@link Routes}), ahead of Quarkus's own routes, which have numbers from 0 on. */
    ANSWER(-50);

    private final int number;

    RouteOrder(int number) {
        this.number = number;
    }

    /** The same route, put in this place. */
    Route of(Route route) {
        return route.order(number);
    }
}
