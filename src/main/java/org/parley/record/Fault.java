package org.parley.record;

import java.util.List;

/**
 * One thing that is wrong with a row, or with the file that it stands in.
 *
 * @param code  which kind of rule is broken
 * @param id    the full id of the record, or of the part with an id of its own, as {@code round/abu-dhabi-2}; null if it has none
 * @param path  the way from the row to the value: keys, and indexes counted from 0; empty if the row or file as a whole is wrong
 * @param value the value as a person is shown it, cut if it is long; null if there is none
 * @param rule  what must hold, as the end of a sentence; the same wherever the row comes from
 * @param hint  what to stand after the rule, with the blank or full stop before it: where to look, or what may have been meant; may
 *              be empty
 * @param place where in the seed it stands, or null if the row is not of a file
 */
public record Fault(FaultCode code, String id, List<Object> path, String value, String rule, String hint, Place place) {

    /**
     * A place in the files of a seed.
     *
     * @param file  the file's name
     * @param line  counted from 1; 0 if the fault is in no line
     * @param where the row's id and the field, as a person is told them, or what of it there is
     */
    public record Place(String file, int line, String where) {}

    public Fault {
        path = List.copyOf(path);
    }

    /** Of a file, and of none of its rows. */
    static Fault ofFile(FaultCode code, String file, int line, String value, String rule) {
        return new Fault(code, null, List.of(), value, rule, "", new Place(file, line, ""));
    }

    /** Of neither a row nor a file, but a sentence of its own. */
    static Fault of(FaultCode code, String sentence) {
        return new Fault(code, null, List.of(), null, sentence, "", null);
    }

    /** A path as a person reads it, with indexes counted from 1: {@code names[3].language}. */
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
