package org.parley.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The program: serves the record, loads it only ({@code --load}), asks another one whether it can answer ({@code --ready}), or answers
 * {@code --help} and {@code --version} without starting anything. */
@QuarkusMain
public final class Parley {
    /** What a shell expects of a program that was called wrongly. */
    private static final int WRONG_USAGE = 2;

    private static final int FAILED = 1;

    /** How long a Parley that is asked whether it is ready may take, in milliseconds. */
    private static final int PATIENCE = 2000;

    private static final String VERSION = text("version.txt");
    private static final String HELP = text("help.txt");

    private static boolean serves;
    private static boolean loadsOnly;

    private Parley() {}

    /** Whether this process is the program, and not a test of its parts. */
    static boolean serves() {
        return serves;
    }

    /** Whether the start is to end when the record is in the database. */
    static boolean loadsOnly() {
        return loadsOnly;
    }

    public static void main(String... arguments) {
        // The libraries below word some errors in the machine's language, where they know it.
        Locale.setDefault(Locale.ENGLISH);
        if (arguments.length == 0) {
            serve();
        } else if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
            print(System.out, VERSION + "\n" + HELP);
        } else if (arguments.length == 1 && arguments[0].equals("--version")) {
            print(System.out, VERSION);
        } else if (arguments.length == 1 && arguments[0].equals("--ready")) {
            System.exit(isReady() ? 0 : FAILED);
        } else if (arguments.length == 1 && arguments[0].equals("--load")) {
            loadsOnly = true;
            serve();
        } else {
            end(
                    WRONG_USAGE,
                    "Parley takes no argument but --load, --ready, --help or --version, not "
                            + String.join(" ", arguments) + ". Its settings are environment variables: see --help.");
        }
    }

    private static void serve() {
        // The variables of a newer or misspelt setting would otherwise be passed over without a word.
        Optional<String> unknown = System.getenv().keySet().stream()
                .filter(variable -> variable.startsWith("PARLEY_") && !HELP.contains("  " + variable + " "))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            end(FAILED, unknown.get() + " is none of Parley's settings; --help lists them.");
        } else if (LaunchMode.current() == LaunchMode.NORMAL) {
            serves = true;
            Quarkus.run(null, (code, failure) -> {
                boolean failed = failure != null && !isLoaded(failure);
                if (failed) {
                    new StartFailure(failure).sentence().ifPresent(sentence -> print(System.err, sentence + "\n"));
                }
                ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(failed ? code : 0, failure);
            });
        } else {
            Quarkus.run();
        }
    }

    /** Whether the Parley of this machine (in a container: of this container) says that it can answer. */
    private static boolean isReady() {
        String port = System.getenv().getOrDefault("PARLEY_HTTP_PORT", "8080");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            print(System.out, answer.equals("HTTP/1.1 200") ? "ready\n" : "not ready\n");
            return answer.equals("HTTP/1.1 200");
        } catch (IOException | IllegalArgumentException e) {
            print(System.err, "Parley does not answer on port " + port + ": " + e.getMessage() + "\n");
            return false;
        }
    }

    private static boolean isLoaded(Throwable failure) {
        return failure instanceof Loaded || failure.getCause() != null && isLoaded(failure.getCause());
    }

    /** Ends a start that was to load the record only: Quarkus knows no other way out before it listens. */
    static final class Loaded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Loaded() {
            super("the record is loaded", null, false, false);
        }
    }

    private static void end(int exitCode, String sentence) {
        print(System.err, sentence + "\n");
        System.exit(exitCode);
    }

    private static void print(PrintStream stream, String text) {
        stream.print(text);
        stream.flush();
    }

    /** A text that is part of the program. */
    private static String text(String name) {
        try (InputStream in = Parley.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
