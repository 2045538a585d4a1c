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
import org.parley.imports.ImportRequest;
import org.parley.store.CannotStart;

/**
 * The main class. Without arguments it serves the record. {@code --load} only loads the record, {@code --check} only validates one,
 * {@code --ready} asks a running Parley whether it is ready, and {@code --help} and {@code --version} print a text and start nothing. The
 * commands are those of {@link Commands}.
 */
@QuarkusMain
public final class Parley {
    /** The usual exit code for wrong command-line arguments. */
    private static final int WRONG_USAGE = 2;

    private static final int FAILED = 1;

    private static final String VERSION = text("version.txt");
    private static final String HELP = text("help.txt");

    /** The environment variables of all settings, read from help.txt. */
    public static final List<String> SETTINGS = Pattern.compile("^  (PARLEY_\\S+) ", Pattern.MULTILINE)
            .matcher(HELP)
            .results()
            .map(setting -> setting.group(1))
            .toList();

    private static boolean runs;
    private static boolean serves;
    private static Task task = Task.SERVE;
    private static Path folder;
    private static Long change;
    private static boolean isDry;
    private static String id;
    private static ImportRequest files;

    /** What this process is for. */
    enum Task {
        /** To serve the record until it is told to end. */
        SERVE,
        /** {@code --load}: the start ends once the record is in the database. */
        LOAD,
        /** {@code --check}: the start ends once the seed is validated, before the database is opened. */
        CHECK_SEED,
        /** {@code export}: the start ends once the record is written as a seed. */
        EXPORT,
        /** {@code import}: the start ends once the rows of files are in the folder of a record. */
        IMPORT,
        /** {@code check}: the start ends once the journal is verified. */
        CHECK,
        /** {@code erase}: the start ends once the rows of a record are erased. */
        ERASE,
        /** {@code rebase}: the start ends once another seed is taken over. */
        REBASE
    }

    private Parley() {}

    /** Whether {@link #main} starts Quarkus in this process, normally or in dev mode. False in the build and in tests within the JVM. */
    public static boolean runs() {
        return runs;
    }

    /** Whether this process is the packaged program. False in dev mode, in the build and in tests within the JVM. */
    static boolean serves() {
        return serves;
    }

    /** Whether this process is the packaged program and opens its database at once. */
    public static boolean opensDatabase() {
        return serves && (task == Task.SERVE || task == Task.LOAD || task == Task.REBASE);
    }

    /** What this process is for. */
    static Task task() {
        return task;
    }

    /** Whether the start ends once the record is in the database. */
    static boolean loadsOnly() {
        return task == Task.LOAD;
    }

    /** The folder of the command; empty if it was given none, which means for {@code --check} the folder of {@code parley.seed.directory}. */
    static Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The number of the change after which the record is exported; empty for the last one. */
    static Optional<Long> change() {
        return Optional.ofNullable(change);
    }

    /** The full id of the record whose rows are erased. */
    static String id() {
        return id;
    }

    /** What is to be imported. */
    static ImportRequest files() {
        return files;
    }

    /** Whether the command writes nothing. */
    static boolean isDry() {
        return isDry;
    }

    public static void main(String... arguments) {
        // Some libraries translate their error messages into the default locale.
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
            task = Task.LOAD;
            serve();
        } else if (Commands.NAMES.contains(arguments[0])) {
            command(arguments);
        } else if (arguments.length <= 2 && arguments[0].equals("--check")) {
            task = Task.CHECK_SEED;
            folder = arguments.length == 2 ? Path.of(arguments[1]) : null;
            serve();
        } else {
            end(
                    WRONG_USAGE,
                    "Parley takes no argument but --check, --load, --ready, --help, --version or a command ("
                            + String.join(", ", Commands.NAMES) + "), not " + String.join(" ", arguments)
                            + ". Its settings are environment variables: see --help.");
        }
    }

    private static void serve() {
        // Quarkus would ignore a misspelt variable, or report it as one warning among many.
        String misspelt = EnvironmentVariables.ofProcess().misspelt();
        if (!misspelt.isEmpty()) {
            end(FAILED, misspelt);
        }
        runs = true;
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            serves = true;
            Ending.expect();
            if (task == Task.SERVE) {
                // A server that is told to stop has done its work: exit code 0. An interrupted load or check has not.
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

    private static void command(String... arguments) {
        try {
            Commands.Outcome outcome = Commands.run(EnvironmentVariables.ofProcess(), arguments);
            if (outcome.task() == null) {
                print(System.out, outcome.text());
                System.exit(0);
            }
            task = outcome.task();
            folder = outcome.folder();
            change = outcome.change();
            isDry = outcome.isDry();
            id = outcome.id();
            files = outcome.files();
            serve();
        } catch (Commands.WrongUsage e) {
            end(WRONG_USAGE, e.getMessage());
        } catch (CannotStart e) {
            end(FAILED, e.getMessage());
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

    /** The {@link Done} among the causes of a failure; null if there is none, that is if the start failed or the server was stopped. */
    private static Done done(Throwable failure) {
        return failure == null || failure instanceof Done ? (Done) failure : done(failure.getCause());
    }

    /** Ends a start that is not meant to serve. Throwing an exception is the only way to end Quarkus before it opens its port. */
    static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int exitCode;

        private Done(int exitCode, String sentence) {
            super(sentence, null, false, false);
            this.exitCode = exitCode;
        }

        /** Success, with nothing to print because the log has said it. */
        static Done silently() {
            return new Done(0, null);
        }

        static Done with(String sentence) {
            return new Done(0, sentence);
        }

        static Done calledWrongly(String sentence) {
            return new Done(WRONG_USAGE, sentence);
        }

        /** What was asked for was done, and has found faults. */
        static Done failed(String sentence) {
            return new Done(FAILED, sentence);
        }

        /** What was asked for was done as far as the exit code says. */
        static Done ended(int exitCode, String sentence) {
            return new Done(exitCode, sentence);
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

    /** Reads a UTF-8 resource beside this class. */
    private static String text(String name) {
        try (InputStream in = Parley.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
