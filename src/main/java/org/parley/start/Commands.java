package org.parley.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.parley.curator.NewToken;
import org.parley.imports.ImportRequest;
import org.parley.imports.Importer;
import org.parley.journal.Journal;
import org.parley.journal.JournalArchive;
import org.parley.journal.JournalDamaged;
import org.parley.store.CannotStart;
import org.parley.store.H2Store;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The commands {@code token}, {@code init}, {@code import}, {@code backup}, {@code restore}, {@code export}, {@code check}, {@code rebase} and {@code erase}.
 * {@code import}, {@code export}, {@code check}, {@code rebase} and {@code erase} need parts of the server: they become a {@link Parley.Task}. Only this class uses picocli, so that a start without arguments loads nothing of it.
 */
final class Commands {
    /** In the order of the help. */
    static final List<String> NAMES =
            List.of("init", "token", "import", "export", "check", "rebase", "erase", "backup", "restore");

    static final String DRY_RUN = "--dry-run";

    /** The files of a seed. */
    static final List<String> FILES = List.of(
            "actors.json",
            "agreements.json",
            "assertions.json",
            "disagreements.json",
            "figures.json",
            "incidents.json",
            "issues.json",
            "negotiations.json",
            "places.json",
            "positions.json",
            "rounds.json",
            "sources.json",
            "statements.json");

    private final FirstLook settings;

    private Commands(FirstLook settings) {
        this.settings = settings;
    }

    /**
     * What a command has done, or what is left to do.
     *
     * @param text   what is printed; null if a task is left
     * @param task   null if nothing is left to do
     * @param folder of the task; null if it has none
     * @param change of the task; null if it has none
     * @param isDry  whether the task writes nothing
     * @param id     of the record of the task; null if it has none
     * @param files  to import; null if none are
     */
    record Outcome(
            String text, Parley.Task task, Path folder, Long change, boolean isDry, String id, ImportRequest files) {
        static Outcome of(Parley.Task task) {
            return new Outcome(null, task, null, null, false, null, null);
        }

        static Outcome of(ImportRequest files) {
            return new Outcome(null, Parley.Task.IMPORT, null, null, files.isDry(), null, files);
        }
    }

