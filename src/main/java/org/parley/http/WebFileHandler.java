package org.parley.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.pages.RecordPages;

/**
 * Sends the front page and the explorer from memory. Quarkus could serve them too, but uncompressed from the native executable, or
 * compressed again for each request, and only after it has copied them to a folder in /tmp. Files generated from the record are cached
 * until the record changes.
 */
@Singleton
final class WebFileHandler implements Handler<RoutingContext> {
    /** The group "file" is the file's name. It can't have a {@code ..} segment or percent-encoding, so it leads to no other folder. */
    static final String PATHS = "/(?<file>(?:graphiql/(?:assets/)?)?(?:[\\w-][\\w.-]*)?)";

    /** Files in this folder have a content hash in their names, so they can be cached for good. All other files must be revalidated. */
    private static final String ASSETS = "graphiql/assets/";

    /** Files by name, as they were first requested. Bounded, since only files that exist are kept. */
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** Files generated from the record, by name: the latest version of each. */
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private final RecordPages pages;

    WebFileHandler(RecordPages pages) {
        this.pages = pages;
    }

    /** A generated file, and the edition of the record that it was generated from. */
    private record Made(String edition, WebFile file) {}

    @Override
    public void handle(RoutingContext context) {
        String path = context.pathParam("file");
        String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        boolean isMade = pages.names().contains(name);
        WebFile file = isMade ? null : files.computeIfAbsent(name, WebFile::read);
        if (!isMade && file == null) {
            context.next();
        } else if (Methods.READING.admit(context)) {
            if (isMade) {
                sendMade(context, name);
            } else {
                send(context, name, file);
            }
        }
    }

    /** Sends a generated file from the cache. To generate it needs the database, so that happens on a worker thread. */
    private void sendMade(RoutingContext context, String name) {
        String edition = pages.edition();
        Made last = made.get(name);
        if (last != null && last.edition().equals(edition)) {
            send(context, name, last.file());
            return;
        }
        context.vertx()
                .executeBlocking(() -> made.compute(name, (key, kept) -> make(key, kept, edition)), false)
                .onSuccess(done -> send(context, name, done.file()))
                .onFailure(context::fail);
    }

    /** Called with the edition read before the text: if the record changes in between, the file is generated again at the next request. */
    private Made make(String name, Made kept, String edition) {
        return kept != null && kept.edition().equals(edition)
                ? kept
                : new Made(edition, WebFile.named(name, pages.text(name)));
    }

    private static void send(RoutingContext context, String name, WebFile file) {
        send(context, file, name.startsWith(ASSETS) ? "public, immutable, max-age=31536000" : "no-cache");
    }

    /** @param kept the value of the header Cache-Control */
    static void send(RoutingContext context, WebFile file, String kept) {
        Delivery delivery = new Delivery(context, Preferences.of(context).acceptsGzip());
        boolean gzip = delivery.gzipAccepted();
        String tag = file.tag().of(gzip);
        String known = delivery.anyIsKnown() ? tag : delivery.known(file.tag());
        HttpServerResponse response = known == null ? delivery.response(200, tag) : delivery.response(304, known);
        response.headers().add("Vary", "Accept-Encoding");
        response.putHeader("Cache-Control", kept);
        if (known != null) {
            response.end();
            return;
        }
        delivery.send(response.putHeader("Content-Type", file.type()), Buffer.buffer(file.bytes(gzip)), gzip);
    }
}
