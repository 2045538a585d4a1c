package org.parley.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In which media types requests and answers are written. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    private MediaTypes() {}

    /** JSON in UTF-8. The bundled explorer names the type twice, with a comma between; no form of a web page can do that. */
    static boolean isJson(String contentType) {
        return contentType != null && Stream.of(contentType.split(",", -1)).allMatch(MediaTypes::isOneJson);
    }

    private static boolean isOneJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equals(JSON);
    }

    /**
     * The media type of an answer that the client likes best; of two that it likes as well, JSON unless it names the other.
     *
     * @param accepted the ranges of the header Accept; none at all lets everything through
     * @return null if it takes neither
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

    /** Whether the client asks for a page, as a browser does that was led here by a link. */
    static boolean asksForPage(List<MIMEHeader> accepted) {
        Liking page = Liking.of("text/html", accepted);
        return page.byName && page.weight > 0;
    }

    /** How much a client likes a media type, from 0 to 1, and whether it is named as such and not by a range. */
    private record Liking(float weight, boolean byName) {

        /** The most specific range counts, whatever the others say (RFC 9110, 12.5.1). */
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
