package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program for Node.js that judges Parley from outside: a folder of {@code src/test/npm} with its {@code package.json} and
 * {@code package-lock.json}, which name every package by its exact version and its digest.
 *
 * <p>It runs in a copy under {@code target/npm}, where its packages are installed once. Where there is no Node.js, tests that
 * call it are skipped and say so; the gate makes sure that there is one.
 */
public final class Npm {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;

    private Npm(Path home) {
        this.home = home;
    }

    /** @param folder a folder of {@code src/test/npm} */
    public static Npm in(String folder) {
        return at(Path.of("src", "test", "npm", folder));
    }

    /** @param source a folder anywhere in the project, whose own name no other has */
    public static Npm at(Path source) {
        assumeTrue(exists("node") && exists("npm"), "there is no Node.js with npm here");
        Path home = Path.of("target", "npm").resolve(source.getFileName());
        try {
            copy(source, home);
            Path installed = home.resolve("node_modules").resolve(".parley-installed");
            String lock = Files.readString(home.resolve("package-lock.json"));
            if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
                Npm npm = new Npm(home);
                npm.run("npm", "ci", "--no-audit", "--no-fund", "--no-update-notifier");
                Files.createDirectories(installed.getParent());
                Files.writeString(installed, lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Npm(home);
    }

    /** Runs a script of the folder; fails with all that it printed if it ends with another exit code than 0. */
    public String node(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return run(command.toArray(String[]::new));
    }

    /** Runs a program that one of the folder's packages brings; fails as {@link #node} does. */
    public String exec(String program, Object... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Path.of("node_modules", ".bin", program).toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return run(command.toArray(String[]::new));
    }

    private String run(String... command) {
        try {
            Path output = Files.createTempFile(home, "output", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            assertEquals(0, ended ? process.exitValue() : -1, () -> String.join(" ", command) + " printed:\n" + text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.endsWith("node_modules")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
