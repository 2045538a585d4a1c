package org.parley.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;
import org.parley.pages.Contents.Meeting;
import org.parley.pages.Contents.Talks;
import org.parley.round.NegotiationRoleKind;

/** The page at {@code /}: what the record is about, what it holds, and what to ask first. */
final class FrontPage {
    /** The kinds that the page counts, the most interesting ones first. */
    private static final List<RecordKind> HELD = List.of(
            RecordKind.ROUND,
            RecordKind.STATEMENT,
            RecordKind.POSITION,
            RecordKind.INCIDENT,
            RecordKind.FIGURE,
            RecordKind.DISAGREEMENT,
            RecordKind.ACTOR,
            RecordKind.ISSUE,
            RecordKind.SOURCE);

    /** What is told otherwise, or is a part of what is held. */
    private static final Set<RecordKind> UNTOLD = Set.of(
            RecordKind.NEGOTIATION, RecordKind.PLACE, RecordKind.ASSERTION, RecordKind.OUTCOME, RecordKind.SESSION);

    private final Contents contents;

    /** Whether the page links to the explorer and the schema. */
    private final boolean withExplorer;

    private final Html page = new Html();

    private FrontPage(Contents contents, boolean withExplorer) {
        this.contents = contents;
        this.withExplorer = withExplorer;
    }

    static String of(Contents contents, boolean withExplorer) {
        return new FrontPage(contents, withExplorer).write();
    }

    /** The title of the record, on one line: that of its only negotiation, or the number of negotiations or sources. */
    static String title(Contents contents) {
        int negotiations = contents.count(RecordKind.NEGOTIATION);
        if (contents.isEmpty()) {
            return "An empty record";
        }
        return switch (negotiations) {
            case 0 -> "A record of " + number(contents.count(RecordKind.SOURCE), RecordKind.SOURCE);
            case 1 -> contents.negotiations().get(0).title();
            default -> "The record of " + number(negotiations, RecordKind.NEGOTIATION);
        };
    }

    private String write() {
        String title = title(contents);
        page.markup(
                        """
                <!doctype html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta name="color-scheme" content="light dark">
                    <title>""")
                .text(title)
                .markup(" · Parley</title>\n")
                .markup(
                        """
                    <link rel="icon" href="data:,">
                    <link rel="stylesheet" href="page.css">
                    <script type="module" src="page.js"></script>
                  </head>
                  <body>
                    <p class="brand">Parley</p>
                    <main>
                """)
                .element("h1", title)
                .markup("\n");
        if (contents.isEmpty()) {
            writeEmptiness();
        } else {
            writeNegotiations();
            writeHoldings();
            writeQuestions();
        }
        page.markup("</main>\n<footer>\n")
                .markup(
                        "<p>Parley keeps what sources say, and on which of them each fact rests. Programs send their queries by"
                                + " POST or GET to <code>/graphql</code>.");
        if (withExplorer) {
            page.markup(
                    " The schema is at <a href=\"graphql/schema.graphql\"><code>/graphql/schema.graphql</code></a>.");
        }
        return page.markup("</p>\n</footer>\n</body>\n</html>\n").toString();
    }

    private void writeEmptiness() {
        page.markup(
                "<p>This Parley runs, and its record has no row in it: no source, no statement, nobody who spoke. Rows come"
                        + " from the folder that <code>parley.seed.directory</code> names, the next time that it is loaded.</p>\n");
        if (withExplorer) {
            page.markup("<p><a class=\"main\" href=\"graphiql/\">Open the explorer</a></p>\n");
        }
    }

    private void writeNegotiations() {
        List<Talks> talks = contents.negotiations();
        for (Talks each : talks) {
            if (talks.size() > 1) {
                page.element("h2", each.title()).markup("\n");
            }
            page.element("p", each.summary()).markup("\n");
            if (!each.roles().isEmpty()) {
                page.markup("<dl>\n");
                each.roles().forEach(this::writeRole);
                page.markup("</dl>\n");
            }
        }
        writeMore(contents.count(RecordKind.NEGOTIATION) - talks.size(), RecordKind.NEGOTIATION);
    }

