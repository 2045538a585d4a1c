import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures how programs load a record of {@code LargeRecord} into an empty folder ({@code --load}): time, CPU time, records a second, resident
 * memory at most (VmHWM), and the size of the folder at most and at the end. Linux only, since it reads {@code /proc}.
 *
 * <p>{@code java bench/Load.java [statements...] [--beside program...]}: 10,000 statements if no number is given. It takes the jar and the
 * executable in {@code target}; a program after {@code --beside} is another jar or executable.
 */
public class Load {
    private static final Pattern RECORDS = Pattern.compile("Loaded (\\d+) records");

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        List<Path> programs = new ArrayList<>();
        boolean beside = false;
        for (String argument : arguments) {
            if (argument.equals("--beside")) {
                beside = true;
            } else if (beside) {
                programs.add(Path.of(argument));
            } else {
                sizes.add(Integer.parseInt(argument));
            }
        }
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar");
        if (Files.exists(jar)) {
            programs.add(0, jar);
        }
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            built.filter(file -> file.toString().endsWith("-runner")).forEach(programs::add);
        }
        if (programs.isEmpty()) {
            System.err.println("There is no program in target: ./mvnw package -DskipTests");
            System.exit(2);
        }
        System.out.println(
                "| statements | program | s | CPU s | records/s | VmHWM MB | folder at most MB | at the end MB |\n"
                        + "| --: | :-- | --: | --: | --: | --: | --: | --: |");
        for (int size : sizes.isEmpty() ? List.of(10_000) : sizes) {
            Path home = Files.createTempDirectory("parley-load");
            try {
                Path seed = home.resolve("seed");
                Process maker = new ProcessBuilder(
                                java(), "bench/LargeRecord.java", seed.toString(), Integer.toString(size))
                        .inheritIO()
                        .start();
                if (maker.waitFor() != 0) {
                    System.exit(1);
                }
                for (Path program : programs) {
                    measure(size, program, seed, Files.createDirectory(home.resolve("data")));
                    delete(home.resolve("data"));
                }
            } finally {
                delete(home);
            }
        }
    }

    private static void measure(int size, Path program, Path seed, Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (program.toString().endsWith(".jar")) {
            command.addAll(List.of(java(), "-jar"));
        }
        command.addAll(List.of(program.toAbsolutePath().toString(), "--load"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PARLEY_SEED_DIRECTORY", seed.toString());
        builder.environment().put("PARLEY_DATA_DIRECTORY", data.toString());
        Path log = data.resolveSibling("log");
        long begin = System.nanoTime();
        Process process = builder.redirectOutput(log.toFile()).start();
        long most = 0;
        long memory = 0;
        double cpu = 0;
        while (process.isAlive()) {
            most = Math.max(most, bytes(data));
            memory = Math.max(memory, memory(process.pid()));
            cpu = Math.max(
                    cpu,
                    process.info().totalCpuDuration().map(time -> time.toMillis() / 1000.0).orElse(0.0));
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String output = Files.readString(log);
        Matcher loaded = RECORDS.matcher(output);
        if (process.exitValue() != 0 || !loaded.find()) {
            System.err.println(program + " did not load the record:\n" + output);
            System.exit(1);
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.1f | %,.0f | %d | %d | %d |%n",
                size,
                program.getFileName(),
                seconds,
                cpu,
                Integer.parseInt(loaded.group(1)) / seconds,
                memory / 1000,
                most / 1_000_000,
                bytes(data) / 1_000_000);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0; // The folder is not there yet.
        }
    }

    /** The resident memory at most until now, in kB; 0 if the process has just ended. */
    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
