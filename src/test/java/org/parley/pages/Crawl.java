package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Follows the links of the pages from the front page on, as a search engine does, and holds each page against what holds for all. */
public final class Crawl {
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    /** In bytes, gzipped, with the style sheet and the script. */
    private static final int HEAVIEST = 60 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final Predicate<String> followed;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Integer> bytes = new LinkedHashMap<>();

    private Crawl(URI server, Predicate<String> followed) {
        this.server = server;
        this.followed = followed;
    }

    /**
     * Crawls all pages.
     *
     * @param followed whether to follow a link to this path and query
     * @return the text of each page, by its path and query
     */
    public static Map<String, String> of(URI server, Predicate<String> followed) {
        Crawl crawl = new Crawl(server, followed);
        crawl.run();
        return crawl.pages;
    }

    private void run() {
        int common = size("/page.css") + size("/page.js");
        Deque<String> open = new ArrayDeque<>();
        open.add("/");
        while (!open.isEmpty()) {
            String path = open.remove();
            if (pages.containsKey(path)) {
                continue;
            }
            HttpResponse<byte[]> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            String text = text(response);
            pages.put(path, text);
            if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertThat(response.body().length + common)
                        .as("bytes of " + path)
                        .isLessThan(HEAVIEST);
                hold(path, text);
                Matcher links = LINK.matcher(text);
                while (links.find()) {
                    String link = path(path, links.group(1).replace("&amp;", "&"));
                    if (link != null && !pages.containsKey(link) && followed.test(link)) {
                        open.add(link);
                    }
                }
            }
        }
    }

    private static void hold(String path, String text) {
        assertThat(HEADING.matcher(text).results()).as("headings of " + path).hasSize(1);
        assertThat(text)
                .as(path)
                .contains("<html lang=\"en\">")
                .doesNotContain("NOT_FOUND", "{m:", "{f:", "<title></title>");
        assertThat(ID.matcher(text).results().map(id -> id.group(1)))
                .as("ids of " + path)
                .doesNotHaveDuplicates();
    }

    /** The path and query that a link leads to; null if it leads out of the pages. */
    private String path(String from, String link) {
        if (link.startsWith("data:") || link.startsWith("#")) {
            return null;
        }
        // java.net.URI resolves "?a=b" by RFC 2396, against the folder; browsers by RFC 3986, against the page.
        URI there = link.startsWith("?")
                ? server.resolve(from.replaceFirst("\\?.*", "") + link)
                : server.resolve(from).resolve(link);
        if (!server.getHost().equals(there.getHost()) || there.getPath().startsWith("/graph")) {
            return null;
        }
        return there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
    }

    private int size(String path) {
        return get(path).body().length;
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        boolean isGzipped =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (GZIPInputStream gzip = isGzipped ? new GZIPInputStream(new ByteArrayInputStream(response.body())) : null) {
            return new String(gzip == null ? response.body() : gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
