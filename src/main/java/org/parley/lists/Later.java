package org.parley.lists;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.parley.graph.Deferred;

/**
 * The value of a list field with arguments that has not been read yet: all lists of one batch are read together. Any use as a list
 * before that fails.
 *
 * @param <K> what the list depends on: the parent's id and the arguments, in one value with {@code equals}
 * @param <T> the list's elements
 */
public final class Later<K, T> extends AbstractList<T> implements Deferred<List<T>> {
    private final String batch;
    private final K key;
    private final Function<List<K>, List<List<T>>> reader;

    private Later(String batch, K key, Function<List<K>, List<List<T>>> reader) {
        this.batch = batch;
        this.key = key;
        this.reader = reader;
    }

    /**
     * @param batch  the field's name, the same for all lists that may be read together
     * @param reader reads the lists of many keys at once, in the order of the keys
     */
    public static <K, T> List<T> list(String batch, K key, Function<List<K>, List<List<T>>> reader) {
        return new Later<>(batch, key, reader);
    }

    @Override
    public String batch() {
        return batch;
    }

    @Override
    @SuppressWarnings("unchecked") // a batch holds only what list() made under its name
    public List<List<T>> readAll(List<Deferred<List<T>>> questions) {
        return reader.apply(
                questions.stream().map(question -> ((Later<K, T>) question).key).toList());
    }

    @Override
    public T get(int index) {
        throw new IllegalStateException("a list of the batch " + batch + " was used before it was read");
    }

    @Override
    public int size() {
        throw new IllegalStateException("a list of the batch " + batch + " was used before it was read");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Later<?, ?> later && batch.equals(later.batch) && key.equals(later.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(batch, key);
    }
}
