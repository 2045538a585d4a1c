package org.parley.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The media types of requests and answers, and which one a client prefers. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** Names of the charset, in lower case. */
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

    private MediaTypes() {}

    /**
     * Whether this Content-Type is JSON in UTF-8. The bundled explorer sends the type twice, separated by a comma; that is safe to
     * accept, since an HTML form on another site can't send this type (CSRF).
     */
    static boolean isJson(String contentType) {
        return contentType != null && parts(contentType, ',').stream().allMatch(MediaTypes::isOneJson);
    }

    private static boolean isOneJson(String contentType) {
        List<String> parts = parts(contentType, ';');
        return parts.get(0).strip().equalsIgnoreCase(JSON)
                && parts.stream().skip(1).allMatch(MediaTypes::leavesUtf8);
    }

    private static boolean leavesUtf8(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0
                || !parameter.substring(0, equals).strip().equalsIgnoreCase("charset")
                || UTF_8.contains(
                        unquoted(parameter.substring(equals + 1).strip()).toLowerCase(Locale.ROOT));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    /** Splits at the separator, except inside quotation marks. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted && character == '\\') {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /**
     * The media type that the client prefers for the answer. If it prefers both equally: {@link #GRAPHQL_RESPONSE} if that is named
     * exactly, otherwise {@link #JSON}.
     *
     * @param accepted the media ranges of the header Accept; an empty list accepts everything
     * @return null if the client accepts neither
     */
    static String ofAnswer(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return JSON;
        }
        Liking response = Liking.of(GRAPHQL_RESPONSE, accepted);
        Liking json = Liking.of(JSON, accepted);
        if (response.weight == 0 && json.weight == 0) {
            return null;
        }
        return response.weight > json.weight || response.weight == json.weight && response.byName
                ? GRAPHQL_RESPONSE
                : JSON;
    }

    /** Whether the client asks for an HTML page, as a browser does that follows a link. */
    static boolean asksForPage(List<MIMEHeader> accepted) {
        Liking page = Liking.of("text/html", accepted);
        return page.byName && page.weight > 0;
    }

    /** Whether the client can read an answer as server-sent events. */
    static boolean allowsEvents(List<MIMEHeader> accepted) {
        Liking events = Liking.of(EVENTS, accepted);
        return events.byName && events.weight > 0;
    }

    /** Whether the client likes server-sent events better than any JSON. */
    static boolean prefersEvents(List<MIMEHeader> accepted) {
        float events = Liking.of(EVENTS, accepted).weight;
        return allowsEvents(accepted)
                && events > Liking.of(JSON, accepted).weight
                && events > Liking.of(GRAPHQL_RESPONSE, accepted).weight;
    }

    /**
     * A client's preference for a media type.
     * @param weight the q-value, from 0 to 1
     * @param byName whether the type is named exactly, and not by a range such as {@code application/*}
     */
    private record Liking(float weight, boolean byName) {

        /** The most specific range decides, whatever weight the others have (RFC 9110, 12.5.1). */
        static Liking of(String type, List<MIMEHeader> accepted) {
            for (String range : List.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*")) {
                for (MIMEHeader each : accepted) {
                    if (each.rawValue().split(";", -1)[0].strip().equalsIgnoreCase(range)) {
                        return new Liking(each.weight(), range.equals(type));
                    }
                }
            }
            return new Liking(0, false);
        }
    }
}
