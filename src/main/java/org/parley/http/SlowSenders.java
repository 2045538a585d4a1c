package org.parley.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends requests whose body takes too long. The connection's idle timeout would not: it starts again with every byte. */
@ApplicationScoped
class SlowSenders {
    private final long patience;

    SlowSenders(HttpConfig settings) {
        patience = settings.bodyTimeout().toMillis();
    }

    void init(@Observes Router router) {
        RouteOrder.BODY_TIMER.of(router.route("/graphql")).handler(this::watch);
    }

    /** Fails the request with status 408 unless its body is complete in time. */
    private void watch(RoutingContext context) {
        if (!context.request().isEnded()) {
            long timer = context.vertx().setTimer(patience, late -> {
                if (!context.request().isEnded()) {
                    context.fail(408);
                }
            });
            context.request().end().onComplete(whole -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }
}
