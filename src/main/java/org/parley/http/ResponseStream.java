package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is written to it as the chunks of a response. Waits where the client does not read as fast, so that memory stays constant.
 * Used by one thread, which must not be an event loop.
 */
final class ResponseStream extends OutputStream {
    /** In bytes. */
    private static final int CHUNK = 32 * 1024;

    /** How often to look whether the client has gone. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final HttpServerResponse response;
    private final Duration patience;
    private final long end;
    private Buffer chunk = Buffer.buffer(CHUNK);

    /**
     * @param patience how long the client may read nothing
     * @param longest  how long all of it may take
     */
    ResponseStream(HttpServerResponse response, Duration patience, Duration longest) {
        this.response = response;
        this.patience = patience;
        this.end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        chunk.appendBytes(bytes, from, length);
        if (chunk.length() >= CHUNK) {
            send();
        }
    }

    private void send() throws IOException {
        if (response.closed()) {
            throw new IOException("The client has disconnected");
        }
        if (System.nanoTime() > end) {
            throw new IOException("The client reads too slowly");
        }
        if (response.writeQueueFull()) {
            await();
        }
        response.write(chunk);
        chunk = Buffer.buffer(CHUNK);
    }

    private void await() throws IOException {
        CountDownLatch drained = new CountDownLatch(1);
        response.drainHandler(done -> drained.countDown());
        long patienceEnd = System.nanoTime() + patience.toNanos();
        try {
            while (response.writeQueueFull() && !drained.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (response.closed() || System.nanoTime() > patienceEnd) {
                    throw new IOException("The client has read nothing for " + patience + ", or has disconnected");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Sends what is left. The response does not end. */
    @Override
    public void close() throws IOException {
        if (chunk.length() > 0) {
            send();
        }
    }
}
