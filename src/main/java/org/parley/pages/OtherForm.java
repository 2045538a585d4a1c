package org.parley.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.engine.GraphQLResponse;
import org.parley.export.References;

/** Another form of a page, for programs and reference managers: JSON, CSL-JSON, RIS or Markdown. */
final class OtherForm {
    private final Messages messages;
    private final PageAddress asked;
    private final String base;
    private final Map<String, Object> data;
    private final ObjectMapper mapper;

    /** @param base the public address of Parley; null if it is not known */
    OtherForm(Messages messages, PageAddress asked, String base, Map<String, Object> data, ObjectMapper mapper) {
        this.messages = messages;
        this.asked = asked;
        this.base = base;
        this.data = data;
        this.mapper = mapper;
    }

    ReaderPages.Shown shown(GraphQLResponse response) {
        return switch (asked.format()) {
            case PageAddress.JSON -> shown("application/json", written(data), response);
            case "csl.json" -> shown(
                    "application/vnd.citationstyles.csl+json", written(references(this::csl)), response);
            case "ris" -> shown(
                    "application/x-research-info-systems",
                    references(this::ris).stream().map(String.class::cast).collect(Collectors.joining("\r\n")),
                    response);
            case "md" -> shown("text/markdown", new Quotation(messages, page(), record()).markdown(), response);
            default -> throw new IllegalStateException("There is no form " + asked.format());
        };
    }

    private static ReaderPages.Shown shown(String type, String text, GraphQLResponse response) {
        return new ReaderPages.Shown(200, type + "; charset=utf-8", text, null, response);
    }

    private Map<String, Object> page() {
        Map<String, Object> page = new HashMap<>();
        page.put("base", base == null ? null : base + '/');
        return page;
    }

    private Map<String, Object> record() {
        return PageFunctions.map(data.get(asked.page()));
    }

    /** A source, and the place in it; a place and a note are null for the whole of a source. */
    private record Reference(Map<String, Object> source, String locator, String note) {}

    private List<Object> references(Function<Reference, Object> form) {
        if (asked.page().equals("source")) {
            return List.of(form.apply(new Reference(record(), null, null)));
        }
        return PageFunctions.list(record().get("renderings")).stream()
                .map(rendering -> form.apply(new Reference(
                        PageFunctions.map(rendering.get("source")), (String) rendering.get("locator"), (String)
                                rendering.get("wording"))))
                .toList();
    }

    private Object csl(Reference reference) {
        return References.csl(reference.source(), reference.locator(), reference.note());
    }

    private Object ris(Reference reference) {
        return References.ris(reference.source(), reference.locator(), reference.note());
    }

    private String written(Object value) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
