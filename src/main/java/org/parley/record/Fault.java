package org.parley.record;

import java.util.List;

/**
 * An error in a row, or in the file that holds it. Immutable and thread-safe.
 *
 * @param code  the kind of rule that is broken
 * @param id    the full id of the record, or of the part with an id of its own, as {@code round/abu-dhabi-2}; null if it has none
 * @param path  the path from the row to the value: keys, and indexes counted from 0; empty if the row or file as a whole is wrong
 * @param value the value as shown to people, cut if it is long; null if there is none
 * @param rule  the rule, as the end of a sentence; it does not depend on where the row comes from
 * @param hint  text to append to the rule, with a blank or full stop at its beginning: where to look, or what may have been meant; may be
 *              empty
 * @param place its place in the seed's files; null if the row is not from a file
 */
public record Fault(FaultCode code, String id, List<Object> path, String value, String rule, String hint, Place place) {

    /**
     * A place in the files of a seed.
     *
     * @param file  the file's name
     * @param line  counted from 1; 0 if the fault is not in a line
     * @param where the row's id and the field as shown to people, as far as they are known; may be empty
     */
    public record Place(String file, int line, String where) {}

    public Fault {
        path = List.copyOf(path);
    }

    /** A fault of a file as a whole. */
    static Fault ofFile(FaultCode code, String file, int line, String value, String rule) {
        return new Fault(code, null, List.of(), value, rule, "", new Place(file, line, ""));
    }

    /** A fault of neither a row nor a file, described by a whole sentence. */
    static Fault of(FaultCode code, String sentence) {
        return new Fault(code, null, List.of(), null, sentence, "", null);
    }

    /** The path to the value, with indexes counted from 1: {@code names[3].language}; empty if the row or file as a whole is wrong. */
    public String shownPath() {
        return shown(path);
    }

    /** A path as shown to people, with indexes counted from 1: {@code names[3].language}. */
    static String shown(List<Object> path) {
        StringBuilder shown = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer index) {
                shown.append('[').append(index + 1).append(']');
            } else {
                shown.append(shown.isEmpty() ? "" : ".").append(step);
            }
        }
        return shown.toString();
    }

    /** The whole sentence: file, line, id, field, value and rule, as far as there are any. */
    @Override
    public String toString() {
        String subject = place == null
                ? (id == null ? "" : id) + (path.isEmpty() ? "" : ' ' + shown(path))
                : place.file
                        + (place.line > 0 ? " line " + place.line : "")
                        + (place.where.isEmpty() ? "" : ", " + place.where);
        return subject + (value == null ? "" : ": " + value) + (subject.isEmpty() ? "" : ": ") + rule + hint;
    }
}
