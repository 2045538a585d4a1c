package org.parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.curator.Curators;
import org.parley.export.ExportFormat;
import org.parley.export.ExportRequest;
import org.parley.export.ExportTable;
import org.parley.export.Exports;
import org.parley.graph.ErrorShape;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Operation;
import org.parley.graph.Outages;
import org.parley.graph.ServiceUnavailable;
import org.parley.graph.Sha256;
import org.parley.limit.Admission;
import org.parley.limit.LimitExceeded;
import org.parley.limit.LimitsConfig;
import org.parley.operate.Operations;
import org.parley.record.Edition;

/**
 * Sends tables to other programs, page by page as they are read. An export is one operation while it runs, and each of its pages has the
 * time of one. If a page fails, or the record changes meanwhile, the connection is closed before the end, so that no client takes a part
 * for the whole. Thread-safe.
 */
@Singleton
final class ExportHandler implements Handler<RoutingContext> {
    static final String PATHS = "/export/(?<table>[a-z]+)\\.(?<format>[a-z.]+)";

    /** The path of all tables in one archive. */
    private static final String PACKAGE = "/export/record.zip";

    private static final Logger LOG = Logger.getLogger(ExportHandler.class);
    private static final String ASKED = "parley.export";

    /** In characters. */
    private static final int LONGEST = 4096;

    /** How long a client may read nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long an export may take, which only a slow client needs. */
    private static final Duration LONGEST_TIME = Duration.ofMinutes(30);

    /** What part of the operations that may run at once exports may be: clients who read slowly leave the others to everybody else. */
    private static final int PARTS = 4;

    private static final String WITHHELD = "X-Parley-Withheld";

    private final Exports exports;
    private final Edition edition;
    private final LimitsConfig limits;
    private final Outages outages;
    private final Curators curators;
    private final PageHandler pages;
    private final String version;
    private final int most;
    private final AtomicInteger running = new AtomicInteger();

    ExportHandler(
            Exports exports,
            Edition edition,
            LimitsConfig limits,
            Outages outages,
            Curators curators,
            PageHandler pages,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.exports = exports;
        this.edition = edition;
        this.limits = limits;
        this.outages = outages;
        this.curators = curators;
        this.pages = pages;
        this.version = version;
        this.most = Math.max(1, limits.running() / PARTS);
    }

    /** A route handler for the event loop: finds out what is asked for, and refuses what can't be. */
    void begin(RoutingContext context) {
        ExportTable table = ExportTable.of(context.pathParam("table"));
        ExportFormat format =
                table == null ? null : ExportFormat.of(context.pathParam("table"), context.pathParam("format"));
        if (Methods.READING.admit(context)) {
            if (format == null && !context.request().path().equals(PACKAGE)) {
                pages.refuseUnknown(context);
            } else {
                begin(context, table, format);
            }
        }
    }

