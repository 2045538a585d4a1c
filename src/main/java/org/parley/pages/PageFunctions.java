package org.parley.pages;

import io.quarkus.qute.RawString;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions of the templates, called as {@code {f:name(values)}}. Values are parts of a GraphQL answer: maps, lists, texts, numbers and
 * null. Thread-safe.
 */
final class PageFunctions {
    /** How many pairs of a side and whom it speaks of a page lists. */
    private static final int MOST_EXCHANGES = 100;

    private final Messages messages;
    private final Map<String, Function> functions = new LinkedHashMap<>();

    private interface Function {
        Object of(List<Object> values);
    }

    PageFunctions(Messages messages) {
        this.messages = messages;
        functions.put("when", values -> new RawString(when(map(values.get(0)))));
        functions.put("day", values -> new RawString(day(LocalDate.parse((String) values.get(0)))));
        functions.put("moment", values -> new RawString(moment((String) values.get(0))));
        functions.put("number", values -> number((Number) values.get(0)));
        functions.put("tone", values -> tone(map(values.get(0)), values.get(1)));
        functions.put("link", PageFunctions::link);
        functions.put("host", values -> host((String) values.get(0)));
        functions.put("slug", values -> slug((String) values.get(0)));
        functions.put("marked", values -> new RawString(marked((String) values.get(0))));
        functions.put("wordings", values -> Wordings.compared(list(values.get(0))));
        functions.put("bySide", values -> bySide(map(values.get(0)), list(values.get(1))));
        functions.put("plain", values -> when(map(values.get(0))).replaceAll("<[^>]*>", ""));
        functions.put(
                "whole", values -> PageAddress.query(Map.of((String) values.get(0), List.of((String) values.get(1)))));
        functions.put("page", PageFunctions::page);
        functions.put("others", PageFunctions::others);
        functions.put("before", values -> ((Number) values.get(0)).longValue() - 1);
        functions.put("byRole", values -> byRole(list(values.get(0))));
        functions.put("matrix", values -> matrix(map(values.get(0)), list(values.get(1))));
        functions.put("exchanges", values -> exchanges(list(values.get(0))));
        functions.put("parties", values -> parties(map(values.get(0))));
        functions.put("values", values -> values((String) values.get(0)));
        functions.put("quote", values -> Quotation.unended((String) values.get(0)));
        functions.put("duration", values -> duration((String) values.get(0)));
        functions.put("linkedData", values -> new RawString(LinkedData.of(map(values.get(0)), map(values.get(1)))));
        functions.put("quotation", values -> new Quotation(messages, map(values.get(0)), map(values.get(1))).forms());
        functions.put("timeline", values -> TimelinePicture.of(messages, map(values.get(0)), list(values.get(1))));
        functions.put("map", values -> MapPicture.of(list(values.get(0))));
    }