    private void writeRole(NegotiationRoleKind role, List<String> names) {
        page.markup("<dt>").markup(label(role, names.size() > 1)).markup("</dt><dd>");
        writeNames(names);
        page.markup("</dd>\n");
    }

    private void writeNames(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            page.markup(i == 0 ? "" : ", ").element("bdi", names.get(i));
        }
    }

    private void writeMore(int more, RecordKind kind) {
        if (more > 0) {
            page.markup("<p>And " + number(more, kind).replaceFirst(" ", " more ") + ".</p>\n");
        }
    }

    private void writeHoldings() {
        page.markup("<h2>What the record holds</h2>\n<table>\n");
        for (RecordKind kind : held()) {
            int count = contents.count(kind);
            if (count > 0) {
                page.markup("<tr><th scope=\"row\">" + number(count, kind) + "</th><td>");
                writeDetails(kind);
                page.markup("</td></tr>\n");
            }
        }
        page.markup("</table>\n");
        List<Meeting> rounds = contents.rounds();
        if (!rounds.isEmpty()) {
            page.markup("<h3>Rounds</h3>\n<ul>\n");
            for (Meeting each : rounds) {
                page.markup("<li>").element("bdi", each.title());
                if (each.days().isKnown()) {
                    page.markup(", ");
                    each.days().write(page);
                }
                page.markup("</li>\n");
            }
            page.markup("</ul>\n");
            writeMore(contents.count(RecordKind.ROUND) - rounds.size(), RecordKind.ROUND);
        }
    }

    /** With the kinds that features add, after those that every record may have. */
    private List<RecordKind> held() {
        return Stream.concat(
                        HELD.stream(),
                        contents.counts().keySet().stream()
                                .filter(kind -> !HELD.contains(kind) && !UNTOLD.contains(kind))
                                .sorted(Comparator.comparing(RecordKind::name)))
                .toList();
    }

    private void writeDetails(RecordKind kind) {
        Span days = contents.days().get(kind);
        if (days != null) {
            int dated = contents.dated().get(kind);
            page.markup(dated < contents.count(kind) ? number(dated) + " of them dated, " : "");
            days.write(page);
        }
        if (kind == RecordKind.SOURCE && contents.origins() < contents.count(kind)) {
            page.markup((days == null ? "" : "; ") + "of " + number(contents.origins())
                    + (contents.origins() == 1 ? " origin" : " origins") + ", as copies of one text count once");
        }
    }

    private void writeQuestions() {
        List<Question> questions = contents.questions();
        Question first = questions.get(0);
        page.markup("<h2>A first question to ask</h2>\n")
                .element("p", first.words())
                .markup(
                        "\n<div class=\"question\">\n<pre tabindex=\"0\" role=\"region\" aria-label=\"The question in GraphQL\"><code>")
                .text(first.document())
                .markup("</code></pre>\n</div>\n");
        if (!withExplorer) {
            return;
        }
        page.markup("<p><a class=\"main\" href=\"").text(address(first)).markup("\">Ask it in the explorer</a></p>\n");
        if (questions.size() > 1) {
            page.markup("<h2>Further questions</h2>\n<ul>\n");
            for (Question each : questions.subList(1, questions.size())) {
                page.markup("<li><a dir=\"auto\" href=\"")
                        .text(address(each))
                        .markup("\">")
                        .text(each.words())
                        .markup("</a></li>\n");
            }
            page.markup("</ul>\n");
        }
    }

    /** The URL of the explorer with this question in it, relative to the page. */
    static String address(Question question) {
        return "graphiql/?query="
                + URLEncoder.encode(question.text(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String number(int count, RecordKind kind) {
        return number(count) + " " + noun(kind, count);
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String noun(RecordKind kind, int count) {
        if (kind == RecordKind.ACTOR) {
            return count == 1 ? "person or body" : "persons and bodies";
        }
        return kind.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }

    private static String label(NegotiationRoleKind role, boolean several) {
        return switch (role) {
            case PARTY -> several ? "Parties" : "Party";
            case MEDIATOR -> several ? "Mediators" : "Mediator";
            case HOST -> several ? "Hosts" : "Host";
            case OBSERVER -> several ? "Observers" : "Observer";
        };
    }
}
