package org.parley.graph;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is known about one operation. Each part of Parley that works on the operation records here what it finds out; log, metrics and
 * traces read it when the operation is answered.
 *
 * <p>It belongs to a request, not to a thread: its fields are volatile because several threads use it, one after the other. For
 * privacy it holds no variable and no document.
 */
public final class Operation {
    /** In characters. Clients choose the name freely, so that it may be as long as a document. */
    private static final int LONGEST_NAME = 100;

    /** How often one operation may ask the database what an unknown id may mean: a document may name a hundred unknown ids. */
    private static final int MOST_GUESSES = 5;

    private final long began = System.nanoTime();
    private final BooleanSupplier abandoned;
    private volatile String hash;
    private volatile String name;
    private volatile String type;
    private volatile Integer cost;
    private volatile Integer costLimit;
    private volatile Integer nodes;
    private volatile int sqlStatements;
    private volatile int guesses;
    private volatile boolean hasData;
    private volatile Set<String> errorCodes = Set.of();
    private volatile Long end;
    private volatile BooleanSupplier whole = () -> true;
    private volatile ServiceUnavailable outage;
    private volatile boolean inHaste;
    private volatile boolean hasToWait;
    private volatile boolean isDecided;
    private volatile long timeAllowed = Long.MAX_VALUE;
    private volatile Requester requester;
    private volatile KnownAt knownAt;
    private volatile Redirects redirects;

    private Operation(BooleanSupplier abandoned) {
        this.abandoned = abandoned;
    }

    /**
     * Starts a new operation and makes it the current one of the request.
     *
     * @param abandoned whether the client has disconnected; called often
     */
    public static Operation begin(BooleanSupplier abandoned) {
        Operation operation = new Operation(abandoned);
        ContextLocals.put(Operation.class.getName(), operation);
        return operation;
    }

    /** The operation of the current request; outside of a request, a new one that nobody reads. */
    public static Operation current() {
        Operation operation =
                VertxContext.isOnDuplicatedContext() ? ContextLocals.get(Operation.class.getName(), null) : null;
        return operation == null ? new Operation(() -> false) : operation;
    }

    /**
     * Records who sent the request.
     *
     * @param proven null if the request does not say it
     */
    public void isOf(Requester proven) {
        requester = proven;
    }

    /** Records that it asks for the record as it was. */
    public void asksFor(KnownAt point) {
        knownAt = point;
    }

    /** The point of the record's history that it asks for; null for the record of now. */
    public KnownAt knownAt() {
        return knownAt;
    }

    /** From now on it reads a record with other redirects than those of the record that is served; null: with those. */
    public void readsWith(Redirects ofPast) {
        redirects = ofPast;
    }

    /** The redirects of the record that it reads; null if those are the ones of the record that is served. */
    public Redirects redirects() {
        return redirects;
    }

    /** Records the SHA-256 of the document, in hexadecimal digits. */
    public void asks(String hashOfDocument) {
        hash = hashOfDocument;
    }

    /**
     * Records that the document is valid and which of its operations is executed.
     *
     * @param givenName null if the operation has no name
     * @param kind      query or mutation
     */
    public void runs(String givenName, String kind) {
        name = givenName == null || givenName.length() <= LONGEST_NAME
                ? givenName
                : givenName.substring(0, LONGEST_NAME);
        type = kind;
    }

    /**
     * Records the cost that was computed before execution.
     *
     * @param points  the cost
     * @param limit   the highest cost that is allowed
     * @param records how many records and parts of records the answer may hold at most
     */
    public void costs(int points, int limit, int records) {
        cost = points;
        costLimit = limit;
        nodes = records;
    }

    /** Sets the timeout, counted from now; without it there is none. */
    public void mustEndWithin(Duration time) {
        end = System.nanoTime() + time.toNanos();
        timeAllowed = time.toMillis();
    }

    /** The timeout that was set, in milliseconds; {@link Long#MAX_VALUE} if there is none. */
    public long timeAllowed() {
        return timeAllowed;
    }

    /** The time left until the timeout, in milliseconds; negative after it; {@link Long#MAX_VALUE} if there is no timeout. */
    public long timeLeft() {
        Long limit = end;
        return limit == null ? Long.MAX_VALUE : Math.floorDiv(limit - System.nanoTime(), 1_000_000L);
    }

