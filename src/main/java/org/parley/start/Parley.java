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
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The program: serves the record, loads it only ({@code --load}), tells whether one could be loaded ({@code --check}), asks another one
 * whether it can answer ({@code --ready}), or answers {@code --help} and {@code --version} without starting anything.
 */
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
    private static boolean checksOnly;
    private static Path checked;

    private Parley() {}

    /** Whether this process is the program, and not a test of its parts. */
    static boolean serves() {
        return serves;
    }

    /** Whether the start is to end when the record is in the database. */
    static boolean loadsOnly() {
        return loadsOnly;
    }

    /** Whether the start is to end before the database is opened, once the seed was read. */
    static boolean checksOnly() {
        return checksOnly;
    }

    /** The folder to check that the command line names; empty for the one of the settings. */
    static Optional<Path> checked() {
        return Optional.ofNullable(checked);
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
        } else if (arguments.length <= 2 && arguments[0].equals("--check")) {
            checksOnly = true;
            checked = arguments.length == 2 ? Path.of(arguments[1]) : null;
            serve();
        } else {
            end(
                    WRONG_USAGE,
                    "Parley takes no argument but --check, --load, --ready, --help or --version, not "
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
                Done done = done(failure);
                if (done != null) {
                    print(done.exitCode == 0 ? System.out : System.err, done.told());
                } else if (failure != null) {
                    new StartFailure(failure).sentence().ifPresent(sentence -> print(System.err, sentence + "\n"));
                }
                int status = done != null ? done.exitCode : failure != null ? code : 0;
                ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
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

    /** Null if the start failed, or was none that was to end by itself. */
    private static Done done(Throwable failure) {
        return failure == null || failure instanceof Done ? (Done) failure : done(failure.getCause());
    }

    /** Ends a start that was to do something else than to serve: Quarkus knows no other way out before it listens. */
    static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int exitCode;

        private Done(int exitCode, String sentence) {
            super(sentence, null, false, false);
            this.exitCode = exitCode;
        }

        /** What was to be done is done, and the log tells it. */
        static Done silently() {
            return new Done(0, null);
        }

        static Done with(String sentence) {
            return new Done(0, sentence);
        }

        static Done calledWrongly(String sentence) {
            return new Done(WRONG_USAGE, sentence);
        }

        private String told() {
            return getMessage() == null ? "" : getMessage() + "\n";
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
