package org.parley.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.operate.Operations;
import org.parley.record.Confirmation;

/**
 * Answers a request from the cache of answers, on the event loop: such a request is not parsed, takes no thread and no place of
 * {@link org.parley.limit.Admission}, and is logged, counted and traced like any other. Passes all others on.
 */
@Singleton
final class KeptAnswersHandler implements Handler<RoutingContext> {
    private static final String PAGE = "page";
    private static final String KEY = "parley.request-key";

    /** In milliseconds. */
    private static final int PATIENCE = 500;

    private final KeptAnswers answers;
    private final Confirmation confirmation;
    private final MaxAge maxAge;
    private final Operations operations;

    /** Answers that are being gzipped now, so that many clients who ask for one at once have it gzipped once. */
    private final Map<RequestKey, Future<Buffer>> packing = new ConcurrentHashMap<>();

    KeptAnswersHandler(KeptAnswers answers, Confirmation confirmation, MaxAge maxAge, Operations operations) {
        this.answers = answers;
        this.confirmation = confirmation;
        this.maxAge = maxAge;
        this.operations = operations;
    }

    /** By what the answer to this request may be kept; null if it may not. */
    static RequestKey key(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public void handle(RoutingContext context) {
        long began = System.nanoTime();
        Preferences preferences = preferencesOfAnybody(context);
        RequestKey key = preferences == null || preferences.mediaType() == null || preferences.prefersEvents()
                ? null
                : RequestKey.of(context, preferences.mediaType());
        handle(context, key, preferences, began);
    }

    /** The same for a page, whose form does not depend on what the client prefers. */
    void handlePage(RoutingContext context) {
        long began = System.nanoTime();
        Preferences preferences = preferencesOfAnybody(context);
        handle(context, preferences == null ? null : RequestKey.of(context, PAGE), preferences, began);
    }

    private void handle(RoutingContext context, RequestKey key, Preferences preferences, long began) {
        KeptAnswer kept = key == null ? null : answers.find(key);
        if (key != null) {
            context.put(KEY, key);
        }
        if (kept == null) {
            context.next();
        } else if (confirmation.isNeeded()) {
            tellIfConfirmed(kept, key, preferences, context, began);
        } else {
            tell(kept, key, preferences, context, began);
        }
    }

    /** Passes the request on if another process has replaced the record, or if the database does not answer soon. */
    private void tellIfConfirmed(
            KeptAnswer kept, RequestKey key, Preferences preferences, RoutingContext context, long began) {
        Context thread = context.vertx().getOrCreateContext();
        AtomicBoolean isDecided = new AtomicBoolean();
        long timer = context.vertx().setTimer(PATIENCE, late -> {
            if (isDecided.compareAndSet(false, true)) {
                context.next();
            }
        });
        confirmation
                .isHeld(kept.of())
                .onComplete(held -> thread.runOnContext(now -> {
                    context.vertx().cancelTimer(timer);
                    if (!isDecided.compareAndSet(false, true)) {
                        return;
                    }
                    if (held.succeeded() && held.result()) {
                        tell(kept, key, preferences, context, began);
                    } else {
                        context.next();
                    }
                }));
    }

    /** Null where nothing is kept: with the cache off, and for a curator, whose answer is for that curator alone. */
    private Preferences preferencesOfAnybody(RoutingContext context) {
        return answers.areKept() && Operations.requester(context) == null ? preferences(context) : null;
    }

    /** Null if the headers can't be parsed: a later route refuses the request for that. */
    private static Preferences preferences(RoutingContext context) {
        try {
            return Preferences.of(context);
        } catch (StringIndexOutOfBoundsException e) {
            return null;
        }
    }

    private void tell(KeptAnswer kept, RequestKey key, Preferences preferences, RoutingContext context, long began) {
        Answer answer = kept.type() == null
                ? new Answer(context, preferences)
                : new Answer(context, kept.type(), preferences.acceptsGzip());
        if (kept.tag() != null) {
            answer.mayBeKept(kept.tag(), maxAge.seconds());
        }
        if (answer.isKept()) {
            answer.tellKept();
            operations.reportKept(kept.report(), context, began);
            return;
        }
        if (preferences.acceptsGzip()
                && kept.gzipped() == null
                && Answer.isLong(kept.plain().length())) {
            Context thread = context.vertx().getOrCreateContext();
            packed(kept, key, context)
                    .onComplete(done -> thread.runOnContext(now -> tellPacked(done, kept, answer, context, began)));
            return;
        }
        send(answer, kept.plain(), kept.gzipped(), kept, context, began);
    }

    private void tellPacked(
            AsyncResult<Buffer> packed, KeptAnswer kept, Answer answer, RoutingContext context, long began) {
        if (packed.failed()) {
            context.fail(packed.cause());
        } else {
            send(answer, kept.plain(), packed.result(), kept, context, began);
        }
    }

    private void send(
            Answer answer, Buffer plain, Buffer gzipped, KeptAnswer kept, RoutingContext context, long began) {
        answer.is(plain, gzipped);
        answer.send(200);
        operations.reportKept(kept.report(), context, began);
    }

    /** Gzips an answer, which can take long, on a worker thread. */
    private Future<Buffer> packed(KeptAnswer kept, RequestKey key, RoutingContext context) {
        Promise<Buffer> mine = Promise.promise();
        Future<Buffer> others = packing.putIfAbsent(key, mine.future());
        if (others != null) {
            return others;
        }
        context.vertx()
                .executeBlocking(
                        () -> {
                            Buffer packed = Answer.packed(kept.plain().getBytes());
                            answers.renew(key, kept, kept.withGzipped(packed));
                            return packed;
                        },
                        false)
                .onComplete(done -> {
                    packing.remove(key);
                    mine.handle(done);
                });
        return mine.future();
    }
}
