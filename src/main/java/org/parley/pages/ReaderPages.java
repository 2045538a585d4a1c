package org.parley.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.curator.Curators;
import org.parley.engine.Engine;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.OperationRequest;
import org.parley.export.ExportFormat;
import org.parley.export.ExportTable;
import org.parley.limit.IntrospectionConfig;

/**
 * The pages for readers. Each is a GraphQL document, which the engine runs as it runs anybody's, and a template that shows the answer:
 * a new page of a kind is two files in {@code templates/}, and its name in {@link PageAddress}. Thread-safe.
 */
@Singleton
public class ReaderPages {
    /** In how many folders an address may be for its page's links to lead back; nobody comes to a deeper one by a link. */
    private static final int DEEPEST = 10;

    private static final String HTML = "text/html; charset=utf-8";

    /** Pages that need a parameter, and the name of it. */
    private static final Map<String, String> FORMS = Map.of("quote", "text", "search", "q");

    private final Engine engine;
    private final ObjectMapper mapper;
    private final IntrospectionConfig introspection;
    private final Curators curators;
    private final RecordPages recordPages;
    private final Optional<String> address;

    /** Null until the first page: a start needs none of it. */
    private volatile PageTemplates templates;

    ReaderPages(
            Engine engine,
            ObjectMapper mapper,
            IntrospectionConfig introspection,
            Curators curators,
            RecordPages recordPages,
            PagesConfig config) {
        this.engine = engine;
        this.mapper = mapper;
        this.introspection = introspection;
        this.curators = curators;
        this.recordPages = recordPages;
        this.address = config.address();
    }

    /**
     * A page, or another form of it.
     *
     * @param status   the HTTP status: 200; 404 or 410 if there is no such record (any more), 400 if a parameter is wrong, 307 if the record
     *                 was merged into another
     * @param type     the value of the header Content-Type
     * @param text     the body
     * @param location where the record is now, relative to the page; null if it is here
     * @param answer   the answer to the page's document, for log and metrics
     */
    public record Shown(int status, String type, String text, String location, GraphQLResponse answer) {}

    /**
     * Makes a page. Runs a query, so it must be called on a worker thread, within an {@link org.parley.graph.Operation}.
     *
     * @throws org.parley.graph.ServiceUnavailable if the database does not answer
     */
    public Shown show(PageAddress asked) {
        if (FORMS.containsKey(asked.page()) && asked.parameter(FORMS.get(asked.page())) == null) {
            // A page that asks for something shows what it asks for.
            return show(new PageAddress(asked.page() + "-form", null, null, asked.parameters()));
        }
        PageDocument document = PageDocument.of(asked.page());
        Map<String, List<String>> parameters = new HashMap<>(asked.parameters());
        if (asked.id() != null) {
            parameters.put("id", List.of(asked.id()));
            // Where a filter takes the place and all places in it.
            parameters.put("places", List.of(asked.id()));
        }
        boolean ofThePast = asked.parameter(PageAddress.KNOWN) != null;
        Map<String, Object> variables = document.values(parameters);
        if (ofThePast) {
            variables.put(PageAddress.KNOWN, PageDocument.number(asked.parameter(PageAddress.KNOWN)));
        }
        GraphQLResponse response =
                engine.execute(new OperationRequest(document.text(ofThePast), null, variables, false));
        Map<String, Object> answer = parsed(response.json());
        Map<String, Object> data = PageFunctions.map(answer.get("data"));
        if (!response.errors().isEmpty() || data == null) {
            return refused(asked, response);
        }
        if (asked.id() != null) {
            Map<String, Object> record = PageFunctions.map(data.get(asked.page()));
            if (record == null) {
                return missing(asked, response);
            }
            String id = (String) record.get("id");
            if (!id.equals(asked.id())) {
                return new Shown(307, HTML, "", "../" + id, response);
            }
        }
        if (asked.page().equals("feed")) {
            return Feed.shown(address.orElse(null), Sides.title(PageFunctions.map(data.get("site"))), data, response);
        }
        if (asked.format() != null) {
            return new OtherForm(templates().messages(), asked, address.orElse(null), data, mapper).shown(response);
        }
        Map<String, Object> filling = new HashMap<>(data);
        filling.put("page", page(asked, document, variables, ofThePast, data));
        return new Shown(200, HTML, templates().filled(asked.page(), filling), null, response);
    }

