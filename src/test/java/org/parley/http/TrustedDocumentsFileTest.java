package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** The file of trusted documents, in each of its formats, and what is said of one that is none. */
@AnyDatabase
class TrustedDocumentsFileTest {
    @TempDir
    Path folder;

    @Test
    void apollos_manifest_is_read() throws IOException {
        TrustedDocuments documents = read(
                """
                {"format": "apollo-persisted-query-manifest", "version": 1,
                 "operations": [{"id": "a", "name": "A", "type": "query", "body": "query A { __typename }"}]}""");
        assertThat(documents.named("a")).isEqualTo("query A { __typename }");
    }

    @Test
    void an_object_of_names_and_documents_is_read() throws IOException {
        TrustedDocuments documents = read("{\"a\": \"{ __typename }\", \"sha256:b\": \"{ x: __typename }\"}");
        assertThat(documents.named("a")).isEqualTo("{ __typename }");
        assertThat(documents.named("b")).isEqualTo("{ x: __typename }");
        assertThatThrownBy(() -> documents.named("c")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "5",
                "{\"a\": 5}",
                "{\"operations\": []}",
                "{\"operations\": [{}]}",
                "{\"operations\": [{\"id\": \"a\"}]}",
                "{\"operations\": [{\"body\": \"{ __typename }\"}]}"
            })
    void a_file_without_documents_stops_the_start(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("trusted.json (parley.persisted-queries.trusted) must be a manifest");
    }

    @Test
    void a_file_that_is_no_json_stops_the_start() {
        assertThatThrownBy(() -> read("{\n  \"a\": }"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be JSON: line 2, column 8 is not");
    }

    @Test
    void a_file_that_is_missing_stops_the_start() {
        assertThatThrownBy(() -> documents(folder.resolve("missing.json")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.json (parley.persisted-queries.trusted) can't be read");
    }

    private TrustedDocuments read(String content) throws IOException {
        return documents(Files.writeString(folder.resolve("trusted.json"), content));
    }

    private static TrustedDocuments documents(Path file) {
        return new TrustedDocuments(Optional.of(file), new ObjectMapper());
    }
}
