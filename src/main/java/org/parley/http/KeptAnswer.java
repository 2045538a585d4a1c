package org.parley.http;

import io.vertx.core.buffer.Buffer;
import org.parley.operate.Report;
import org.parley.record.Edition;

/**
 * An answer without errors, as it is sent again to whoever sends the same request. Immutable; its buffers must not be changed.
 *
 * @param of      the record that it was read from
 * @param type    of a page, the value of the header Content-Type; null for JSON, whose type the request determines
 * @param plain   text in UTF-8
 * @param gzipped the same, gzipped; null if no client has asked for it yet, or if it is too short to be gzipped
 * @param tag     its ETag; null if it answers a POST
 * @param report  what is reported of the operation that made it
 */
record KeptAnswer(Edition.Served of, String type, Buffer plain, Buffer gzipped, EntityTag tag, Report report) {

    KeptAnswer withGzipped(Buffer bytes) {
        return new KeptAnswer(of, type, plain, bytes, tag, report);
    }

    /** In bytes of heap, about. */
    int size() {
        return 600 + plain.length() + (gzipped == null ? 0 : gzipped.length());
    }
}
