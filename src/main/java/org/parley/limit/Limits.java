package org.parley.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one operation, and all of them together, may take; README's table of limits has the codes of what is beyond. */
@ConfigMapping(prefix = "parley.limits")
public interface Limits {

    /** The largest body of a request, in bytes. */
    @WithDefault("1048576")
    int bodyBytes();

    /** The longest document, in characters. */
    @WithDefault("30000")
    int documentCharacters();

    /** The longest document, in tokens: names, values and punctuation. */
    @WithDefault("4000")
    int documentTokens();

    /** How deep fields may be selected below each other; a fragment is a level too. */
    @WithDefault("30")
    int depth();

    /** How many fields an operation may select, those of a fragment counted wherever it is spread. */
    @WithDefault("2000")
    int fields();

    /** How many fields an operation may select at its root. */
    @WithDefault("50")
    int rootFields();

    /** How many aliases a document may hold. */
    @WithDefault("100")
    int aliases();

    /** How many directives a document may hold. */
    @WithDefault("100")
    int directives();

    /** How many lists and objects may stand within each other in an argument or a variable. */
    @WithDefault("20")
    int inputDepth();

    /** How many values the variables of an operation may hold, those within lists and objects included. */
    @WithDefault("2000")
    int variableValues();

    /** How many characters the variables of an operation may hold, names included. */
    @WithDefault("20000")
    int variableCharacters();

    /** How much an operation may cost, in fields of its answer ({@link Cost}). */
    @WithDefault("100000")
    int cost();

    /** How long an operation may run before it is cancelled, and the SQL statement that runs then with it. */
    @WithDefault("5s")
    Duration time();

    /** How many operations run at once. */
    @WithDefault("16")
    int running();

    /** How many operations wait for their turn. */
    @WithDefault("500")
    int waiting();

    /** How long each of them waits before it is refused. */
    @WithDefault("1s")
    Duration waitingTime();
}
