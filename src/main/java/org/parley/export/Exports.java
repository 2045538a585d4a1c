package org.parley.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.engine.Engine;
import org.parley.engine.GraphQLResponse;
import org.parley.engine.OperationRequest;
import org.parley.graph.InvalidArgument;

/** Reads tables page by page, through the same engine and limits as any operation, and writes them. Thread-safe. */
@Singleton
public final class Exports {
    private final Engine engine;
    private final GraphQLSchema schema;
    private final ObjectMapper mapper;

    Exports(Engine engine, GraphQLSchema schema, ObjectMapper mapper) {
        this.engine = engine;
        this.schema = schema;
        this.mapper = mapper;
    }

    /**
     * A page of a table.
     *
     * @param answer   the answer to the table's document
     * @param records  the records of its rows, which are parts of the list's records in some tables; null if the answer has errors
     * @param withheld how many more it has that may not be passed on: all sources that they cite forbid it
     * @param next     the cursor of the next page; null after the last one
     */
    public record Page(GraphQLResponse answer, List<Map<String, Object>> records, int withheld, String next) {}

    /**
     * What the parameters of an address ask for.
     *
     * @throws InvalidArgument if one is wrong
     */
    public ExportRequest asked(ExportTable table, ExportFormat format, Map<String, List<String>> parameters) {
        return ExportRequest.of(table, format, parameters, schema, mapper);
    }

    /** All tables, for {@link #writePackage}. Their sheets have no byte order mark, which is not for programs. */
    public List<ExportRequest> all() {
        return ExportTable.NAMES.stream()
                .map(name -> asked(ExportTable.of(name), ExportFormat.CSV, Map.of("bom", List.of("0"))))
                .toList();
    }

    /**
     * Reads a page. Runs a query, so it must be called on a worker thread, within an {@link org.parley.graph.Operation}.
     *
     * @param after null for the first page
     */
    public Page page(ExportRequest request, String after) {
        Map<String, Object> variables = new LinkedHashMap<>(request.variables());
        if (after != null) {
            variables.put("after", after);
        }
        GraphQLResponse answer =
                engine.execute(new OperationRequest(request.table().document(), null, variables, false));
        Map<String, Object> data = Records.map(read(answer.json()).get("data"));
        if (!answer.errors().isEmpty() || data == null) {
            return new Page(answer, null, 0, null);
        }
        Map<String, Object> list = Records.map(data.get(request.table().list()));
        List<Map<String, Object>> rows = request.table().rowsOf(Records.list(list.get("nodes")));
        List<Map<String, Object>> free =
                rows.stream().filter(Exports::mayBePassedOn).toList();
        Map<String, Object> info = Records.map(list.get("pageInfo"));
        return new Page(
                answer,
                free,
                rows.size() - free.size(),
                Boolean.TRUE.equals(info.get("hasNextPage")) ? (String) info.get("endCursor") : null);
    }

    /** What cites nothing is ours. */
    private static boolean mayBePassedOn(Map<String, Object> record) {
        List<Map<String, Object>> sources = Records.sources(record);
        return sources.isEmpty()
                || sources.stream().anyMatch(source -> !"FORBIDDEN".equals(source.get("redistribution")));
    }

    private Map<String, Object> read(byte[] json) {
        try {
            return Records.map(mapper.readValue(json, Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a table.
     *
     * @param out   is not closed
     * @param first its first page
     * @param pages reads another one
     * @param host  for ids that must be unique in the world
     * @return how many records were withheld
     * @throws IOException if it could not be written, or another page could not be read
     */
    public int write(ExportRequest request, OutputStream out, Page first, Pages pages, String host) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        int withheld = write(request, writer(request, text, host), first, pages);
        text.flush();
        return withheld;
    }

    /**
     * Writes all tables as one archive.
     *
     * @param out   is not closed
     * @param first the first page of the first table
     * @return how many records were withheld, in all tables together
     * @throws IOException if it could not be written, or another page could not be read
     */
    public int writePackage(List<ExportRequest> requests, OutputStream out, Page first, Pages pages)
            throws IOException {
        PackageWriter archive = new PackageWriter(out, mapper);
        archive.describe(requests.stream().map(ExportRequest::table).toList());
        int withheld = 0;
        for (ExportRequest request : requests) {
            Page page = request == requests.get(0) ? first : pages.read(request, null);
            withheld += write(request, archive.begin(request), page, pages);
        }
        archive.finish();
        return withheld;
    }

    private static int write(ExportRequest request, TableWriter table, Page first, Pages pages) throws IOException {
        table.begin();
        int withheld = 0;
        for (Page page = first; ; page = pages.read(request, page.next())) {
            table.write(page.records());
            withheld += page.withheld();
            if (page.next() == null) {
                break;
            }
        }
        table.end();
        return withheld;
    }

    /** Reads the pages of tables after the first one. */
    public interface Pages {
        /**
         * @param cursor the {@code next} of the page before; null for the first page of the table
         * @throws IOException if it has errors, or the record has changed meanwhile
         */
        Page read(ExportRequest request, String cursor) throws IOException;
    }

    private TableWriter writer(ExportRequest request, Writer out, String host) throws IOException {
        return switch (request.format()) {
            case CSV, TSV -> new SheetWriter(request, out);
            case GEOJSON -> new MapWriter(request, out);
            case ICS -> new CalendarWriter(host, out);
            case RIS, BIBLATEX, CSL_JSON -> new ReferenceWriter(request, out, mapper);
        };
    }
}
