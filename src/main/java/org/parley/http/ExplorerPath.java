package org.parley.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads {@code /graphiql} to the explorer's folder, from where its page finds its files and the server. */
@ApplicationScoped
class ExplorerPath {
    void init(@Observes Router router) {
        router.getWithRegex("/graphiql").handler(context -> context.response()
                .setStatusCode(301)
                .putHeader("Location", "graphiql/")
                .end());
    }
}
