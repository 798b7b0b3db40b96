package org.enlace.states;

import java.util.List;
import java.util.function.Function;

/**
 * One file of the dataset and how its rows become facts of a room. Contributed as a bean by the room that owns the facts; taken at start, and again whenever
 * any file of the dataset changed.
 *
 * @param <T> a fact; a value, because two equal ones are one
 */
public interface DataFile<T> {

    /** The file's name in {@code data/}. */
    String name();

    /** A file may rest on those with a smaller number. */
    int order();

    /** The columns it must have, no more and no fewer. */
    List<String> columns();

    /** Made once for each reading, so that it can look up what other files brought. The function throws {@link BadRow} for a row it refuses. */
    Function<DataRow, T> reader();

    /** Puts these facts in the place of the ones a former reading brought, within the caller's transaction. Facts from elsewhere stay. */
    void replace(List<T> facts);

    /** Called once the transaction is over: what was kept in memory may be forgotten. */
    default void taken() {}

    /** What makes two rows speak of the same thing, so that the second is refused. */
    default Object key(T fact) {
        return fact;
    }
}