    /** The arguments are not those of the command. The message is a sentence for the user. */
    static final class WrongUsage extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUsage(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * Parses the arguments, and does what they ask for.
     *
     * @param arguments the first is one of {@link #NAMES}
     * @throws WrongUsage  if they are not those of the command
     * @throws CannotStart if it can't be done
     */
    static Outcome run(EnvironmentVariables variables, String... arguments) {
        CommandLine commands = new CommandLine(CommandSpec.create()
                .name("parley")
                .addSubcommand(
                        "init",
                        command(
                                "Makes a folder with an empty record, for people to fill.",
                                folder("DIR", "a new or empty folder")))
                .addSubcommand(
                        "token",
                        command(
                                "Makes a token for a curator. Prints the token, which the curator sends as Authorization: Bearer TOKEN and"
                                        + " which is stored nowhere, and then its entry for the file of PARLEY_CURATORS.",
                                text("NAME", "who gets the token: 1 to 100 characters"),
                                text("ROLE", "what the curator may do: READER, PROPOSER, EDITOR or REVIEWER")))
                .addSubcommand("import", ImportCommand.spec())
                .addSubcommand(
                        "export",
                        command(
                                "Writes the record as the files of a seed, which loads to the same graph. Parley may run meanwhile.",
                                folder("DIR", "a new or empty folder"),
                                PositionalParamSpec.builder()
                                        .arity("0..1")
                                        .paramLabel("CHANGE")
                                        .type(Long.class)
                                        .description(
                                                "the number of the change after which the record is taken; the last one if left out")))
                .addSubcommand(
                        "check",
                        command(
                                "Verifies the journal, and compares it with the record before the first change and with the database, which it"
                                        + " passes over while Parley runs. With PostgreSQL, verifies the tables of changes."))
                .addSubcommand(
                        "rebase",
                        command(
                                        "Takes the record of the settings' folder over, such as a new edition of the one that people have changed: of"
                                                + " each record, a key that only one side has changed gets that side's value; where both have, the"
                                                + " people's stays, and is told as a conflict. All of it is one change. Parley must not run meanwhile"
                                                + " on the same data folder.")
                                .addOption(OptionSpec.builder(DRY_RUN)
                                        .description("tells what would be done, and writes nothing")
                                        .build()))
                .addSubcommand(
                        "erase",
                        command(
                                "Erases the contents of all rows of a record that was retracted from the history. That it was there, and who"
                                        + " changed it when, stays. Parley must not run meanwhile on the same data folder; its next start makes the"
                                        + " database again.",
                                text("ID", "of the record, its type in front, such as actor/x")))
                .addSubcommand(
                        "backup",
                        command(
                                "Writes the journal, and the record before the first change, into one file. Parley may run meanwhile.",
                                folder("FILE", "a ZIP file that does not exist")))
                .addSubcommand(
                        "restore",
                        command(
                                "Puts a backup into the data folder, which must have no record. The next start makes the database.",
                                folder("FILE", "a file of parley backup"))));
        String name = arguments[0];
        String usage = commands.getSubcommands().get(name).getHelp().synopsis(0).strip();
        ParseResult parsed;
        try {
            parsed = commands.parseArgs(arguments).subcommand();
        } catch (ParameterException e) {
            throw new WrongUsage("Usage: " + usage + ". " + e.getMessage() + ".");
        }
        if (parsed.isUsageHelpRequested()) {
            return done(commands.getSubcommands().get(name).getUsageMessage(Ansi.OFF));
        }
        return new Commands(new FirstLook(variables)).run(name, parsed, usage);
    }

    static CommandSpec command(String description, PositionalParamSpec.Builder... parameters) {
        CommandSpec command = CommandSpec.create()
                .usageMessage(new UsageMessageSpec().description(description).width(100))
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("prints this")
                        .build());
        for (int i = 0; i < parameters.length; i++) {
            command.addPositional(parameters[i].index(String.valueOf(i)).build());
        }
        return command;
    }

    private static PositionalParamSpec.Builder text(String label, String description) {
        return PositionalParamSpec.builder()
                .arity("1")
                .paramLabel(label)
                .type(String.class)
                .required(true)
                .description(description);
    }

    private static PositionalParamSpec.Builder folder(String label, String description) {
        return text(label, description).type(Path.class);
    }

    private static Outcome done(String text) {
        return new Outcome(text, null, null, null, false, null, null);
    }

    private Outcome run(String name, ParseResult parsed, String usage) {
        return switch (name) {
            case "token" -> token(parsed, usage);
            case "init" -> init(parsed.matchedPositionalValue(0, null));
            case "import" -> imported(parsed, usage);
            case "backup" -> backup(parsed.matchedPositionalValue(0, null));
            case "restore" -> restore(parsed.matchedPositionalValue(0, null));
            case "export" -> new Outcome(
                    null,
                    Parley.Task.EXPORT,
                    parsed.matchedPositionalValue(0, null),
                    parsed.matchedPositionalValue(1, null),
                    false,
                    null,
                    null);
            case "rebase" -> new Outcome(
                    null, Parley.Task.REBASE, null, null, parsed.hasMatchedOption(DRY_RUN), null, null);
            case "erase" -> new Outcome(
                    null, Parley.Task.ERASE, null, null, false, parsed.matchedPositionalValue(0, null), null);
            default -> Outcome.of(Parley.Task.CHECK);
        };
    }

    private static Outcome token(ParseResult parsed, String usage) {
        try {
            NewToken made = NewToken.of(parsed.matchedPositionalValue(0, ""), parsed.matchedPositionalValue(1, ""));
            return done(made.token() + "\n" + made.entry() + "\n");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(
                    "Usage: " + usage + ", such as: parley token maria EDITOR. Its " + e.getMessage() + ".");
        }
    }

    private static Outcome imported(ParseResult parsed, String usage) {
        try {
            String record = parsed.matchedOptionValue(ImportCommand.MAP_TEMPLATE, null);
            if (record != null) {
                return done(Importer.mapTemplate(record));
            }
            if (parsed.hasMatchedOption(ImportCommand.LIST)) {
                return done(Importer.formats());
            }
            Path detected = parsed.matchedOptionValue(ImportCommand.DETECT, null);
            return detected != null
                    ? done(Importer.detect(detected)
                                    .orElseThrow(() -> new CannotStart(
                                            "The columns of " + detected + " fit no format of parley import --list"))
                            + "\n")
                    : Outcome.of(ImportCommand.request(parsed));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("Usage: " + usage + ". " + e.getMessage() + ".");
        }
    }

    private static Outcome init(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new CannotStart("parley init takes a folder that is new or empty, not " + folder);
                }
            }
            for (String file : FILES) {
                Files.writeString(folder.resolve(file), "[]\n");
            }
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " can't be made: " + e.getMessage());
        }
        return done(
                """
                An empty record is in %1$s. Next:
                  parley token NAME EDITOR > token.txt
                      put its second line between [ and ] into a file curators.json; the first line is the token
                  PARLEY_SEED_DIRECTORY=%1$s PARLEY_CURATORS=curators.json parley
                      serves the record; the explorer is at http://localhost:8080/graphiql/
                """
                        .formatted(folder));
    }

    /** The folder of the journal. */
    private Path record(String command) {
        String url = settings.value("parley.database.url", null);
        if (url != null) {
            throw new CannotStart(
                    "parley " + command
                            + " is for the database inside. The record of parley.database.url is backed up with PostgreSQL's own programs.");
        }
        return data().resolve("record");
    }

    private Path data() {
        return Path.of(settings.value("parley.data.directory", "./data"));
    }

    private Outcome backup(Path file) {
        Path record = record("backup");
        if (!Journal.isIn(record)) {
            throw new CannotStart("Nobody has changed the record of " + data()
                    + ", so there is nothing to back up but the folder that it was loaded from");
        }
        try {
            long last = JournalArchive.write(record, file);
            return done("Wrote changes 1 to " + last + " to " + file + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("The file of a backup must be new, and " + file + " exists");
        } catch (JournalDamaged e) {
            throw new CannotStart(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("The backup " + file + " can't be written: " + told(e));
        }
    }

    private Outcome restore(Path file) {
        Path record = record("restore");
        List<Path> there = new ArrayList<>();
        for (Path each : List.of(record, H2Store.file(data()))) {
            if (Files.exists(each)) {
                there.add(each);
            }
        }
        if (!there.isEmpty()) {
            throw new CannotStart("parley restore needs a data folder without a record, and there is " + there.get(0)
                    + ". Move it away, or name another folder with PARLEY_DATA_DIRECTORY.");
        }
        try {
            Files.createDirectories(data());
            long last = JournalArchive.read(file, record);
            return done("Restored changes 1 to " + last + " into " + record + ". The next start makes the database.\n");
        } catch (JournalDamaged e) {
            throw new CannotStart("The backup " + file + " is damaged: " + e.getMessage());
        } catch (ZipException e) {
            throw new CannotStart(file + " is not a whole backup: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new CannotStart("There is no file " + file);
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("The backup " + file + " can't be restored: " + told(e));
        }
    }

    private static String told(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
