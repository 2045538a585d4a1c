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
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The program: serves the record, loads it only ({@code --load}), tells whether one could be loaded ({@code --check}), asks another one
 * whether it can answer ({@code --ready}), or answers {@code --help} and {@code --version} without starting anything.
 */
@QuarkusMain
public final class Parley {
    /** What a shell expects of a program that was called wrongly. */
    private static final int WRONG_USAGE = 2;

    private static final int FAILED = 1;

    private static final String VERSION = text("version.txt");
    private static final String HELP = text("help.txt");

    /** The variables of all settings. */
    public static final List<String> SETTINGS = Pattern.compile("^  (PARLEY_\\S+) ", Pattern.MULTILINE)
            .matcher(HELP)
            .results()
            .map(setting -> setting.group(1))
            .toList();

    private static boolean runs;
    private static boolean serves;
    private static boolean loadsOnly;
    private static boolean checksOnly;
    private static Path checked;

    private Parley() {}

    /** Whether settings are read for this program, or for its development, and not to build it or to test its parts. */
    public static boolean runs() {
        return runs;
    }

    /** Whether this process is the program, and not a test of its parts. */
    static boolean serves() {
        return serves;
    }

    /** Whether this process is the program, and uses its database. */
    public static boolean opensDatabase() {
        return serves && !checksOnly;
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
        // A misspelt setting would otherwise be passed over without a word, or with one among many.
        String misspelt = EnvironmentVariables.ofProcess().misspelt();
        if (!misspelt.isEmpty()) {
            end(FAILED, misspelt);
        }
        runs = true;
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            serves = true;
            Ending.expect();
            if (!loadsOnly && !checksOnly) {
                // Who serves until it is told to end has done so; a load or a check that is told to end has not.
                Signals.on("TERM", () -> System.exit(0));
                Signals.on("INT", () -> System.exit(0));
            }
            Quarkus.run(null, (code, failure) -> {
                Done done = done(failure);
                if (done != null) {
                    print(done.exitCode == 0 ? System.out : System.err, done.told());
                } else if (failure != null) {
                    new StartFailure(failure).sentence().ifPresentOrElse(Ending::tell, () -> Ending.tell(failure));
                }
                int status = done != null ? done.exitCode : failure != null ? code : 0;
                ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
            });
        } else {
            Quarkus.run();
        }
    }

    private static boolean isReady() {
        try {
            return new Ready(new FirstLook(EnvironmentVariables.ofProcess())).isTold(System.out, System.err);
        } catch (RuntimeException e) {
            print(System.err, new StartFailure(e).sentence().orElse(e.toString()) + "\n");
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
