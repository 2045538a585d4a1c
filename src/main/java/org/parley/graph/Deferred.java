package org.parley.graph;

import java.util.List;
import java.util.function.Predicate;

/**
 * A resolver's answer that has not been read from the database yet, so that all answers of one kind are read as one batch.
 *
 * <p>SmallRye's own batching ({@code @Source List}) must not be used on a field with arguments: the first alias's arguments would
 * serve the whole batch. A resolver with arguments returns a {@code Deferred} instead, which carries them. The engine collects
 * all of one execution step and reads each batch at once.
 *
 * @param <A> the field's value once it is read
 */
public interface Deferred<A> {

    /** The name of the batch: deferred answers with equal names are read together. */
    String batch();

    /**
     * Called before the answer is read. An answer may leave out what the client did not select.
     *
     * @param selected whether the client selected a field of this name below the deferred field
     */
    default void selected(Predicate<String> selected) {}

    /**
     * Reads all answers of one batch. The engine calls it on any one of them.
     *
     * @return the values in the order of the questions
     */
    List<A> readAll(List<Deferred<A>> questions);
}