    /**
     * Sets the condition under which what the operation reads is valid; without one, it always is.
     *
     * @param condition called often; once false, it stays false
     */
    public void readsWhile(BooleanSupplier condition) {
        whole = condition;
    }

    /**
     * Whether the operation must stop: it has timed out, its client has disconnected, what it reads is no longer valid, the database
     * does not answer, or it has to wait and must not. Nothing that is found afterwards is sent.
     */
    public boolean isOver() {
        return outage != null
                || !isDecided && (hasToWait || timeLeft() < 0 || abandoned.getAsBoolean() || !whole.getAsBoolean());
    }

    /**
     * From now on it is not stopped, neither by its timeout nor since its client has disconnected: it has changed the record, and must be
     * answered so.
     */
    public void decide() {
        isDecided = true;
        end = null;
    }

    /** From now on it runs on a thread that must not wait: what would wait ends it ({@link #mustMayWait}). */
    public void hastens() {
        inHaste = true;
    }

    /** Whether it runs on a thread that must not wait. */
    public boolean isInHaste() {
        return inHaste;
    }

    /** Whether it has ended since it would have had to wait, on a thread that must not. */
    public boolean hasToWait() {
        return hasToWait;
    }

    /**
     * To be called before what may wait.
     *
     * @throws OutOfTime if its thread must not wait: the operation {@link #isOver} then
     */
    public void mustMayWait() {
        if (inHaste) {
            hasToWait = true;
            throw new OutOfTime();
        }
    }

    /** What it is answered from is gone. */
    public void endsBy(ServiceUnavailable outage) {
        this.outage = outage;
    }

    /** Why it ended before its time; null if it did not. */
    public ServiceUnavailable outage() {
        return outage;
    }

    /** @throws OutOfTime if {@link #isOver} */
    public void mustHaveTime() {
        if (isOver()) {
            throw new OutOfTime();
        }
    }

    /**
     * Counts an SQL statement that is about to be sent to the database.
     *
     * @throws OutOfTime if {@link #isOver}, or if it must not wait
     */
    public void asksDatabase() {
        mustHaveTime();
        mustMayWait();
        sqlStatements++;
    }

    /** Whether the database may be asked once more what an unknown id may mean. Each call counts as one question. */
    public boolean mayGuess() {
        return guesses++ < MOST_GUESSES;
    }

    /**
     * Records the response.
     *
     * @param hasData whether at least one root field has a value other than null
     * @param errors  as {@link ErrorShape} builds them; empty if there are none
     */
    public void isAnsweredWith(boolean hasData, List<Map<String, Object>> errors) {
        this.hasData = hasData;
        if (errors.isEmpty()) {
            errorCodes = Set.of();
            return;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Map<String, Object> error : errors) {
            if (error.get("extensions") instanceof Map<?, ?> extensions) {
                codes.add(String.valueOf(extensions.get("code")));
            }
        }
        errorCodes = codes;
    }

    /** Who sent the request; null if the request does not say it. */
    public Requester requester() {
        return requester;
    }

    /** The name of who sent the request; null if the request does not say it. */
    public String by() {
        Requester known = requester;
        return known == null ? null : known.name();
    }

    /** Nanoseconds since the operation began. */
    public long elapsed() {
        return System.nanoTime() - began;
    }

    /** The SHA-256 of the document, 64 hexadecimal digits; null if there was no document. */
    public String hash() {
        return hash;
    }

    /** The operation name, at most 100 characters; null if it has none, or was not executed. */
    public String name() {
        return name;
    }

    /** Query or mutation; null if the operation was not executed. */
    public String type() {
        return type;
    }

    /** The computed cost; null if it was not computed. */
    public Integer cost() {
        return cost;
    }

    /** The highest cost that is allowed; null if the cost was not computed. */
    public Integer costLimit() {
        return costLimit;
    }

    /** How many records and parts of records the answer may hold at most; null if the cost was not computed. */
    public Integer nodes() {
        return nodes;
    }

    /** How many SQL statements were sent to the database. */
    public int sqlStatements() {
        return sqlStatements;
    }

    /** Whether at least one root field has a value other than null. */
    public boolean hasData() {
        return hasData;
    }

    /** The codes of the errors, each once, in the order of the response. */
    public Set<String> errorCodes() {
        return errorCodes;
    }
}
