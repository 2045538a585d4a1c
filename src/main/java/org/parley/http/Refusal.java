package org.parley.http;

import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.RequestError;

/** Why a request is answered by one error before any of it is executed. */
class Refusal extends RequestError {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> fields;

    private Refusal(int status, String code, String sentence, Map<String, String> fields) {
        super(code, sentence);
        this.status = status;
        this.fields = fields;
    }

    /** @param status of HTTP; it is kept whatever media type the answer has */
    Refusal(int status, String code, String sentence) {
        this(status, code, sentence, Map.of());
    }

    /** The request is not one of GraphQL over HTTP. */
    Refusal(int status, String sentence) {
        this(status, ErrorShape.BAD_REQUEST, sentence);
    }

    /** @param allowed the methods that would do, as the header Allow lists them */
    static Refusal ofMethod(String allowed, String sentence) {
        return new Refusal(405, ErrorShape.BAD_REQUEST, sentence, Map.of("Allow", allowed));
    }

    /** @param accepted the media type that would do, as the header Accept has it */
    static Refusal ofMediaType(String accepted, String sentence) {
        return new Refusal(415, ErrorShape.BAD_REQUEST, sentence, Map.of("Accept", accepted));
    }

    /** @param accepted the codings that would do, as the header Accept-Encoding lists them */
    static Refusal ofCoding(String accepted, String sentence) {
        return new Refusal(415, ErrorShape.BAD_REQUEST, sentence, Map.of("Accept-Encoding", accepted));
    }

    int status() {
        return status;
    }

    /** Headers of the answer, which say what would do. */
    Map<String, String> fields() {
        return fields;
    }
}
