package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.graph.InvalidArgument;
import org.parley.graph.RecordKind;
import org.parley.lists.Rows;
import org.parley.lists.SharedWords;
import org.parley.lists.Words;

/**
 * Compares a text with the wordings of all statements. The statements that share the most of its rarest words are found by the word index,
 * and their wordings are compared word by word. Thread-safe.
 */
@ApplicationScoped
class Quotes {
    /** In characters: a paragraph. */
    private static final int LONGEST = 2000;

    /** How many statements are compared. */
    private static final int COMPARED = 60;

    /** How many matches are told. */
    private static final int TOLD = 10;

    /** Quotation marks of all languages, blanks, and a comma or dash that leads to who said it. */
    private static final Pattern AROUND = Pattern.compile(
            "^[\\s\\p{Pi}\\p{Pf}\"'\u201a\u201e\u300c-\u300f]+|[\\s\\p{Pi}\\p{Pf}\"'\u201a\u201e\u300c-\u300f,\u2013\u2014-]+$");

    private static final Comparator<QuoteMatch> CLOSEST = Comparator.comparing(QuoteMatch::kind)
            .thenComparing(Comparator.comparingDouble(QuoteMatch::similarity).reversed())
            .thenComparing(match -> !match.rendering().verbatim)
            .thenComparing(match -> match.statement().getId())
            .thenComparing(match -> match.rendering().ordinal);

    private final SharedWords words;
    private final Statements statements;
    private final Rows rows;

    Quotes(SharedWords words, Statements statements, Rows rows) {
        this.words = words;
        this.statements = statements;
        this.rows = rows;
    }

    /**
     * Four SQL statements at most.
     *
     * @throws InvalidArgument if the text has no word, or is longer than {@value #LONGEST} characters
     */
    QuoteCheck check(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidArgument("text must have at most " + LONGEST + " characters, not " + text.length());
        }
        String bare = AROUND.matcher(text).replaceAll("");
        WordingComparison.Worded asked = new WordingComparison.Worded(bare, Words.of(bare));
        if (asked.words().isEmpty()) {
            throw new InvalidArgument("text must hold at least one word, not " + InvalidArgument.shown(text));
        }
        List<Statement> candidates = statements.byIds(words.records(RecordKind.STATEMENT, bare, COMPARED));
        List<List<Rendering>> renderings = rows.children(Rendering.class, candidates, "statementId");
        List<QuoteMatch> matches = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (Rendering rendering : renderings.get(i)) {
                WordingComparison compared =
                        WordingComparison.of(asked, WordingComparison.Worded.of(rendering.wording));
                if (compared.kind() != null) {
                    matches.add(new QuoteMatch(
                            compared.kind(), compared.similarity(), compared.pieces(), rendering, candidates.get(i)));
                }
            }
        }
        return new QuoteCheck(bare, matches.stream().sorted(CLOSEST).limit(TOLD).toList());
    }
}
