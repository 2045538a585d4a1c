package org.parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the first page and the explorer from memory. Quarkus would send them too, but plain from the executable, compressed anew
 * for everybody, and only after it has copied them to a folder of /tmp.
 */
@Singleton
final class WebFileHandler implements Handler<RoutingContext> {
    /** The group "file" of it is the file's name; nothing in it leads to another folder, or has to be decoded. */
    static final String PATHS = "/(?<file>(?:graphiql/(?:assets/)?)?(?:[\\w-][\\w.-]*)?)";

    /** What is in it has a hash in its name. What else there is keeps its name, and is asked for anew. */
    private static final String ASSETS = "graphiql/assets/";

    /** Those that were asked for; no more than there are. */
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    @Override
    public void handle(RoutingContext context) {
        String path = context.pathParam("file");
        String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        WebFile file = files.computeIfAbsent(name, WebFile::read);
        if (file == null) {
            context.next();
            return;
        }
        if (Methods.READING.admit(context)) {
            send(context, file, name.startsWith(ASSETS) ? "public, immutable, max-age=31536000" : "no-cache");
        }
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
