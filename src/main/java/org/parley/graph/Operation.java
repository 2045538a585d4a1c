package org.parley.graph;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is known of one operation while it is answered, told by whoever finds it out, and read once it is answered.
 *
 * <p>It belongs to its request, not to a thread. It holds nothing that a person asked about: no variable, no document.
 */
public final class Operation {
    /** Clients make up the names. */
    private static final int LONGEST_NAME = 100;

    /** Each guess asks the database; a document may name a hundred wrong ids. */
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
    private volatile long timeTold = Long.MAX_VALUE;

    private Operation(BooleanSupplier abandoned) {
        this.abandoned = abandoned;
    }

    /**
     * Makes a new operation the current one of the request that is being answered.
     *
     * @param abandoned whether nobody waits for the answer any more; asked often
     */
    public static Operation begin(BooleanSupplier abandoned) {
        Operation operation = new Operation(abandoned);
        ContextLocals.put(Operation.class.getName(), operation);
        return operation;
    }

    /** The operation of the request that is being answered; outside of a request, one that nobody reads. */
    public static Operation current() {
        Operation operation =
                VertxContext.isOnDuplicatedContext() ? ContextLocals.get(Operation.class.getName(), null) : null;
        return operation == null ? new Operation(() -> false) : operation;
    }

    /** The document is this one; only its SHA-256 is kept. */
    public void asks(String document) {
        hash = Sha256.of(document);
    }

    /**
     * The document is valid, and this operation of it is run.
     *
     * @param givenName null if it has none
     * @param kind query or mutation
     */
    public void runs(String givenName, String kind) {
        name = givenName == null || givenName.length() <= LONGEST_NAME
                ? givenName
                : givenName.substring(0, LONGEST_NAME);
        type = kind;
    }

    /**
     * It was reckoned, before it ran, to cost so much.
     *
     * @param limit how much it may cost
     * @param records how many records and parts of records its answer may hold at most
     */
    public void costs(int points, int limit, int records) {
        cost = points;
        costLimit = limit;
        nodes = records;
    }

    /** Its time, counted from now; without this it may take as long as it likes. */
    public void mustEndWithin(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** In milliseconds, less than zero once its time is over; {@link Long#MAX_VALUE} if it may take as long as it likes. */
    public long timeLeft() {
        Long limit = end;
        return limit == null ? Long.MAX_VALUE : Math.floorDiv(limit - System.nanoTime(), 1_000_000L);
    }

    /**
     * What it finds counts for as long as this holds; without this, always.
     *
     * @param condition asked often; once it is false it stays so
     */
    public void readsWhile(BooleanSupplier condition) {
        whole = condition;
    }

    /**
     * Whether its time is over, nobody waits for it any more, what it reads counts no more, or there is nothing to read from, so that
     * nothing that is still found for it is shown.
     */
    public boolean isOver() {
        return outage != null || timeLeft() < 0 || abandoned.getAsBoolean() || !whole.getAsBoolean();
    }

    /** What it is answered from is gone. */
    public void endsBy(ServiceUnavailable outage) {
        this.outage = outage;
    }

    /** Why it ended before its time; null if it did not. */
    public ServiceUnavailable outage() {
        return outage;
    }

    /**
     * What the database is to be told of the time that is left, so that it ends a statement with it.
     *
     * @param isNew whether it was told nothing yet of this operation
     * @return in milliseconds; {@link Long#MAX_VALUE} if there is no end; -1 if what it was told last is near enough
     */
    public long tellsTime(boolean isNew) {
        long left = timeLeft();
        if (!isNew && (left == Long.MAX_VALUE || left > timeTold - timeTold / 8)) {
            return -1;
        }
        timeTold = left;
        return Math.max(0, left);
    }

    /** @throws OutOfTime if it is over */
    public void mustHaveTime() {
        if (isOver()) {
            throw new OutOfTime();
        }
    }

    /**
     * One SQL statement more is about to be sent to the database.
     *
     * @throws OutOfTime if it is over
     */
    public void asksDatabase() {
        mustHaveTime();
        sqlStatements++;
    }

    /** Whether the database may be asked once more what was meant by an id that no record has; counts as having asked. */
    public boolean mayGuess() {
        return guesses++ < MOST_GUESSES;
    }

    /** The answer is this object, as {@link ErrorShape} shapes its errors. */
    public void isAnsweredWith(Map<String, Object> body) {
        hasData = body.get("data") instanceof Map<?, ?> data
                && data.values().stream().anyMatch(Objects::nonNull);
        Set<String> codes = new LinkedHashSet<>();
        if (body.get("errors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (error instanceof Map<?, ?> shape && shape.get("extensions") instanceof Map<?, ?> extensions) {
                    codes.add(String.valueOf(extensions.get("code")));
                }
            }
        }
        errorCodes = codes;
    }

    /** Nanoseconds since it began. */
    public long elapsed() {
        return System.nanoTime() - began;
    }

    /** The document's SHA-256 in hexadecimal digits; null if there was no document. */
    public String hash() {
        return hash;
    }

    /** At most 100 characters; null if it has no name, or did not run. */
    public String name() {
        return name;
    }

    /** Query or mutation; null if it did not run. */
    public String type() {
        return type;
    }

    /** Null if it was not reckoned. */
    public Integer cost() {
        return cost;
    }

    /** How much it may cost; null if it was not reckoned. */
    public Integer costLimit() {
        return costLimit;
    }

    /** How many records and parts of records its answer may hold at most; null if it was not reckoned. */
    public Integer nodes() {
        return nodes;
    }

    public int sqlStatements() {
        return sqlStatements;
    }

    /** Whether at least one of its root fields was answered by more than null. */
    public boolean hasData() {
        return hasData;
    }

    /** The codes of its errors, each once, in the answer's order. */
    public Set<String> errorCodes() {
        return errorCodes;
    }
}
