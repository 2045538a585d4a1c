package org.parley.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.execution.QueryCache;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The documents that were found good, so that each is parsed and judged once. SmallRye's own cache holds 2,048 of them,
 * however large; this one is bounded by their text.
 *
 * <p>SmallRye goes on asking its cache of which types the operations of a document are, and parses the document if the cache
 * does not know. It is given an outline that holds no more than that.
 */
// What Caffeine makes a cache of, that is bounded by weight, it looks up by its name: this one, and that of persisted
// queries.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
final class DocumentCache implements PreparsedDocumentProvider {
    /** In characters; a parsed document takes some twenty bytes for each. */
    private static final int LARGEST = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();
    private final QueryCache outlines;

    DocumentCache(QueryCache outlines) {
        this.outlines = outlines;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry entry = known.getIfPresent(input.getQuery());
        if (entry == null) {
            entry = parseAndValidate.apply(input);
            if (!entry.hasErrors()) {
                known.put(input.getQuery(), entry);
                outline(input, entry.getDocument());
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    /** The cache takes in what it was last asked for on this thread, once that is said to be valid. */
    private void outline(ExecutionInput input, Document document) {
        List<Definition<?>> operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .<Definition<?>>map(operation -> OperationDefinition.newOperationDefinition()
                        .operation(operation.getOperation())
                        .build())
                .toList();
        PreparsedDocumentEntry outline = new PreparsedDocumentEntry(
                Document.newDocument().definitions(List.copyOf(operations)).build());
        outlines.getDocumentAsync(input, same -> outline);
        outlines.beginValidation(null, null).onCompleted(List.of(), null);
    }
}
