package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.curator.Curator;
import org.parley.curator.Curators;
import org.parley.graph.ErrorShape;
import org.parley.graph.Requester;
import org.parley.operate.Operations;
import org.parley.pages.PageAddress;

/**
 * Finds out which curator sends a GraphQL request, by the header {@code Authorization: Bearer TOKEN} (RFC 6750). A request without the
 * header is anonymous. One with a header that proves nobody is refused, not answered as an anonymous one: its client would take what
 * it may not do for what Parley can't do.
 *
 * <p>Runs on the event loop. Nothing of the header gets into an answer or into the log.
 */
@ApplicationScoped
class Authentication {
    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    private static final String PROOF = "parley.proof";

    private final Curators curators;

    Authentication(Curators curators) {
        this.curators = curators;
    }

    /**
     * Who sends a request, asked again whenever it is called: a token may expire, or be revoked, while an answer goes on.
     *
     * @return null if the request has no token; its result is null once the token proves nobody
     */
    static Supplier<Requester> proof(RoutingContext context) {
        return context.get(PROOF);
    }

    void init(@Observes Router router) {
        RouteOrder.CURATOR.of(router.route("/graphql")).handler(this::find);
        RouteOrder.CURATOR.of(router.routeWithRegex(PageAddress.PATHS)).handler(this::findReader);
        RouteOrder.CURATOR.of(router.routeWithRegex(ExportHandler.PATHS)).handler(this::findReader);
    }

    /**
     * A page or an export asks for a token only where reading is closed, and then tells that in its own words. Otherwise the header is not Parley's: a proxy
     * in front of it may have a login of its own.
     */
    private void findReader(RoutingContext context) {
        if (curators.isReadingClosed() && context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            find(context);
        } else {
            context.next();
        }
    }

    private void find(RoutingContext context) {
        if (curators.isOn()) {
            // A browser must not give a curator the answer that it keeps from before the curator had a token.
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        }
        List<String> sent = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            // Browsers can't send the header with a WebSocket, whose first message may have the token.
            if (curators.isReadingClosed() && !Sockets.isAskedFor(context.request())) {
                refuse(context, "authorization must be Bearer and the token of a curator: this record is not public");
            } else {
                context.next();
            }
            return;
        }
        if (sent.size() > 1) {
            EarlyRefusal.send(
                    context,
                    400,
                    ErrorShape.BAD_REQUEST,
                    "authorization must be sent once, not " + sent.size() + " times");
            return;
        }
        if (!curators.isOn()) {
            refuse(context, "authorization must be left out: this Parley has no curators (parley.curators is not set)");
            return;
        }
        String token = token(sent.get(0));
        if (token == null) {
            refuse(context, "authorization must be Bearer, a blank and the token of a curator");
            return;
        }
        Optional<Curator> curator = curators.of(token);
        if (curator.isEmpty()) {
            refuse(
                    context,
                    "the token in authorization must be that of a curator of this Parley, and not have been revoked or expired");
            return;
        }
        Operations.isOf(curator.get(), context);
        context.put(PROOF, (Supplier<Requester>) () -> curators.of(token).orElse(null));
        context.next();
    }

    /** The token in the value of the header; null if it has another form. */
    static String token(String header) {
        Matcher bearer = BEARER.matcher(header.strip());
        return bearer.matches() ? bearer.group(1) : null;
    }

    private static void refuse(RoutingContext context, String sentence) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        EarlyRefusal.send(context, 401, ErrorShape.UNAUTHENTICATED, sentence);
    }
}
