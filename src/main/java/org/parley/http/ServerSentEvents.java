package org.parley.http;

import io.vertx.core.http.HttpServerResponse;

/** Answers a request by server-sent events. */
final class ServerSentEvents implements EventSink {
    private static final String COMMENT = ":\n\n";

    private final HttpServerResponse response;

    ServerSentEvents(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public boolean isClosed() {
        return response.closed();
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void onDrain(Runnable then) {
        response.drainHandler(drained -> then.run());
    }

    @Override
    public void onClose(Runnable then) {
        response.closeHandler(closed -> then.run());
        response.exceptionHandler(failure -> then.run());
        if (response.closed()) {
            then.run();
        }
    }

    @Override
    public void begin() {
        EventStreams.begin(response).write(COMMENT);
    }

    @Override
    public void beat() {
        if (!response.writeQueueFull()) {
            response.write(COMMENT);
        }
    }

    @Override
    public void next(byte[] json) {
        response.write(EventStreams.next(json));
    }

    @Override
    public void complete() {
        response.end(EventStreams.complete());
    }
}