    private void begin(RoutingContext context, ExportTable table, ExportFormat format) {
        String query = Objects.requireNonNullElse(context.request().query(), "");
        if (query.length() > LONGEST) {
            EarlyRefusal.send(
                    context,
                    414,
                    ErrorShape.BAD_REQUEST,
                    "the query string of an export must have at most " + LONGEST + " characters");
        } else if (curators.isReadingClosed() && Operations.requester(context) == null) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            EarlyRefusal.send(context, 401, ErrorShape.UNAUTHENTICATED, "reading must be with the token of a curator");
        } else {
            try {
                context.put(ASKED, asked(context, table, format));
                context.next();
            } catch (InvalidArgument wrong) {
                EarlyRefusal.send(context, 400, wrong.code(), wrong.getMessage());
            }
        }
    }

    private List<ExportRequest> asked(RoutingContext context, ExportTable table, ExportFormat format) {
        Map<String, List<String>> parameters = parameters(context);
        if (table != null) {
            return List.of(exports.asked(table, format, parameters));
        }
        if (!parameters.isEmpty()) {
            throw new InvalidArgument("record.zip must be without parameters, not with "
                    + InvalidArgument.shown(parameters.keySet().iterator().next()));
        }
        return exports.all();
    }

    /** Without those that are empty, as a form sends them. */
    private static Map<String, List<String>> parameters(RoutingContext context) {
        Map<String, List<String>> parameters = PageHandler.parameters(context);
        parameters.replaceAll((name, values) ->
                values.stream().filter(value -> !value.isBlank()).toList());
        parameters.values().removeIf(List::isEmpty);
        return parameters;
    }

    /** @param of the record that the page was read from */
    private record First(Exports.Page page, Edition.Served of) {}

    /** Reads the table and sends it. Blocks, so it must run on a worker thread. */
    @Override
    public void handle(RoutingContext context) {
        try {
            if (running.incrementAndGet() > most) {
                refuse(
                        context,
                        503,
                        List.of(ErrorShape.of(
                                Admission.SERVER_BUSY,
                                "Parley sends at most " + most + " exports at once; try again")));
            } else {
                read(context);
            }
        } finally {
            running.decrementAndGet();
        }
    }

    private void read(RoutingContext context) {
        List<ExportRequest> asked = context.get(ASKED);
        First first;
        try {
            first = edition.read(() -> first(asked.get(0)), () -> {}, limits.time())
                    .orElse(null);
        } catch (ServiceUnavailable outage) {
            refuse(context, 503, List.of(ErrorShape.of(outage.code(), outage.getMessage())));
            return;
        } catch (RuntimeException failure) {
            refuseFailed(context, failure);
            return;
        }
        if (first == null) {
            refuse(context, 503, List.of(ErrorShape.of(Admission.SERVER_BUSY, GraphQLHandler.BEING_REPLACED)));
        } else if (first.page().records() == null) {
            List<Map<String, Object>> errors = first.page().answer().errors();
            refuse(context, isSlow(errors) ? 503 : 400, errors);
        } else {
            send(context, asked, first);
        }
    }

    private First first(ExportRequest asked) {
        Edition.Served served = edition.served();
        return new First(exports.page(asked, null), served);
    }

    private static boolean isSlow(List<Map<String, Object>> errors) {
        return errors.stream()
                .anyMatch(error -> LimitExceeded.OUT_OF_TIME.equals(((Map<?, ?>) error.get("extensions")).get("code")));
    }

    private void refuseFailed(RoutingContext context, RuntimeException failure) {
        ServiceUnavailable outage = outages.toldBy(failure);
        if (outage == null) {
            LOG.error("An export failed", failure);
            refuse(context, 500, List.of(ErrorShape.of(ErrorShape.INTERNAL_SERVER_ERROR, ErrorShape.FAILED)));
        } else {
            LOG.errorf("%s: %s", outage.code(), failure.getMessage());
            refuse(context, 503, List.of(ErrorShape.of(outage.code(), outage.getMessage())));
        }
    }

    private static void refuse(RoutingContext context, int status, List<Map<String, Object>> errors) {
        Operation.current().isAnsweredWith(false, errors);
        HttpServerResponse response = context.response().setStatusCode(status);
        if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(Map.of("errors", errors)).toBuffer());
    }

    private void send(RoutingContext context, List<ExportRequest> asked, First first) {
        Operation.current().isAnsweredWith(true, List.of());
        Delivery delivery = new Delivery(context, Preferences.of(context).acceptsGzip());
        EntityTag tag = tag(context, first.of());
        String known = delivery.known(tag);
        boolean isPackage = context.request().path().equals(PACKAGE);
        boolean isGzipped = delivery.gzipAccepted() && !isPackage;
        HttpServerResponse response =
                delivery.response(known == null ? 200 : 304, known == null ? tag.of(isGzipped) : known);
        response.putHeader(HttpHeaders.CACHE_CONTROL, curators.isReadingClosed() ? "private, no-cache" : "no-cache")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (known != null) {
            response.end();
            return;
        }
        response.putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        isPackage ? "application/zip" : asked.get(0).format().mediaType())
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"parley-" + context.pathParam("table") + "-"
                                + LocalDate.now(ZoneOffset.UTC) + "."
                                + context.pathParam("format") + "\"");
        if (isGzipped) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
            return;
        }
        response.setChunked(true).putHeader("Trailer", WITHHELD);
        try {
            ResponseStream chunks = new ResponseStream(response, PATIENCE, LONGEST_TIME);
            OutputStream out = isGzipped ? new GZIPOutputStream(chunks, 8192) : chunks;
            Exports.Pages pages = (request, cursor) -> next(request, cursor, first.of());
            int withheld = isPackage
                    ? exports.writePackage(asked, out, first.page(), pages)
                    : exports.write(asked.get(0), out, first.page(), pages, host(context));
            out.close();
            response.putTrailer(WITHHELD, Integer.toString(withheld)).end();
        } catch (IOException | RuntimeException e) {
            // The client sees that the chunks have no end.
            LOG.warnf("An export ended before its end: %s", e.getMessage());
            response.reset();
        }
    }

    /** A calendar has the host in its ids. */
    private EntityTag tag(RoutingContext context, Edition.Served served) {
        return new EntityTag(Sha256.of(String.join(
                "\u0000",
                version,
                served == null ? "" : served.digest(),
                context.request().uri(),
                host(context))));
    }

    /** The name of this server as the client has it. */
    private static String host(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        return authority == null ? "parley" : authority.host();
    }

    private Exports.Page next(ExportRequest asked, String cursor, Edition.Served of) throws IOException {
        Exports.Page page = edition.read(() -> exports.page(asked, cursor), () -> {}, limits.time())
                .orElse(null);
        if (page == null || page.records() == null) {
            throw new IOException(
                    page == null
                            ? GraphQLHandler.BEING_REPLACED
                            : page.answer().errors().toString());
        }
        if (!Objects.equals(edition.served(), of)) {
            throw new IOException("The record has changed meanwhile");
        }
        return page;
    }
}
