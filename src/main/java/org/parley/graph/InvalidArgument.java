package org.parley.graph;

/** An argument that breaks a rule. The sentence names the argument, the rule and the value, and is shown as it is. */
public class InvalidArgument extends RequestError {
    private static final long serialVersionUID = 1;

    public InvalidArgument(String sentence) {
        super("INVALID_ARGUMENT", sentence);
    }

    /** A value as an error sentence shows it: quoted, and cut to 60 characters. */
    public static String shown(String value) {
        return '"' + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + '"';
    }
}
