package org.parley.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

@AnyDatabase
public class EnvironmentVariablesTest {

    private static EnvironmentVariables of(Map<String, String> environment) {
        return new EnvironmentVariables(environment, Parley.SETTINGS);
    }

    /** What Kubernetes sets in each pod of a namespace that has a Service of this name, with a second port that has a name. */
    public static Map<String, String> ofService(String name, String address) {
        String literal = address.contains(":") ? "[" + address + "]" : address;
        Map<String, String> links = new HashMap<>();
        links.put(name + "_SERVICE_HOST", address);
        links.put(name + "_SERVICE_PORT", "80");
        links.put(name + "_SERVICE_PORT_WEB", "80");
        links.put(name + "_SERVICE_PORT_HTTP_PORT", "8443");
        links.put(name + "_PORT", "tcp://" + literal + ":80");
        List.of("80_TCP", "8443_TCP", "53_UDP", "9_SCTP").forEach(port -> {
            String protocol = port.replaceAll(".*_", "").toLowerCase(java.util.Locale.ROOT);
            links.put(name + "_PORT_" + port, protocol + "://" + literal + ":" + port.replaceAll("_.*", ""));
            links.put(name + "_PORT_" + port + "_PROTO", protocol);
            links.put(name + "_PORT_" + port + "_PORT", port.replaceAll("_.*", ""));
            links.put(name + "_PORT_" + port + "_ADDR", address);
        });
        return links;
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY, 10.96.0.10",
        "PARLEY_HTTP, 10.96.0.10",
        "PARLEY_HTTP, fd00:10:96::a",
        "PARLEY_LOG, 10.96.0.10",
        "PARLEY_DATA, 10.96.0.10",
        "PARLEY_LIMITS, 10.96.0.10",
        "PARLEY_LIMITS_DEPTH, 10.96.0.10",
        "PARLEY_DATA_DIRECTORY, 10.96.0.10"
    })
    void the_addresses_of_a_service_are_no_settings(String service, String address) {
        EnvironmentVariables variables = of(ofService(service, address));
        assertThat(variables.misspelt()).isEmpty();
        assertThat(variables.passedOver()).isEmpty();
        assertThat(variables.values()).doesNotContainKey(service + "_PORT");
        assertThat(variables.values().keySet()).doesNotContainAnyElementsOf(Parley.SETTINGS);
    }

    @Test
    void a_port_that_is_one_stays() {
        assertThat(of(Map.of("PARLEY_HTTP_PORT", "80")).values()).containsEntry("PARLEY_HTTP_PORT", "80");
        assertThat(of(Map.of("PARLEY_HTTP_PORT", "tcp://10.0.0.1:80")).values()).isEmpty();
        assertThat(of(Map.of("parley_http_port", "TCP://10.0.0.1:80")).values()).isEmpty();
    }

    @Test
    void what_belongs_to_others_stays_as_it_is() {
        Map<String, String> others = Map.of("PATH", " /bin ", "OTEL_COLLECTOR_SERVICE_HOST", "10.0.0.1", "PORT", "80");
        assertThat(of(others).values()).isEqualTo(others);
        assertThat(of(others).misspelt()).isEmpty();
        assertThat(of(others).passedOver()).isEmpty();
    }

    @Test
    void no_blank_stands_around_a_setting() {
        assertThat(of(Map.of("PARLEY_LOG_LEVEL", "debug \n", "parley_http_host", "\t "))
                        .values())
                .containsEntry("PARLEY_LOG_LEVEL", "debug")
                .containsEntry("parley_http_host", "");
    }

    /** The same variable in other letters is one, too, for who reads it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARLEY_LIMITS_DEPTH",
                "parley_limits_depth",
                "parley.limits.depth",
                "Parley_Limits_Depth",
                "PARLEY_HTTP_CORS_ORIGINS_0_",
                "PARLEY_HTTP_CORS_ORIGINS_12_"
            })
    void a_setting_is_one(String name) {
        assertThat(of(Map.of(name, "1")).misspelt()).isEmpty();
        assertThat(of(Map.of(name, "1")).passedOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PARLEY_LIMITS_DEPHT      | did you mean PARLEY_LIMITS_DEPTH?
            PARLEY_LIMIT_DEPTH       | did you mean PARLEY_LIMITS_DEPTH?
            PARLEY_LIMITS_COSTS      | did you mean PARLEY_LIMITS_COST?
            PARLEY_LIMITS            | ''
            PARLEY_DATA_DIR          | did you mean PARLEY_DATA_DIRECTORY?
            PARLEY_DATA_FOLDER       | did you mean PARLEY_DATA_DIRECTORY?
            PARLEY_DATADIRECTORY     | did you mean PARLEY_DATA_DIRECTORY?
            PARLEY_HTTP_PROT         | did you mean PARLEY_HTTP_PORT?
            PARLEY_HTTPPORT          | did you mean PARLEY_HTTP_PORT?
            parley_htpp_port         | did you mean PARLEY_HTTP_PORT?
            PARLEY_LOG               | ''
            PARLEY_LOGLEVEL          | did you mean PARLEY_LOG_LEVEL?
            PARLEY_LOG_FILE          | did you mean PARLEY_LOG_FORMAT or PARLEY_LOG_LEVEL or PARLEY_LOG_OPERATIONS?
            PARLEY_HTTP_CORS_ORIGIN  | did you mean PARLEY_HTTP_CORS_ORIGINS?
            PARLEY_LIMITS_MEMORY     | --help lists those that begin with PARLEY_LIMITS_.
            PARLEY_LIMITS_DEPTH_0_X  | did you mean PARLEY_LIMITS_DEPTH?
            PARLEY_HTTP_PORT_80      | ''""")
    void a_name_that_is_near_a_setting_is_misspelt(String name, String meant) {
        EnvironmentVariables variables = of(Map.of(name, "1"));
        assertThat(variables.misspelt())
                .isEqualTo(meant.isEmpty() ? "" : name + " is none of Parley's settings; " + meant);
        if (!meant.isEmpty()) {
            assertThat(variables.passedOver()).isEmpty();
        }
    }

    @Test
    void all_misspelt_ones_are_told() {
        assertThat(of(Map.of("PARLEY_LIMITS_DEPHT", "1", "PARLEY_DATA_DIR", "1", "PARLEY_CACHE", "1"))
                        .misspelt())
                .isEqualTo("PARLEY_DATA_DIR is none of Parley's settings; did you mean PARLEY_DATA_DIRECTORY?\n"
                        + "PARLEY_LIMITS_DEPHT is none of Parley's settings; did you mean PARLEY_LIMITS_DEPTH?");
    }

    @Test
    void others_are_passed_over() {
        assertThat(of(Map.of(
                                "PARLEY_CACHE",
                                "1",
                                "PARLEY_VERSION",
                                "2",
                                "PARLEY_PORT",
                                "8080",
                                "PARLEY_LOG",
                                "a",
                                "PARLEYS_SHARE",
                                "b",
                                "MY_PARLEY_LOG",
                                "c"))
                        .passedOver())
                .containsExactly("PARLEY_CACHE", "PARLEY_LOG", "PARLEY_PORT", "PARLEY_VERSION");
    }

    /** Else the setting could never be set. */
    @Test
    void no_setting_is_named_as_an_address_is() {
        List<String> taken = new ArrayList<>();
        for (String setting : Parley.SETTINGS) {
            if (EnvironmentVariables.isLink(setting, "1")) {
                taken.add(setting);
            }
        }
        assertThat(Parley.SETTINGS).hasSizeGreaterThan(30);
        assertThat(taken).isEmpty();
    }
}
