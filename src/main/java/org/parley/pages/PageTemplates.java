package org.parley.pages;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * Fills the templates of the pages. A template is a Qute file with the page's name; parts that several pages use are tags, in files that
 * begin with {@code tag-}. A name that the data lacks is an error, so that no test passes with a misspelt one. Thread-safe.
 */
final class PageTemplates {
    private static final Variant HTML = Variant.forContentType("text/html");

    /** The names of the tags. */
    private static final List<String> TAGS = List.of(
            "actor",
            "actors",
            "agreement",
            "cite",
            "cited",
            "dated",
            "disputed",
            "event",
            "incident",
            "identified",
            "names",
            "options",
            "pager",
            "picture",
            "position",
            "record",
            "round",
            "said",
            "support",
            "traced");

    private final Messages messages = new Messages();
    private final io.quarkus.qute.Engine engine;

    PageTemplates() {
        PageFunctions functions = new PageFunctions(messages);
        io.quarkus.qute.EngineBuilder builder = io.quarkus.qute.Engine.builder()
                .addDefaults()
                .strictRendering(true)
                .removeStandaloneLines(true)
                .addLocator(PageTemplates::located)
                .addResultMapper(new Escaping())
                .addNamespaceResolver(namespace("m", messages::of))
                .addNamespaceResolver(namespace("f", functions::call));
        TAGS.forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tag-" + tag)));
        engine = builder.build();
    }

    /** The pages' own words. */
    Messages messages() {
        return messages;
    }

    /**
     * The page.
     *
     * @param name the template's name, without its extension
     * @param data what its expressions can name
     * @throws io.quarkus.qute.TemplateException if the template names what the data lack
     */
    String filled(String name, Map<String, Object> data) {
        return engine.getTemplate(name).data(data).render();
    }

    private static Optional<TemplateLocator.TemplateLocation> located(String name) {
        // A line feed at the end of a tag would be a blank before the comma that follows it.
        String text = PageDocument.file(name + ".html").stripTrailing();
        return Optional.of(new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(text);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(HTML);
            }
        });
    }

    private static NamespaceResolver namespace(String name, BiFunction<String, List<Object>, Object> function) {
        return new NamespaceResolver() {
            @Override
            public String getNamespace() {
                return name;
            }

            @Override
            public CompletionStage<Object> resolve(EvalContext context) {
                EvaluatedParams values = EvaluatedParams.evaluate(context);
                return values.stage.thenApply(done -> {
                    List<Object> given = new ArrayList<>();
                    for (int i = 0; i < context.getParams().size(); i++) {
                        given.add(result(values, i));
                    }
                    return function.apply(context.getName(), given);
                });
            }
        };
    }

    private static Object result(EvaluatedParams values, int index) {
        try {
            return values.getResult(index);
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A value of a template could not be evaluated", e);
        }
    }

    /** Escapes all text but that which is marked as HTML. */
    private static final class Escaping implements ResultMapper {
        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return !(result instanceof RawString);
        }

        @Override
        public String map(Object result, Expression expression) {
            return result == null ? "" : new Html().text(result.toString()).toString();
        }
    }
}
