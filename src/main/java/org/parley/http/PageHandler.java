package org.parley.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.parley.curator.Curators;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.graph.ServiceUnavailable;
import org.parley.graph.Sha256;
import org.parley.limit.Admission;
import org.parley.limit.LimitsConfig;
import org.parley.operate.Operations;
import org.parley.pages.PageAddress;
import org.parley.pages.ReaderPages;
import org.parley.record.Edition;

/**
 * Sends the pages for readers: from the cache of answers, which it shares with GraphQL, or made anew on a worker thread. A page is an
 * operation like any other: admitted, limited, logged and counted. Thread-safe.
 */
@Singleton
final class PageHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(PageHandler.class);
    private static final String ASKED = "parley.page";
    private static final String HTML = "text/html; charset=utf-8";

    /** In characters. A longer query string is no page's; its parameters would be parsed on the event loop. */
    private static final int LONGEST = 4096;

    private final ReaderPages pages;
    private final Edition edition;
    private final LimitsConfig limits;
    private final KeptAnswers kept;
    private final KeptAnswersHandler keptAnswers;
    private final Operations operations;
    private final Outages outages;
    private final Curators curators;

    PageHandler(
            ReaderPages pages,
            Edition edition,
            LimitsConfig limits,
            KeptAnswers kept,
            KeptAnswersHandler keptAnswers,
            Operations operations,
            Outages outages,
            Curators curators) {
        this.pages = pages;
        this.edition = edition;
        this.limits = limits;
        this.kept = kept;
        this.keptAnswers = keptAnswers;
        this.operations = operations;
        this.outages = outages;
        this.curators = curators;
    }

    /** A route handler for the event loop: finds out which page is asked for, and sends it if it is in the cache. */
    void answerKept(RoutingContext context) {
        if (!Methods.READING.admit(context)) {
            return;
        }
        String query = context.request().query();
        if (query != null && query.length() > LONGEST) {
            EarlyRefusal.send(
                    context,
                    414,
                    ErrorShape.BAD_REQUEST,
                    "the query string of a page must have at most " + LONGEST + " characters");
            return;
        }
        PageAddress asked = PageAddress.of(context.request().path(), parameters(context));
        if (asked == null) {
            // Such as a record whose id can't be one.
            refuse(context, 404, pages.missing(context.request().path()));
            return;
        }
        context.put(ASKED, asked);
        if (curators.isReadingClosed() && Operations.requester(context) == null) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(context, 401, pages.closed(asked));
            return;
        }
        keptAnswers.handlePage(context);
    }

    /** A route handler for a path that nothing has: a page says so to readers, if their program only reads. */
    void refuseUnknown(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            refuse(context, 404, pages.missing(context.request().path()));
        } else {
            context.next();
        }
    }

    /** The parameters of the address by their names, in their order. */
    static Map<String, List<String>> parameters(RoutingContext context) {
        MultiMap given = context.queryParams();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        given.names().forEach(name -> parameters.put(name, given.getAll(name)));
        return parameters;
    }

    /** Refuses a request before it is an operation; counted like any other such refusal. */
    private static void refuse(RoutingContext context, int status, String page) {
        EarlyRefusal.count(status, "PAGE");
        send(context, status, HTML, page);
    }

    /** Makes the page. Blocks, so it must run on a worker thread. */
    @Override
    public void handle(RoutingContext context) {
        PageAddress asked = context.get(ASKED);
        try {
            Found found =
                    edition.read(() -> find(asked), () -> {}, limits.time()).orElse(null);
            if (found == null) {
                busy(context, GraphQLHandler.BEING_REPLACED);
            } else {
                tell(found, context);
            }
        } catch (ServiceUnavailable outage) {
            outOfService(context, outage);
        } catch (RuntimeException failure) {
            ServiceUnavailable outage = outages.toldBy(failure);
            if (outage == null) {
                LOG.error("A page failed", failure);
                isRefused(ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED);
                send(context, 500, HTML, pages.failed(asked, ErrorShape.FAILED));
            } else {
                LOG.errorf("%s: %s", outage.code(), failure.getMessage());
                outOfService(context, outage);
            }
        }
    }

    private void outOfService(RoutingContext context, ServiceUnavailable outage) {
        isRefused(outage.code(), outage.getMessage());
        busy(context, outage.getMessage());
    }

    private static void isRefused(String code, String sentence) {
        Operation.current().isAnsweredWith(false, List.of(ErrorShape.of(code, sentence)));
    }

    /** @param of the record that was read */
    private record Found(ReaderPages.Shown page, Edition.Served of) {}

    private Found find(PageAddress asked) {
        Edition.Served served = edition.served();
        return new Found(pages.show(asked), served);
    }

    /** Refuses a page for which there is no room at present. */
    void refuseBusy(RoutingContext context, String sentence) {
        EarlyRefusal.count(503, Admission.SERVER_BUSY);
        busy(context, sentence);
    }

    private void busy(RoutingContext context, String sentence) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        send(context, 503, HTML, pages.failed(context.get(ASKED), sentence));
    }

    private void tell(Found found, RoutingContext context) {
        ReaderPages.Shown page = found.page();
        Operation.current()
                .isAnsweredWith(page.answer().hasData(), page.answer().errors());
        if (page.location() != null) {
            context.response()
                    .setStatusCode(page.status())
                    .putHeader(HttpHeaders.LOCATION, page.location())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        if (page.status() != 200) {
            send(context, page.status(), page.type(), page.text());
            return;
        }
        byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer(context, page.type(), Preferences.of(context).acceptsGzip());
        if (Operations.requester(context) == null) {
            answer.mayBeKept(new EntityTag(Sha256.of(bytes)), 0);
            if (answer.isKept()) {
                answer.tellKept();
                return;
            }
        }
        answer.write(bytes);
        RequestKey key = KeptAnswersHandler.key(context);
        if (key != null && found.of() != null) {
            kept.keep(
                    key,
                    new KeptAnswer(
                            found.of(),
                            page.type(),
                            answer.plain(),
                            answer.gzipped(),
                            answer.tag(),
                            operations.toKeep()));
        }
        answer.send(200);
    }

    private static void send(RoutingContext context, int status, String type, String text) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(text));
    }
}
