package org.parley.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A statement to be pasted with its source: the words and whether they are verbatim, the speaker and the office at that time, the day and
 * what it rests on, each source with outlet, headline, address and place in it, and the record's own address. What the record does not
 * know is said to be not recorded, and never guessed.
 */
final class Quotation {
    private final Messages messages;
    private final Map<String, Object> page;
    private final Map<String, Object> statement;

    /** @param statement the answer to the fragment {@code quotable} */
    Quotation(Messages messages, Map<String, Object> page, Map<String, Object> statement) {
        this.messages = messages;
        this.page = page;
        this.statement = statement;
    }

    /** The three forms, by name: {@code plain}, {@code markdown}, {@code html}. */
    Map<String, Object> forms() {
        return Map.of("plain", plain(), "markdown", markdown(), "html", html());
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        text.append(isQuoted() ? "“" + words() + "”" : words()).append('\n');
        text.append("— ").append(speakers()).append(", ").append(day()).append('\n');
        text.append(messages.of("copy_extent", List.of(statement.get("kind")))).append('\n');
        for (Map<String, Object> rendering : renderings()) {
            text.append(messages.of("copy_source", List.of(source(rendering)))).append('\n');
        }
        return text.append(messages.of("copy_record", List.of(address())))
                .append('\n')
                .toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("> ").append(markdown(words())).append("\n>\n");
        text.append("> — ")
                .append(markdown(speakers()))
                .append(", ")
                .append(markdown(day()))
                .append("\n\n");
        text.append(messages.of("copy_extent", List.of(statement.get("kind")))).append("\n\n");
        for (Map<String, Object> rendering : renderings()) {
            String url = PageFunctions.text(PageFunctions.map(rendering.get("source")), "url");
            text.append("- ").append(markdown(source(rendering)));
            text.append(url == null ? "" : " <" + url + '>').append('\n');
        }
        return text.append("\n<").append(address()).append(">\n").toString();
    }

    private String html() {
        Html html = new Html();
        html.markup("<blockquote><p>").text(words()).markup("</p></blockquote>\n");
        html.markup("<p>— ").text(speakers() + ", " + day()).markup("<br>\n");
        html.text(messages.of("copy_extent", List.of(statement.get("kind")))).markup("</p>\n<ul>\n");
        for (Map<String, Object> rendering : renderings()) {
            html.markup("<li>").text(source(rendering)).markup("</li>\n");
        }
        html.markup("</ul>\n<p><a href=\"")
                .text(address())
                .markup("\">")
                .text(address())
                .markup("</a></p>\n");
        return html.toString();
    }

    private boolean isQuoted() {
        return statement.get("quote") != null;
    }

    private String words() {
        return isQuoted() ? unended((String) statement.get("quote")) : (String) statement.get("summary");
    }

    /** The words without a comma at their end, which belongs to the sentence around them. */
    static String unended(String quote) {
        return quote.endsWith(",") ? quote.substring(0, quote.length() - 1) : quote;
    }

    private String address() {
        String base = PageFunctions.text(page, "base");
        return base == null ? (String) statement.get("id") : base + statement.get("id");
    }

    private List<Map<String, Object>> renderings() {
        return PageFunctions.list(statement.get("renderings"));
    }

    private String speakers() {
        return PageFunctions.list(statement.get("speakers")).stream()
                .map(speaker -> {
                    List<String> offices = offices(speaker);
                    return speaker.get("name") + (offices.isEmpty() ? "" : " (" + String.join("; ", offices) + ")");
                })
                .collect(Collectors.joining(", "));
    }

    /** The offices that the speaker may have held on the day; without a day, those without known days. */
    private List<String> offices(Map<String, Object> speaker) {
        String day = PageFunctions.text(statement, "start");
        List<String> offices = new ArrayList<>();
        for (Map<String, Object> each : PageFunctions.list(speaker.get("affiliations"))) {
            String from = PageFunctions.text(each, "from");
            String to = PageFunctions.text(each, "to");
            boolean held = day == null
                    ? from == null && to == null
                    : (from == null || from.compareTo(day) <= 0) && (to == null || to.compareTo(day) >= 0);
            String title = PageFunctions.text(each, "title");
            String office =
                    title + ", " + PageFunctions.map(each.get("organization")).get("name");
            // Two sources may print one office in different case.
            if (held && title != null && offices.stream().noneMatch(office::equalsIgnoreCase)) {
                offices.add(office);
            }
        }
        return offices;
    }

    private String day() {
        String date = PageFunctions.text(statement, "start");
        return date == null
                ? messages.of("copy_undated", List.of())
                : day(date) + " (" + messages.of("basis", List.of(statement.get("dateBasis"))) + ")";
    }

    private static String day(String date) {
        return DateTimeFormatter.ofPattern("d MMMM u", Locale.ENGLISH).format(LocalDate.parse(date));
    }

    /** The source with its outlet, headline, day, address and the place in it. */
    private String source(Map<String, Object> rendering) {
        Map<String, Object> source = PageFunctions.map(rendering.get("source"));
        List<String> parts = new ArrayList<>();
        String outlet = PageFunctions.text(source, "outlet");
        parts.add(outlet == null ? messages.of("copy_noOutlet", List.of()) : outlet);
        String title = PageFunctions.text(source, "title");
        parts.add(title == null ? (String) source.get("label") : "“" + title + "”");
        String published = PageFunctions.text(source, "publishedOn");
        if (published != null) {
            parts.add(day(published));
        }
        parts.add((String) rendering.get("locator"));
        String url = PageFunctions.text(source, "url");
        if (url != null) {
            parts.add(url);
        }
        return String.join(", ", parts);
    }

    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
