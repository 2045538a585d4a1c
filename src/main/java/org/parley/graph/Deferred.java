package org.parley.graph;

import java.util.List;
import java.util.function.Predicate;

/**
 * An answer that a resolver gives without having read it, so that it is read together with its like.
 *
 * <p>SmallRye's own batching ({@code @Source List}) must not be used on a field with arguments: the first alias's
 * arguments would serve the whole batch. A resolver with arguments returns a {@code Deferred} instead, which carries
 * them; the engine gathers all of one execution step and has each kind read at once.
 *
 * @param <A> what the field answers once read
 */
public interface Deferred<A> {

    /** Names the batch: deferred answers with equal names are read together. */
    String batch();

    /**
     * What the client selected below the field, told before it is read: an answer may leave out what nobody asked for.
     *
     * @param selected whether a field of this name is selected
     */
    default void selected(Predicate<String> selected) {}

    /** Reads all of one batch; the answers in the order of the questions. Called on any one of them. */
    List<A> readAll(List<Deferred<A>> questions);
}
