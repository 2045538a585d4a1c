package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.parser.antlr.GraphqlParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
class ParserWarmUpTest {
    private static final Pattern QUERY = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);

    /** A state that is missing is worked out by the first request that comes to it. */
    @Test
    void the_parser_then_knows_all_states_that_the_queries_of_the_readme_need() throws Exception {
        List<String> queries = QUERY.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(query -> query.group(1))
                .toList();
        assertThat(queries).hasSizeGreaterThan(5);
        forget();
        queries.forEach(Parser::parse);
        int needed = ParserWarmUp.states();
        forget();
        ParserWarmUp.read();
        int known = ParserWarmUp.states();
        queries.forEach(Parser::parse);
        assertThat(ParserWarmUp.states() - known)
                .as("states that were missing, of " + needed)
                .isLessThanOrEqualTo(needed / 20);
    }

    private static void forget() {
        new GraphqlParser(null).getInterpreter().clearDFA();
    }
}
