package org.parley.curator;

import org.parley.graph.Characters;
import org.parley.graph.Operation;
import org.parley.graph.Requester;

/**
 * Who may do something with the record. Immutable.
 *
 * @param name 1 to 100 characters, none of them a control character. It is shown to all readers and in the log
 */
public record Curator(String name, CuratorRole role) implements Requester {
    /** In characters. */
    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException with a sentence that begins with "name", if the name breaks the rule */
    public Curator {
        if (Characters.areInvisible(name)
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || !name.equals(name.strip())
                || name.codePoints().anyMatch(Curator::isControl)) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME
                    + " characters, without blanks around it and without control characters");
        }
    }

    /** A character that would break a line of the log, or is no character. */
    private static boolean isControl(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The curator whose token the current request has; null without one. */
    public static Curator current() {
        return Operation.current().requester() instanceof Curator curator ? curator : null;
    }
}