    /** @throws IllegalArgumentException if there is no such function */
    Object call(String name, List<Object> values) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("templates have no function f:" + name);
        }
        return function.of(values);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    static String text(Map<String, Object> map, String key) {
        return map == null ? null : (String) map.get(key);
    }

    // --- Dates

    /** When something was, in words: its days, its month or season, or the bounds that are known. */
    private String when(Map<String, Object> event) {
        String start = text(event, "start");
        String end = text(event, "end");
        String edtf = text(event, "edtf");
        String notBefore = text(event, "notBefore");
        String notAfter = text(event, "notAfter");
        if (start != null) {
            Html html = new Html();
            new Span(LocalDate.parse(start), LocalDate.parse(end == null ? start : end)).write(html);
            return html.toString();
        }
        if (edtf != null) {
            return "<time datetime=\"" + (edtf.matches("\\d{4}(-(0\\d|1[0-2]))?") ? edtf : edtf.substring(0, 4)) + "\">"
                    + coarse(edtf) + "</time>";
        }
        if (notBefore != null && notAfter != null) {
            return messages.of(
                    "when_between", List.of(day(LocalDate.parse(notBefore)), day(LocalDate.parse(notAfter))));
        }
        if (notBefore != null) {
            return messages.of("when_notBefore", List.of(day(LocalDate.parse(notBefore))));
        }
        return notAfter != null
                ? messages.of("when_notAfter", List.of(day(LocalDate.parse(notAfter))))
                : "<span class=\"unknown\">" + messages.of("when_unknown", List.of()) + "</span>";
    }

    /** A year, month or season of EDTF, in words. */
    private String coarse(String edtf) {
        if (edtf.length() == 4) {
            return edtf;
        }
        int part = Integer.parseInt(edtf.substring(5));
        String year = edtf.substring(0, 4);
        return part > 12
                ? messages.of("season." + part, List.of(year))
                : DateTimeFormatter.ofPattern("MMMM u", Locale.ENGLISH)
                        .format(YearMonth.of(Integer.parseInt(year), part));
    }

    private static String day(LocalDate day) {
        Html html = new Html();
        new Span(day, day).write(html);
        return html.toString();
    }

    /** The day and minute of an instant, in UTC. */
    private static String moment(String instant) {
        return "<time datetime=\"" + instant + "\">"
                + DateTimeFormatter.ofPattern("d MMMM u, H:mm", Locale.ENGLISH).format(OffsetDateTime.parse(instant))
                + " UTC</time>";
    }

    /** A duration such as PT5H30M, in words. */
    private String duration(String iso) {
        Duration duration = Duration.parse(iso);
        return messages.of("duration", List.of(duration.toHours(), duration.toMinutesPart()));
    }

    private static String number(Number number) {
        return number instanceof Integer || number.doubleValue() == Math.rint(number.doubleValue())
                ? String.format(Locale.ENGLISH, "%,d", number.longValue())
                : String.format(Locale.ENGLISH, "%,.6f", number.doubleValue()).replaceAll("0+$", "");
    }

    // --- Sides

    /**
     * The CSS class of the side of an actor: {@code side-1}, {@code side-2} for the parties, {@code mediator}, {@code other}.
     *
     * @param actor an actor with its {@code id} and, if it speaks for another, its {@code side}; null is on no side
     */
    static String tone(Map<String, Object> page, Object actor) {
        return actor == null
                ? "other"
                : (String) map(page.get("sides")).getOrDefault(text(side(map(actor)), "id"), "other");
    }

    /** The party that an actor speaks for, or the actor itself if it speaks for none. */
    static Map<String, Object> side(Map<String, Object> actor) {
        return actor.get("side") == null ? actor : map(actor.get("side"));
    }

    /**
     * Statements or positions by the side of their first speaker or holder: a list of maps with {@code side}, an actor, and {@code records}.
     * The parties come first, in the order of the record; then the others, in the order in which they occur.
     */
    private static List<Map<String, Object>> bySide(Map<String, Object> page, List<Map<String, Object>> records) {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        map(page.get("sides")).keySet().forEach(id -> groups.put(id, null));
        for (Map<String, Object> record : records) {
            Map<String, Object> actor = record.get("speakers") instanceof List<?> speakers
                    ? map(speakers.get(0))
                    : map(record.get("actor"));
            Map<String, Object> side = side(actor);
            Map<String, Object> group = groups.get(text(side, "id"));
            if (group == null) {
                group = new LinkedHashMap<>();
                group.put("side", side);
                group.put("records", new ArrayList<Map<String, Object>>());
                groups.put(text(side, "id"), group);
            }
            list(group.get("records")).add(record);
        }
        return groups.values().stream().filter(Objects::nonNull).toList();
    }

    /** Roles by their kind, parties first: a list of maps with the {@code role} and its {@code actors}. */
    private static List<Map<String, Object>> byRole(List<Map<String, Object>> roles) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (String role : List.of("PARTY", "MEDIATOR", "HOST", "OBSERVER")) {
            List<Object> actors = roles.stream()
                    .filter(each -> each.get("role").equals(role))
                    .map(each -> each.get("actor"))
                    .distinct()
                    .toList();
            if (!actors.isEmpty()) {
                groups.add(Map.of("role", role, "actors", actors));
            }
        }
        return groups;
    }

    /**
     * Positions as a table: the {@code sides}, and {@code rows} with their {@code issue} and a cell for each side, null if it is empty. In a
     * cell they are in the order of the days on which they were first taken, those of no day last. All
     * who are on no side of the talks share the last column, whose side is null.
     */
    private static Map<String, Object> matrix(Map<String, Object> page, List<Map<String, Object>> positions) {
        List<Map<String, Object>> sides = new ArrayList<>();
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("side", null);
        others.put("records", new ArrayList<Map<String, Object>>());
        for (Map<String, Object> group : bySide(page, positions)) {
            if (tone(page, group.get("side")).equals("other")) {
                list(others.get("records")).addAll(list(group.get("records")));
            } else {
                sides.add(group);
            }
        }
        if (!list(others.get("records")).isEmpty()) {
            sides.add(others);
        }
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Map<String, Object> position : positions) {
            Map<String, Object> issue = map(position.get("issue"));
            rows.computeIfAbsent(text(issue, "id"), id -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("issue", issue);
                row.put(
                        "cells",
                        sides.stream()
                                .map(side -> list(side.get("records")).stream()
                                        .filter(each -> text(map(each.get("issue")), "id")
                                                .equals(id))
                                        .sorted(Comparator.comparing(
                                                each -> text(each, "start"),
                                                Comparator.nullsLast(Comparator.naturalOrder())))
                                        .toList())
                                .map(cell -> cell.isEmpty() ? null : cell)
                                .collect(Collectors.toCollection(ArrayList::new)));
                return row;
            });
        }
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put(
                "sides", sides.stream().map(each -> each.get("side")).collect(Collectors.toCollection(ArrayList::new)));
        matrix.put(
                "rows",
                rows.values().stream()
                        .sorted(Comparator.comparing(row -> text(map(row.get("issue")), "name")))
                        .toList());
        return matrix;
    }

    /** The counts of statements that are directed at or about somebody, the largest first; the first hundred. */
    private static List<Map<String, Object>> exchanges(List<Map<String, Object>> counts) {
        return counts.stream()
                .filter(each -> each.get("target") != null)
                .limit(MOST_EXCHANGES)
                .toList();
    }

    /** The parties of all negotiations, as the options of a filter. */
    private static List<Object> parties(Map<String, Object> site) {
        return list(site.get("nodes")).stream()
                .flatMap(negotiation -> list(negotiation.get("roles")).stream())
                .filter(each ->
                        each.get("role").equals("PARTY") || each.get("role").equals("MEDIATOR"))
                .map(each -> each.get("actor"))
                .distinct()
                .toList();
    }

    /** The values of an enumeration, as the options of a filter. */
    private List<Map<String, Object>> values(String key) {
        return messages.values(key).stream()
                .map(value -> Map.<String, Object>of("id", value, "name", messages.of(key, List.of(value))))
                .toList();
    }

    // --- Addresses

    /** The query string of the same page with another value of a parameter. */
    @SuppressWarnings("unchecked")
    private static Object page(List<Object> values) {
        Map<String, Object> page = map(values.get(0));
        return ((PageAddress) page.get("asked"))
                .with((String) values.get(1), (String) values.get(2), (Set<String>) page.get("taken"));
    }

    /** The parameters of the page that a form has no field for, so that it keeps them: maps with {@code name} and {@code value}. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> others(List<Object> values) {
        Map<String, Object> page = map(values.get(0));
        List<Object> fields = values.subList(1, values.size());
        Set<String> taken = (Set<String>) page.get("taken");
        return ((PageAddress) page.get("asked"))
                .parameters().entrySet().stream()
                        .filter(each -> taken.contains(each.getKey())
                                && !fields.contains(each.getKey())
                                && !PageAddress.PLACES.contains(each.getKey()))
                        .flatMap(each -> each.getValue().stream()
                                .map(value -> Map.<String, Object>of("name", each.getKey(), "value", value)))
                        .toList();
    }

    /** The query string with these parameters, given as name, value, name, value; those without a value are left out. */
    private static Object link(List<Object> values) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if (values.get(i + 1) != null && !values.get(i + 1).toString().isEmpty()) {
                parameters.put(
                        (String) values.get(i), List.of(slug(values.get(i + 1).toString())));
            }
        }
        return PageAddress.query(parameters);
    }

    /** The id without its kind; another text stays as it is. */
    private static String slug(String id) {
        int slash = id.indexOf('/');
        return slash > 0 && PageAddress.KINDS.contains(id.substring(0, slash)) ? id.substring(slash + 1) : id;
    }

    /** The host of a URL; the whole text if it has none. */
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /** The snippet of a search hit, whose words stand between « and ». */
    private static String marked(String snippet) {
        return new Html().text(snippet).toString().replace("«", "<mark>").replace("»", "</mark>");
    }
}
