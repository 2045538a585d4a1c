package org.parley.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.parley.setting.Rules;

/** Limits of one operation, and of all that run at once. The README's table of limits has the error code of each. */
@ConfigMapping(prefix = "parley.limits")
public interface LimitsConfig {

    /** The largest body of a request, in bytes. */
    @WithDefault("1048576")
    @WithConverter(Rules.OneOrMore.class)
    int bodyBytes();

    /** The longest document, in characters. */
    @WithDefault("30000")
    @WithConverter(Rules.OneOrMore.class)
    int documentCharacters();

    /** The longest document, in tokens: names, values and punctuation. */
    @WithDefault("4000")
    @WithConverter(Rules.OneOrMore.class)
    int documentTokens();

    /** The deepest nesting of fields; each fragment is a level, too. */
    @WithDefault("30")
    @WithConverter(Rules.OneOrMore.class)
    int depth();

    /** How many fields an operation may select; fields of a fragment count wherever it is spread. */
    @WithDefault("2000")
    @WithConverter(Rules.OneOrMore.class)
    int fields();

    /** How many fields an operation may select at its root. */
    @WithDefault("50")
    @WithConverter(Rules.OneOrMore.class)
    int rootFields();

    /** How many aliases a document may hold. */
    @WithDefault("100")
    @WithConverter(Rules.ZeroOrMore.class)
    int aliases();

    /** How many directives a document may hold. */
    @WithDefault("100")
    @WithConverter(Rules.ZeroOrMore.class)
    int directives();

    /** The deepest nesting of lists and objects in an argument or a variable. */
    @WithDefault("20")
    @WithConverter(Rules.OneOrMore.class)
    int inputDepth();

    /** How many values the variables of an operation may hold, including values in lists and objects. */
    @WithDefault("2000")
    @WithConverter(Rules.OneOrMore.class)
    int variableValues();

    /** How many characters the variables of an operation may hold, including names. */
    @WithDefault("20000")
    @WithConverter(Rules.OneOrMore.class)
    int variableCharacters();

    /** {@link #variableValues} in a request of a curator. */
    @WithDefault("20000")
    @WithConverter(Rules.OneOrMore.class)
    int changeValues();

    /** {@link #variableCharacters} in a request of a curator. */
    @WithDefault("300000")
    @WithConverter(Rules.OneOrMore.class)
    int changeCharacters();

    /** How long a mutation may run, until it has written the change. */
    @WithDefault("30s")
    @WithConverter(Rules.Time.class)
    Duration changeTime();

    /** How many subscriptions may be open at once. */
    @WithDefault("256")
    @WithConverter(Rules.OneOrMore.class)
    int subscriptions();

    /** How much an operation may cost, in fields of its answer ({@link Cost}). */
    @WithDefault("100000")
    @WithConverter(Rules.OneOrMore.class)
    int cost();

    /** How long an operation may run before it is cancelled, together with the SQL statement that it is executing. */
    @WithDefault("5s")
    @WithConverter(Rules.Time.class)
    Duration time();

    /** How many operations may run at once; each takes a database connection. */
    @WithDefault("16")
    @WithConverter(Rules.AtOnce.class)
    int running();

    /** How many operations may wait in the queue. */
    @WithDefault("500")
    @WithConverter(Rules.ZeroOrMore.class)
    int waiting();

    /** How long an operation may wait in the queue before it is refused. */
    @WithDefault("1s")
    @WithConverter(Rules.Time.class)
    Duration waitingTime();
}
