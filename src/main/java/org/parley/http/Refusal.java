package org.parley.http;

import java.util.Map;
import org.parley.graph.ErrorShape;
import org.parley.graph.RequestError;

/** Refuses a request with one error before anything of it is executed. */
class Refusal extends RequestError {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> fields;

    private Refusal(int status, String code, String sentence, Map<String, String> fields) {
        super(code, sentence);
        this.status = status;
        this.fields = fields;
    }

    /** @param status the HTTP status, whatever the media type of the answer */
    Refusal(int status, String code, String sentence) {
        this(status, code, sentence, Map.of());
    }

    /** The request is not valid GraphQL over HTTP. */
    Refusal(int status, String sentence) {
        this(status, ErrorShape.BAD_REQUEST, sentence);
    }

    /** @param allowed the accepted methods: the value of the header Allow */
    static Refusal ofMethod(String allowed, String sentence) {
        return new Refusal(405, ErrorShape.BAD_REQUEST, sentence, Map.of("Allow", allowed));
    }

    /** @param accepted the accepted media type: the value of the header Accept */
    static Refusal ofMediaType(String accepted, String sentence) {
        return new Refusal(415, ErrorShape.BAD_REQUEST, sentence, Map.of("Accept", accepted));
    }

    /** @param accepted the accepted encodings: the value of the header Accept-Encoding */
    static Refusal ofCoding(String accepted, String sentence) {
        return new Refusal(415, ErrorShape.BAD_REQUEST, sentence, Map.of("Accept-Encoding", accepted));
    }

    int status() {
        return status;
    }

    /** Headers of the answer that tell the client what is accepted. */
    Map<String, String> fields() {
        return fields;
    }
}
