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

/** Asks the Parley of this machine (in a container: of this container) whether it can answer, where the settings say it listens. */
final class Ready {
    /** How long it may take, in milliseconds; a container's check gives up after 3000. */
    private static final int PATIENCE = 2000;

    /** What {@code quarkus.http.insecure-requests} may say that leaves nobody to be asked by HTTP. */
    private static final Set<String> HTTPS_ALONE = Set.of("disabled", "redirect");

    private final FirstLook settings;

    Ready(FirstLook settings) {
        this.settings = settings;
    }

    /** Prints one line, and says whether the answer was yes. */
    boolean isTold(PrintStream out, PrintStream err) {
        String insecure = settings.value("quarkus.http.insecure-requests", "enabled");
        if (HTTPS_ALONE.contains(insecure)) {
            return no(
                    err,
                    "--ready asks by HTTP, which quarkus.http.insecure-requests=" + insecure
                            + " leaves unanswered; ask for /q/health/ready by HTTPS.");
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
                    "parley.http.port (PARLEY_HTTP_PORT) is 0, a free port: which one, only the log of the Parley that runs tells.");
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

    /** By the first of the name's addresses that answers. */
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

    /** One at which a server can be asked that listens at this one: who listens everywhere does so at the machine's own, too. */
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
