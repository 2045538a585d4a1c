package org.parley.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.http.HttpConfig;
import org.parley.setting.Rules;

/**
 * The command {@code --ready}: requests {@code /q/health/ready} from the Parley that runs on this machine, or in this container, at the
 * host and port of the settings.
 */
final class Ready {
    /** The timeout for all addresses together, in milliseconds. The health check of the Dockerfile times out after 3000. */
    private static final int PATIENCE = 2000;

    /** The values of {@code quarkus.http.insecure-requests} with which the server does not answer over HTTP. */
    private static final Set<String> HTTPS_ALONE = Set.of("disabled", "redirect");

    private final FirstLook settings;

    Ready(FirstLook settings) {
        this.settings = settings;
    }

    /** Prints one line: the answer to {@code out}, or an error to {@code err}. Returns whether the server is ready. */
    boolean isTold(PrintStream out, PrintStream err) {
        String insecure = settings.value("quarkus.http.insecure-requests", "enabled");
        if (HTTPS_ALONE.contains(insecure)) {
            return no(
                    err,
                    "--ready uses HTTP, which quarkus.http.insecure-requests=" + insecure
                            + " switches off; ask for /q/health/ready by HTTPS.");
        }
        int port;
        String host;
        try {
            port = read(
                    new Rules.Port(), "parley.http.port", settings.value("quarkus.http.port", null), HttpConfig.PORT);
            host = read(
                    new Rules.Host(), "parley.http.host", settings.value("quarkus.http.host", null), HttpConfig.HOST);
        } catch (IllegalArgumentException e) {
            return no(err, e.getMessage());
        }
        if (port == 0) {
            return no(
                    err,
                    "parley.http.port (PARLEY_HTTP_PORT) is 0, a free port chosen at the start: see the log of the running Parley for it.");
        }
        try {
            boolean ready = ask(host, port);
            out.println(ready ? "ready" : "not ready");
            return ready;
        } catch (UnknownHostException e) {
            return no(err, StartFailure.unknownHost(host));
        } catch (IOException e) {
            return no(err, "Parley does not answer on port " + port + " of " + host + ": " + e.getMessage());
        }
    }

    private <T> T read(org.parley.setting.Rule<T> rule, String property, String instead, String otherwise) {
        String value = instead != null ? instead : settings.value(property, otherwise);
        try {
            return rule.convert(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(StartFailure.named(property) + " " + e.getMessage());
        }
    }

    private static boolean no(PrintStream err, String sentence) {
        err.println(sentence);
        return false;
    }

    /**
     * Tries all addresses of the host in turn, until one answers.
     *
     * @throws IOException the failure of the first address, if none answers
     */
    private static boolean ask(String host, int port) throws IOException {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        IOException failure = null;
        for (InetAddress address : addresses(host)) {
            try {
                return ask(address, port, end);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        throw failure;
    }

    /** The addresses of the host. The wildcard address (0.0.0.0 or ::) can't be connected to, so the loopback addresses stand in for it. */
    private static List<InetAddress> addresses(String host) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (address.isAnyLocalAddress()) {
                addresses.add(InetAddress.getByName("127.0.0.1"));
                addresses.add(InetAddress.getByName("::1"));
            } else {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static boolean ask(InetAddress address, int port, long end) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), left(end));
            socket.setSoTimeout(left(end));
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        }
    }

    private static int left(long end) {
        return (int) Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }
}
