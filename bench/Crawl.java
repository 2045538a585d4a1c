import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Follows the links of Parley's pages from the front page on, and tells dead links, pages of more than 60 KB gzipped, and the largest and slowest
 * ones: {@code bench/crawl http://localhost:8080 [most pages]}. Pages are taken by chance of those that are known, so that a bounded number
 * holds pages of all kinds; Ctrl-C ends it as that number does. What is no page, such as an export, is asked for by HEAD. The exit status is 1 if there is a dead link or a
 * page that is too large.
 */
public class Crawl {
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"([^\"]*)\"");
    private static final int HEAVIEST = 60 * 1024;
    private static final int SHOWN = 10;
    private static final int THREADS = 2;

    private record Page(String path, int bytes, long micros) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> open = new ArrayList<>();
    private final List<Page> pages = Collections.synchronizedList(new ArrayList<>());
    private final List<String> dead = Collections.synchronizedList(new ArrayList<>());
    private final Random random = new Random(1);
    private final AtomicBoolean isTold = new AtomicBoolean();
    private int taken;
    private int running;

    private Crawl(URI server, int most) {
        this.server = server;
        this.most = most;
    }

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("Usage: bench/crawl ADDRESS [most pages]");
            System.exit(2);
        }
        int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
        System.exit(new Crawl(URI.create(arguments[0] + "/"), most).run() ? 0 : 1);
    }

    /** Whether all is well. */
    private boolean run() throws Exception {
        found("/");
        // After Ctrl-C, too: a large record has some 500,000 addresses.
        Runtime.getRuntime().addShutdownHook(new Thread(this::tell));
        CountDownLatch ended = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        for (String path = next(); path != null; path = next()) {
                            try {
                                follow(path);
                            } catch (IOException | InterruptedException | RuntimeException e) {
                                dead.add(path + " " + e);
                            }
                            done();
                        }
                        ended.countDown();
                    })
                    .start();
        }
        ended.await();
        return tell();
    }

    /** Prints what was seen; whether all of it is well. */
    private boolean tell() {
        if (isTold.getAndSet(true)) {
            return false;
        }
        List<Page> all = List.copyOf(pages);
        List<Page> large = all.stream().filter(page -> page.bytes() > HEAVIEST).toList();
        System.out.printf(
                "%d pages, %d of %d addresses found, %d dead links, %d pages of more than %d bytes%n",
                all.size(), taken, known.size(), dead.size(), large.size(), HEAVIEST);
        List.copyOf(dead).stream().limit(SHOWN).forEach(link -> System.out.println("dead: " + link));
        show("largest", Comparator.comparingInt(Page::bytes));
        show("slowest", Comparator.comparingLong(Page::micros));
        return dead.isEmpty() && large.isEmpty();
    }

    private void show(String title, Comparator<Page> order) {
        System.out.println(title + ":");
        List.copyOf(pages).stream()
                .sorted(order.reversed())
                .limit(SHOWN)
                .forEach(page -> System.out.printf(
                        "%8d bytes %8.1f ms  %s%n", page.bytes(), page.micros() / 1000.0, page.path()));
    }

    private synchronized void found(String path) {
        if (known.add(path)) {
            open.add(path);
            notifyAll();
        }
    }

    /** A path to follow; null if all were followed. */
    private synchronized String next() {
        while (open.isEmpty() && running > 0 && taken < most) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        if (open.isEmpty() || taken >= most) {
            return null;
        }
        taken++;
        running++;
        int last = open.size() - 1;
        Collections.swap(open, random.nextInt(open.size()), last);
        return open.remove(last);
    }

    private synchronized void done() {
        running--;
        notifyAll();
    }

    private void follow(String path) throws IOException, InterruptedException {
        boolean isPage = !path.startsWith("/export/") && !path.startsWith("/graph");
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html,*/*")
                .method(isPage ? "GET" : "HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long micros = (System.nanoTime() - begin) / 1000;
        if (response.statusCode() != 200 && !(response.statusCode() == 405 && !isPage)) {
            dead.add(path + " " + response.statusCode());
            return;
        }
        if (!isPage || !response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return;
        }
        pages.add(new Page(path, response.body().length, micros));
        byte[] body = response.body();
        if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        Matcher links = LINK.matcher(new String(body, StandardCharsets.UTF_8));
        while (links.find()) {
            String link = links.group(1).replace("&amp;", "&");
            URI target;
            try {
                // URI.resolve takes the last part of the path off before a query alone.
                target = link.startsWith("?")
                        ? server.resolve(path.replaceFirst("\\?.*", "") + link)
                        : server.resolve(path).resolve(link);
            } catch (IllegalArgumentException e) {
                dead.add(path + " has the link " + link);
                continue;
            }
            // The explorer is one page, whatever question a link puts into it.
            boolean isHere = server.getHost().equals(target.getHost()) && server.getPort() == target.getPort();
            if (isHere && !(target.getRawPath().startsWith("/graphiql/") && target.getRawQuery() != null)) {
                String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
                found(target.getRawPath() + query);
            }
        }
    }
}
