package org.parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.pages.RecordPages;

/**
 * Sends the first page and the explorer from memory. Quarkus would send them too, but plain from the executable, compressed anew
 * for everybody, and only after it has copied them to a folder of /tmp. What is made of the record is kept until the record changes.
 */
@Singleton
final class WebFileHandler implements Handler<RoutingContext> {
    /** The group "file" of it is the file's name; nothing in it leads to another folder, or has to be decoded. */
    static final String PATHS = "/(?<file>(?:graphiql/(?:assets/)?)?(?:[\\w-][\\w.-]*)?)";

    /** What is in it has a hash in its name. What else there is keeps its name, and is asked for anew. */
    private static final String ASSETS = "graphiql/assets/";

    /** Those that were asked for; no more than there are. */
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** Those that are made of the record, each as it was asked for last. */
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private final RecordPages pages;

    WebFileHandler(RecordPages pages) {
        this.pages = pages;
    }

    /** A file, and the edition of the record that it was made for. */
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

    /** From memory too, once it is made; to make it takes the database, and so another thread. */
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

    /** The edition is asked for ahead of the text: a record that changes meanwhile makes it be asked for again. */
    private Made make(String name, Made kept, String edition) {
        return kept != null && kept.edition().equals(edition)
                ? kept
                : new Made(edition, WebFile.named(name, pages.text(name)));
    }

    private static void send(RoutingContext context, String name, WebFile file) {
        send(context, file, name.startsWith(ASSETS) ? "public, immutable, max-age=31536000" : "no-cache");
    }

    /** @param kept how long it may be, as the header Cache-Control has it */
    static void send(RoutingContext context, WebFile file, String kept) {
        Delivery delivery = new Delivery(context);
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
        delivery.send(response.putHeader("Content-Type", file.type()), file.bytes(gzip), gzip);
    }
}
