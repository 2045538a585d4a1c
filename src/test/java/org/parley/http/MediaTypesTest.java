package org.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.AnyDatabase;

/** How the type of a body may be written. */
@AnyDatabase
class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json ",
                "application/json;charset=utf8",
                "application/json; charset=UTF8",
                "application/json;charset=\"UTF-8\"",
                "application/json; charset=\"utf-8\"; x=y",
                "application/json;charset=\"u\\tf8\"",
                "application/json; Charset=Utf-8",
                "application/json;",
                "application/json; charset=utf-8;",
                "application/json; profile=\"a, b; charset=latin1\"",
                "application/json, application/json; charset=utf-8"
            })
    void json_in_utf_8(String type) {
        assertThat(MediaTypes.isJson(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ",",
                "text/plain",
                "application/jsonp",
                "application/json+x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=us-ascii",
                "application/json; charset=",
                "application/json; charset=\"",
                "application/json; charset=\"utf-8",
                "application/json; charset='utf-8'",
                "application/json; x=\"y\"; charset=latin1",
                "application/json, text/plain",
                "application/json; charset=utf-8, application/json; charset=latin1"
            })
    void another_type(String type) {
        assertThat(MediaTypes.isJson(type)).isFalse();
    }

    @Test
    void no_type() {
        assertThat(MediaTypes.isJson(null)).isFalse();
    }
}
