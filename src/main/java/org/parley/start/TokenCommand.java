package org.parley.start;

import org.parley.curator.NewToken;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command {@code parley token NAME ROLE}. It starts nothing and reads no setting. Only this class uses picocli, so that a start without
 * arguments loads nothing of it.
 */
final class TokenCommand {
    static final String NAME = "token";

    private static final String USAGE =
            "parley token takes the name of a curator and a role, such as: parley token maria EDITOR.";

    private final CommandLine commands;
    private final ParseResult parsed;

    private TokenCommand(CommandLine commands, ParseResult parsed) {
        this.commands = commands;
        this.parsed = parsed;
    }

    /**
     * Parses the arguments.
     *
     * @param arguments the first is {@link #NAME}
     * @throws IllegalArgumentException with a sentence for the user, if they are not those of the command
     */
    static TokenCommand of(String... arguments) {
        CommandLine commands =
                new CommandLine(CommandSpec.create().name("parley").addSubcommand(NAME, token()));
        try {
            return new TokenCommand(commands, commands.parseArgs(arguments));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(USAGE + " " + e.getMessage() + ".");
        }
    }

    private static CommandSpec token() {
        return CommandSpec.create()
                .usageMessage(
                        new UsageMessageSpec()
                                .description(
                                        "Makes a token for a curator. Prints the token, which the curator sends as Authorization: Bearer"
                                                + " TOKEN and which is stored nowhere, and then its entry for the file of PARLEY_CURATORS."))
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("prints this")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .paramLabel("NAME")
                        .type(String.class)
                        .required(true)
                        .description("who gets the token: 1 to 100 characters")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .index("1")
                        .arity("1")
                        .paramLabel("ROLE")
                        .type(String.class)
                        .required(true)
                        .description("what the curator may do: READER, PROPOSER, EDITOR or REVIEWER")
                        .build());
    }

    /**
     * Makes a token, or the help if that was asked for.
     *
     * @return what is printed
     * @throws IllegalArgumentException with a sentence for the user, if name or role break a rule
     */
    String run() {
        ParseResult token = parsed.subcommand();
        if (token.isUsageHelpRequested()) {
            return commands.getSubcommands().get(NAME).getUsageMessage(Ansi.OFF);
        }
        try {
            NewToken made = NewToken.of(token.matchedPositionalValue(0, ""), token.matchedPositionalValue(1, ""));
            return made.token() + "\n" + made.entry() + "\n";
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USAGE + " Its " + e.getMessage() + ".");
        }
    }
}
