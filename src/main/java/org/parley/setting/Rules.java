package org.parley.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import java.io.File;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logmanager.LogContext;

/** The rules of the settings. Each is a class, since {@code @WithConverter} can only name a class. */
@SuppressWarnings("serial") // a converter of MicroProfile Config is serializable, and nobody serializes one
public final class Rules {

    private Rules() {}

    // --- Numbers

    /** @return Parses a whole number of any size. */
    private static BigInteger whole(String rule, String value) {
        try {
            return new BigInteger(value);
        } catch (NumberFormatException e) {
            throw Rule.must(rule, value);
        }
    }

    private static long between(long least, long most, String rule, String value) {
        BigInteger number = whole(rule, value);
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            throw Rule.must(rule, value);
        }
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw Rule.must("be " + most + " or less", value);
        }
        return number.longValue();
    }

    public static final class OneOrMore extends Rule<Integer> {
        @Override
        public Integer convert(String value) {
            return given(value);
        }

        @Override
        protected Integer read(String value) {
            return (int) between(1, Integer.MAX_VALUE, "be 1 or more", value);
        }
    }

    public static final class ZeroOrMore extends Rule<Integer> {
        @Override
        public Integer convert(String value) {
            return given(value);
        }

        @Override
        protected Integer read(String value) {
            return (int) between(0, Integer.MAX_VALUE, "be 0 or more", value);
        }
    }

    /** For numbers that don't fit an int. */
    public static final class LongZeroOrMore extends Rule<Long> {
        @Override
        public Long convert(String value) {
            return given(value);
        }

        @Override
        protected Long read(String value) {
            return between(0, Long.MAX_VALUE, "be 0 or more", value);
        }
    }

    /** A size of memory in bytes, with the usual letters for powers of 1024: {@code 32M}. */
    public static final class Size extends Rule<Long> {
        private static final String RULE = "be a size of 0 to 1024G, as 32M, 512K or 0";
        private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([KMGkmg]?)");

        @Override
        public Long convert(String value) {
            return given(value);
        }

        @Override
        protected Long read(String value) {
            Matcher size = SIZE.matcher(value);
            if (!size.matches()) {
                throw must(RULE, value);
            }
            int power =
                    switch (size.group(2).toUpperCase(Locale.ROOT)) {
                        case "K" -> 10;
                        case "M" -> 20;
                        case "G" -> 30;
                        default -> 0;
                    };
            BigInteger bytes = new BigInteger(size.group(1)).shiftLeft(power);
            if (bytes.compareTo(BigInteger.ONE.shiftLeft(40)) > 0) {
                throw must(RULE, value);
            }
            return bytes.longValue();
        }
    }

    /** For the number of concurrent operations. Each takes one of the 256 database connections, and the readiness check needs one more. */
    public static final class AtOnce extends Rule<Integer> {
        @Override
        public Integer convert(String value) {
            return given(value);
        }

        @Override
        protected Integer read(String value) {
            return (int) between(1, 250, "be 1 to 250", value);
        }
    }

    public static final class Port extends Rule<Integer> {
        private static final String RULE = "be 0 to 65535";

        @Override
        public Integer convert(String value) {
            return given(value);
        }

        @Override
        protected Integer read(String value) {
            if (whole(RULE, value).bitLength() > 16) {
                throw must(RULE, value);
            }
            return (int) between(0, 65535, RULE, value);
        }
    }

    // --- Times

    /** The longest time. A longer one is a mistake, or meant as "for ever", which no setting allows. */
    private static final Duration DAY = Duration.ofDays(1);

    private static Duration time(Duration least, String rule, String value) {
        Duration time;
        try {
            time = DurationConverter.parseDuration(value);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Rule.must(rule, value);
        }
        if (time.compareTo(least) < 0 || time.compareTo(DAY) > 0) {
            throw Rule.must(rule, value);
        }
        return time;
    }

    /** A time of at least 1 ms, the smallest unit that Parley's timers count. */
    public static final class Time extends Rule<Duration> {
        @Override
        public Duration convert(String value) {
            return given(value);
        }

        @Override
        protected Duration read(String value) {
            return time(Duration.ofMillis(1), "be a time from 1ms to 24h, as 500ms, 30s or 2m", value);
        }
    }

    public static final class TimeOrNone extends Rule<Duration> {
        @Override
        public Duration convert(String value) {
            return given(value);
        }

        @Override
        protected Duration read(String value) {
            return time(Duration.ZERO, "be a time from 0s to 24h, as 500ms, 30s or 2m", value);
        }
    }

    // --- Words

    /** A Boolean. MicroProfile Config would read any unknown word as false, a typing error for true, too. */
    public static final class Switch extends Rule<Boolean> {
        private static final Set<String> ON = Set.of("true", "yes", "y", "on", "1");
        private static final Set<String> OFF = Set.of("false", "no", "n", "off", "0");

        @Override
        public Boolean convert(String value) {
            return given(value);
        }

        @Override
        protected Boolean read(String value) {
            String word = value.toLowerCase(Locale.ROOT);
            if (!ON.contains(word) && !OFF.contains(word)) {
                throw must("be true or false", value);
            }
            return ON.contains(word);
        }
    }

    /** The name of an enum constant, in any case. */
    public abstract static class OneOf<E extends Enum<E>> extends Rule<E> {
        private final Class<E> words;

        protected OneOf(Class<E> words) {
            this.words = words;
        }

        @Override
        protected E read(String value) {
            return Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> must(
                            "be "
                                    + Arrays.stream(words.getEnumConstants())
                                            .map(word -> word.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(" or ")),
                            value));
        }
    }

    /** A log level. */
    public static final class LogLevel extends Rule<Level> {
        @Override
        public Level convert(String value) {
            return given(value);
        }

        @Override
        protected Level read(String value) {
            try {
                return LogContext.getLogContext().getLevelForName(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw must("be TRACE, DEBUG, INFO, WARN or ERROR", value);
            }
        }
    }

    // --- Places

    /** A file or a folder, which need not exist. */
    public static final class FilePath extends Rule<Path> {
        @Override
        public Path convert(String value) {
            return given(value);
        }

        @Override
        protected Path read(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw must("be a path that this operating system allows", value);
            }
        }
    }

    /** The folder of the database. Its path becomes part of the JDBC URL, which H2 parses by rules of its own. */
    public static final class DatabaseFolder extends Rule<Path> {
        private static final Pattern SCHEME = Pattern.compile("[^/\\\\:]{2,}:.*", Pattern.DOTALL);

        /** The URL is built from the unchanged value, so blanks around it are refused and not stripped. */
        @Override
        public Path convert(String value) {
            if (!value.isBlank() && !value.equals(value.strip())) {
                throw must("be a folder without blanks around its path", value);
            }
            return given(value);
        }

        @Override
        protected Path read(String value) {
            if (value.indexOf(';') >= 0) {
                throw must("be a folder without ; in its path, where the database's address would end", value);
            }
            if (File.separatorChar != '\\' && value.indexOf('\\') >= 0) {
                throw must("be a folder without \\ in its path, which the database takes for /", value);
            }
            if (value.equals("~") || value.startsWith("~/")) {
                throw must("be a folder whose path is written out, without ~", value);
            }
            if (SCHEME.matcher(value).matches()) {
                throw must(
                        "begin with ./ or / where its first part has a colon, which the database reads otherwise",
                        value);
            }
            return new FilePath().read(value);
        }
    }

    /** An address to listen on: a name or a number, without a port. */
    public static final class Host extends Rule<String> {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

        @Override
        public String convert(String value) {
            return given(value);
        }

        @Override
        protected String read(String value) {
            String host = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
            if (!NAME.matcher(host).matches() && !isIpv6(host)) {
                throw must("be an address without a port, as 127.0.0.1, ::1 or localhost", value);
            }
            return host;
        }

        /** In brackets the JDK accepts only an IPv6 address, and makes no DNS lookup. */
        private static boolean isIpv6(String host) {
            try {
                return host.indexOf(':') >= 0 && InetAddress.getByName("[" + host + "]") != null;
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }

    /** The JDBC URL of a PostgreSQL database. No message shows a value that may hold a password. */
    public static final class PostgresUrl extends Rule<String> {
        private static final String RULE =
                "be the address of a PostgreSQL database, as jdbc:postgresql://localhost/parley";
        private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://[^/?#\\s]+/[^/?#\\s]+(\\?\\S*)?");
        private static final Pattern SECRET =
                Pattern.compile("//[^/]*@|[?&](user|password)=", Pattern.CASE_INSENSITIVE);

        @Override
        public String convert(String value) {
            return given(value);
        }

        @Override
        protected String read(String value) {
            if (SECRET.matcher(value).find()) {
                throw new IllegalArgumentException("must be an address without user and password, which stand in"
                        + " parley.database.user and parley.database.password");
            }
            if (!ADDRESS.matcher(value).matches()) {
                throw must(RULE, value);
            }
            return value;
        }
    }

    /** A name or a password, on one line. No message shows it. */
    public static final class Secret extends Rule<String> {
        @Override
        public String convert(String value) {
            return given(value);
        }

        @Override
        protected String read(String value) {
            if (value.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("must be on one line, and without control characters");
            }
            return value;
        }
    }

    /** The http or https URL of a service. */
    public static final class Url extends Rule<URI> {
        private static final String RULE = "be an address of HTTP, as http://localhost:4318";

        @Override
        public URI convert(String value) {
            return given(value);
        }

        @Override
        protected URI read(String value) {
            try {
                URI address = URI.create(value);
                if (isWeb(address)) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                throw must(RULE, value);
            }
            throw must(RULE, value);
        }

        /** Whether it has the scheme http or https, and a host. */
        static boolean isWeb(URI address) {
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        }
    }
}
