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
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The program: serves the record, loads it only ({@code --load}), asks another one whether it can answer ({@code --ready}), or answers
 * {@code --help} and {@code --version} without starting anything. */
@QuarkusMain
public final class Parley {
    /** What a shell expects of a program that was called wrongly. */
    private static final int WRONG_USAGE = 2;

    private static final int FAILED = 1;

    private static final String VERSION = text("version.txt");
    private static final String HELP = text("help.txt");

    /** The variables of all settings. */
    static final List<String> SETTINGS = Pattern.compile("^  (PARLEY_\\S+) ", Pattern.MULTILINE)
            .matcher(HELP)
            .results()
            .map(setting -> setting.group(1))
            .toList();

    private static boolean runs;
    private static boolean serves;
    private static boolean loadsOnly;

    private Parley() {}

    /** Whether settings are read for this program, or for its development, and not to build it or to test its parts. */
    static boolean runs() {
        return runs;
    }

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
        // A misspelt setting would otherwise be passed over without a word, or with one among many.
        String misspelt = Variables.ofProcess().misspelt();
        if (!misspelt.isEmpty()) {
            end(FAILED, misspelt);
        }
        runs = true;
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            serves = true;
            Ending.expect();
            if (!loadsOnly) {
                // Who serves until it is told to end has done so; a load that is told to end has not.
                Signals.on("TERM", () -> System.exit(0));
                Signals.on("INT", () -> System.exit(0));
            }
            Quarkus.run(null, (code, failure) -> {
                boolean failed = failure != null && !isLoaded(failure);
                if (failed) {
                    new StartFailure(failure).sentence().ifPresentOrElse(Ending::tell, () -> Ending.tell(failure));
                }
                ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(failed ? code : 0, failure);
            });
        } else {
            Quarkus.run();
        }
    }

    private static boolean isReady() {
        try {
            return new Ready(new FirstLook(Variables.ofProcess())).isTold(System.out, System.err);
        } catch (RuntimeException e) {
            print(System.err, new StartFailure(e).sentence().orElse(e.toString()) + "\n");
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
        Ending.tell(sentence);
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