    private Map<String, Object> page(
            PageAddress asked,
            PageDocument document,
            Map<String, Object> variables,
            boolean ofThePast,
            Map<String, Object> data) {
        Map<String, Object> page = page(asked);
        Map<String, Object> given = new LinkedHashMap<>();
        document.variables().forEach(name -> given.put(name, asked.parameter(name)));
        page.put("given", given);
        page.put("asked", asked);
        page.put("taken", document.variables());
        page.put("known", asked.parameter(PageAddress.KNOWN));
        page.put("sides", Sides.of(PageFunctions.map(data.get("site"))));
        page.put("site", Sides.title(PageFunctions.map(data.get("site"))));
        page.put("json", jsonOf(asked));
        page.put("tables", ofThePast ? List.of() : tables(asked, document.variables()));
        page.put("ask", introspection.enabled() ? question(asked, document.text(ofThePast), variables) : null);
        page.put("questions", asked.page().equals("front") && !ofThePast ? recordPages.questions() : List.of());
        return page;
    }

    /** What every page shows, also one about an error. */
    private Map<String, Object> page(PageAddress asked) {
        Map<String, Object> page = new HashMap<>();
        page.put("name", asked.page());
        page.put("root", asked.root());
        page.put("path", asked.path());
        page.put("base", address.map(base -> base + '/').orElse(null));
        page.put("explorer", introspection.enabled());
        page.put("curated", curators.isOn());
        page.put("q", asked.parameter("q"));
        page.put("known", null);
        page.put("ask", null);
        page.put("json", null);
        page.put("tables", List.of());
        page.put("site", null);
        return page;
    }

    /** The addresses of the page's list as tables, with the same conditions; none if it has no such list. */
    private static List<Map<String, String>> tables(PageAddress asked, Set<String> taken) {
        String table = asked.page();
        return ExportTable.of(table) == null
                ? List.of()
                : ExportFormat.of(table).stream()
                        .map(format -> Map.of(
                                "name",
                                format.label(),
                                "address",
                                asked.root() + "export/" + table + "." + format.extension()
                                        + asked.with("after", null, taken)))
                        .toList();
    }

    private static String jsonOf(PageAddress asked) {
        String name = asked.id() != null ? asked.id().substring(asked.id().indexOf('/') + 1) : asked.page();
        return asked.page().equals("front") || asked.page().endsWith("-form")
                ? null
                : name + ".json" + PageAddress.query(asked.parameters());
    }

    private String question(PageAddress asked, String document, Map<String, Object> variables) {
        return asked.root() + "graphiql/?query=" + PageAddress.encoded(document)
                + (variables.isEmpty() ? "" : "&variables=" + PageAddress.encoded(written(variables)));
    }

    /** There is no record with this id: says what became of it, or what is near. */
    private Shown missing(PageAddress asked, GraphQLResponse response) {
        PageDocument document = PageDocument.of("missing");
        String words = asked.id().substring(asked.id().indexOf('/') + 1).replace('-', ' ');
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("id", asked.id());
        variables.put("text", words.length() > 200 ? words.substring(0, 200) : words);
        GraphQLResponse found = engine.execute(new OperationRequest(document.text(false), null, variables, false));
        Map<String, Object> data = PageFunctions.map(parsed(found.json()).get("data"));
        if (data == null) {
            return refused(asked, found);
        }
        Map<String, Object> filling = new HashMap<>(data);
        Map<String, Object> page = page(asked);
        page.put("id", asked.id());
        filling.put("page", page);
        boolean wasThere = !PageFunctions.list(
                        PageFunctions.map(data.get("history")).get("nodes"))
                .isEmpty();
        return new Shown(wasThere ? 410 : 404, HTML, templates().filled("missing", filling), null, response);
    }

    /** A parameter is wrong, or the query would cost too much. */
    private Shown refused(PageAddress asked, GraphQLResponse response) {
        Map<String, Object> page = page(asked);
        page.put(
                "errors",
                response.errors().stream().map(error -> error.get("message")).toList());
        return new Shown(400, HTML, templates().filled("refused", Map.of("page", page)), null, response);
    }

    /**
     * The page for an address that nothing has.
     *
     * @param path the path of the URL, with the slash at its beginning
     */
    public String missing(String path) {
        Map<String, Object> page = page(new PageAddress("nowhere", null, null, Map.of()));
        long folders = path.chars().skip(1).filter(each -> each == '/').count();
        page.put("base", null);
        page.put("root", "../".repeat((int) Math.min(folders, DEEPEST)));
        return templates().filled("nowhere", Map.of("page", page));
    }

    /** The page for a fault of Parley's own, or for one that has no room at present. */
    public String failed(PageAddress asked, String sentence) {
        Map<String, Object> page = page(asked);
        page.put("errors", List.of(sentence));
        return templates().filled("refused", Map.of("page", page));
    }

    /** The page for readers without a token, where reading is closed. */
    public String closed(PageAddress asked) {
        return templates().filled("closed", Map.of("page", page(asked)));
    }

    private PageTemplates templates() {
        PageTemplates made = templates;
        if (made == null) {
            // Two concurrent first requests may both make them; they are equal.
            made = new PageTemplates();
            templates = made;
        }
        return made;
    }

    private Map<String, Object> parsed(byte[] json) {
        try {
            return PageFunctions.map(mapper.readValue(json, Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
