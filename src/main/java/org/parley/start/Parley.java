package org.parley.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The program: serves the record, or answers {@code --help} and {@code --version} without starting anything. */
@QuarkusMain
public final class Parley {
    /** What a shell expects of a program that was called wrongly. */
    private static final int WRONG_USAGE = 2;

    private static final int FAILED = 1;

    private static final String VERSION = text("version.txt");
    private static final String HELP = text("help.txt");

    private Parley() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            serve();
        } else if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
            print(System.out, VERSION + "\n" + HELP);
        } else if (arguments.length == 1 && arguments[0].equals("--version")) {
            print(System.out, VERSION);
        } else {
            end(
                    WRONG_USAGE,
                    "Parley takes no argument but --help or --version, not " + String.join(" ", arguments)
                            + ". Its settings are environment variables: see --help.");
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
            Quarkus.run(null, (code, failure) -> {
                if (failure != null) {
                    new StartFailure(failure).sentence().ifPresent(sentence -> print(System.err, sentence + "\n"));
                }
                ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
            });
        } else {
            Quarkus.run();
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
