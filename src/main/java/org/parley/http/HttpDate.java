package org.parley.http;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.http.HttpHeaders;
import java.util.Date;

/** The value of the header Date, formatted once a second. Thread-safe. */
final class HttpDate {
    private static volatile HttpDate latest = new HttpDate(System.currentTimeMillis() / 1000);

    private final long second;
    private final CharSequence text;

    private HttpDate(long second) {
        this.second = second;
        this.text = HttpHeaders.createOptimized(DateFormatter.format(new Date(second * 1000)));
    }

    static CharSequence now() {
        long second = System.currentTimeMillis() / 1000;
        HttpDate date = latest;
        if (date.second != second) {
            date = new HttpDate(second);
            latest = date;
        }
        return date.text;
    }
}
