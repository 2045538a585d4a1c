package org.parley.graph;

/** An argument that breaks a rule. The message names the argument, the rule and the value. The client gets it unchanged. */
public class InvalidArgument extends RequestError {
    private static final long serialVersionUID = 1;

    public InvalidArgument(String sentence) {
        super("INVALID_ARGUMENT", sentence);
    }

    /** A value as an error message shows it: quoted, and cut to 60 characters. */
    public static String shown(String value) {
        return '"' + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + '"';
    }
}
