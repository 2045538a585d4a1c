package org.parley.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

@AnyDatabase
class RulesTest {
    private static final Map<String, Rule<?>> RULES = Map.of(
            "OneOrMore", new Rules.OneOrMore(),
            "ZeroOrMore", new Rules.ZeroOrMore(),
            "LongZeroOrMore", new Rules.LongZeroOrMore(),
            "AtOnce", new Rules.AtOnce(),
            "Port", new Rules.Port(),
            "Switch", new Rules.Switch(),
            "Host", new Rules.Host(),
            "Url", new Rules.Url(),
            "LogLevel", new Rules.LogLevel());

    private static final Map<String, Rule<Duration>> TIMES =
            Map.of("Time", new Rules.Time(), "TimeOrNone", new Rules.TimeOrNone());

    private static Rule<?> rule(String name) {
        Rule<?> rule = RULES.get(name);
        return rule == null ? TIMES.get(name) : rule;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OneOrMore      | 1                    | 1
            OneOrMore      | ' 30\t'              | 30
            OneOrMore      | 2147483647           | 2147483647
            ZeroOrMore     | 0                    | 0
            LongZeroOrMore | 9223372036854775807  | 9223372036854775807
            AtOnce         | 250                  | 250
            Port           | 0                    | 0
            Port           | 65535                | 65535
            Switch         | TRUE                 | true
            Switch         | 'no '                | false
            Switch         | 1                    | true
            Host           | 127.0.0.2            | 127.0.0.2
            Host           | ::1                  | ::1
            Host           | [::1]                | ::1
            Host           | ::                   | ::
            Host           | my_host.example.     | my_host.example.
            Url            | https://host/v1      | https://host/v1
            LogLevel       | debug                | DEBUG""")
    void a_value_is_read(String rule, String value, String read) {
        assertThat(rule(rule).convert(value)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OneOrMore      | 0                    | must be 1 or more, not 0
            OneOrMore      | -1                   | must be 1 or more, not -1
            OneOrMore      | many                 | must be 1 or more, not "many"
            OneOrMore      | 1.5                  | must be 1 or more, not "1.5"
            OneOrMore      | 0x10                 | must be 1 or more, not "0x10"
            OneOrMore      | 2147483648           | must be 2147483647 or less, not 2147483648
            ZeroOrMore     | -1                   | must be 0 or more, not -1
            LongZeroOrMore | 9223372036854775808  | must be 9223372036854775807 or less, not 9223372036854775808
            AtOnce         | 0                    | must be 1 to 250, not 0
            AtOnce         | 251                  | must be 250 or less, not 251
            Port           | 70000                | must be 0 to 65535, not 70000
            Port           | 65536                | must be 0 to 65535, not 65536
            Port           | -1                   | must be 0 to 65535, not -1
            Port           | tcp://10.0.0.1:80    | must be 0 to 65535, not "tcp://10.0.0.1:80"
            Switch         | ture                 | must be true or false, not "ture"
            Host           | http://localhost     | must be an address without a port, as 127.0.0.1, ::1 or localhost, not "http://localhost"
            Host           | localhost:80         | must be an address without a port, as 127.0.0.1, ::1 or localhost, not "localhost:80"
            Host           | 1::2::3              | must be an address without a port, as 127.0.0.1, ::1 or localhost, not "1::2::3"
            Host           | a b                  | must be an address without a port, as 127.0.0.1, ::1 or localhost, not "a b"
            Url            | localhost:4318       | must be an address of HTTP, as http://localhost:4318, not "localhost:4318"
            Url            | http:/localhost      | must be an address of HTTP, as http://localhost:4318, not "http:/localhost"
            Url            | http://a b           | must be an address of HTTP, as http://localhost:4318, not "http://a b"
            LogLevel       | LOUD                 | must be TRACE, DEBUG, INFO, WARN or ERROR, not "LOUD"
            Time           | 0s                   | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "0s"
            Time           | PT0.0009S            | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "PT0.0009S"
            Time           | -5s                  | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "-5s"
            Time           | soon                 | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "soon"
            Time           | 99999999999999999999s | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "99999999999999999999s"
            Time           | 9223372036854775807h | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "9223372036854775807h"
            Time           | PT25H                | must be a time from 1ms to 24h, as 500ms, 30s or 2m, not "PT25H"
            TimeOrNone     | PT-1S                | must be a time from 0s to 24h, as 500ms, 30s or 2m, not "PT-1S\"""")
    void a_value_that_breaks_the_rule_is_told(String rule, String value, String sentence) {
        assertThatThrownBy(() -> rule(rule).convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"Time, 500ms, 500", "Time, 30, 30000", "Time, PT1M, 60000", "Time, 24h, 86400000", "TimeOrNone, 0, 0"})
    void a_time_is_read(String rule, String value, long milliseconds) {
        assertThat(TIMES.get(rule).convert(value)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void blanks_are_no_value() {
        RULES.forEach((name, rule) -> {
            assertThat((Object) rule.convert("")).as(name).isNull();
            assertThat((Object) rule.convert(" \t\n")).as(name).isNull();
        });
        assertThat(new Rules.DatabaseFolder().convert("  ")).isNull();
    }

    @Test
    void a_long_value_is_shown_in_part_and_on_one_line() {
        assertThatThrownBy(() -> new Rules.OneOrMore().convert("a\nb" + "c".repeat(1000)))
                .hasMessageStartingWith("must be 1 or more, not \"a bccc")
                .hasMessageEndingWith("ccc...\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./data", "data", "/data", "./a:b", "./kept/with a blank", "a/b:c", "~kept", "a,b", "дані"})
    void a_folder_for_the_database(String value) {
        assertThat(new Rules.DatabaseFolder().convert(value)).isEqualTo(Path.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./a;b",
                ";",
                "data;INIT=RUNSCRIPT FROM 'x'",
                "~",
                "~/data",
                "mem:x",
                "zip:/x",
                "nio:data",
                " data",
                "data ",
                "data\n"
            })
    void what_the_database_would_read_otherwise_is_no_folder_for_it(String value) {
        assertThatThrownBy(() -> new Rules.DatabaseFolder().convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must b");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org",
        "HTTPS://Example.ORG, https://example.org",
        "https://example.org:443, https://example.org",
        "http://example.org:80, http://example.org",
        "http://example.org:0080/, http://example.org",
        "https://example.org:80, https://example.org:80",
        "http://localhost:3000, http://localhost:3000",
        "'  https://example.org/ ', https://example.org",
        "http://[::1]:3000, http://[::1]:3000",
        "http://[FE80::1], http://[fe80::1]",
        "https://xn--strae-oqa.de, https://xn--strae-oqa.de",
        "http://my_host, http://my_host",
        "*, *"
    })
    void an_origin_is_what_a_browser_sends(String value, String origin) {
        assertThat(new Origin().convert(value)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "https://",
                "https://example.org/page",
                "https://example.org?a",
                "https://a@example.org",
                "https://*.example.org",
                "https://example.org:",
                "https://example.org:0",
                "https://example.org:65536",
                "https://example.org:123456",
                "ftp://example.org",
                "null",
                "https://a.example https://b.example",
                "https://straße.de",
                "/https://.*/"
            })
    void what_no_browser_sends_is_no_origin(String value) {
        assertThatThrownBy(() -> new Origin().convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be an origin")
                .hasMessageEndingWith(", not \"" + value + "\"");
    }
}
