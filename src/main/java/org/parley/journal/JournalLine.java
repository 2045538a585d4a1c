package org.parley.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.graph.Sha256;

/**
 * A line of the journal, without the newline at its end: made from what it says, and read again. There is one way to write what a line
 * says; a line that is written otherwise is damaged. Immutable.
 *
 * @param bytes    JSON in UTF-8
 * @param entry    null in the first line, which says with what the journal began
 * @param base     of the first line: the SHA-256 of the record with which the journal began; null in any other
 * @param previous the sum of the line before; null in the first line
 * @param sum      the SHA-256 of the line without its sum and without rows. The {@code rowSum} stands for a row, so that a row can be
 *                 erased and the sums still hold
 */
record JournalLine(byte[] bytes, JournalEntry entry, String base, String previous, String sum) {
    /** The format of rows and of lines that this Parley writes, and the only one that it reads. */
    private static final int FORMAT = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The keys of rows repeat, but nothing compares them by identity.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static JournalLine first(String base, Instant at) {
        String sum = Sha256.of(firstText(base, at, null));
        return new JournalLine(bytes(firstText(base, at, sum)), null, base, null, sum);
    }

    /** @throws IllegalArgumentException if a row is not a JSON object */
    static JournalLine of(JournalEntry given, String previous) {
        List<JournalEdit> edits = new ArrayList<>();
        List<String> rowSums = new ArrayList<>();
        for (JournalEdit edit : given.edits()) {
            String row = edit.row() == null ? null : normalized(edit.row());
            edits.add(new JournalEdit(edit.id(), edit.action(), row, edit.erased()));
            rowSums.add(row == null ? edit.erased() : Sha256.of(row));
        }
        JournalEntry entry = new JournalEntry(
                given.number(),
                given.at(),
                given.by(),
                given.kind(),
                given.summary(),
                given.key(),
                given.request(),
                given.proposal(),
                edits);
        String sum = Sha256.of(text(entry, rowSums, previous, null));
        return new JournalLine(bytes(text(entry, rowSums, previous, sum)), entry, null, previous, sum);
    }

    /** The row as compact JSON: the keys in their order, and numbers with the digits that they have. */
    private static String normalized(String row) {
        try (JsonParser json = JSON.createParser(row)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a row must be a JSON object");
            }
            String text = copied(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("a row must be one JSON object, and nothing after it");
            }
            return text;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("a row must be a JSON object", e);
        }
    }

    private static String firstText(String base, Instant at, String sum) {
        return written(json -> {
            json.writeStartObject();
            json.writeNumberField("parley", FORMAT);
            json.writeStringField("base", base);
            json.writeStringField("at", at.toString());
            if (sum != null) {
                json.writeStringField("sum", sum);
            }
            json.writeEndObject();
        });
    }

    /** @param sum null for the text of which the sum is made */
    private static String text(JournalEntry entry, List<String> rowSums, String previous, String sum) {
        return written(json -> {
            json.writeStartObject();
            json.writeNumberField("n", entry.number());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("by", entry.by());
            json.writeStringField("kind", entry.kind());
            json.writeStringField("summary", entry.summary());
            json.writeStringField("key", entry.key());
            json.writeStringField("request", entry.request());
            if (entry.proposal() != null) {
                json.writeNumberField("proposal", entry.proposal());
            }
            json.writeNumberField("format", FORMAT);
            json.writeArrayFieldStart("edits");
            for (int i = 0; i < rowSums.size(); i++) {
                JournalEdit edit = entry.edits().get(i);
                json.writeStartObject();
                json.writeStringField("id", edit.id());
                json.writeStringField("action", edit.action());
                if (sum != null) {
                    json.writeFieldName("row");
                    json.writeRawValue(edit.row() == null ? "null" : edit.row());
                }
                json.writeStringField("rowSum", rowSums.get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("previous", previous);
            if (sum != null) {
                json.writeStringField("sum", sum);
            }
            json.writeEndObject();
        });
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withoutLoneSurrogates(text.toString());
    }

    /** UTF-8 has no half of a surrogate pair, so it is written as JSON's escape. It can only be in a string. */
    private static String withoutLoneSurrogates(String text) {
        if (text.codePoints().noneMatch(JournalLine::isLoneSurrogate)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (isLoneSurrogate(letter)) {
                escaped.append("\\u").append(Integer.toHexString(letter));
            } else {
                escaped.appendCodePoint(letter);
            }
        });
        return escaped.toString();
    }

    private static boolean isLoneSurrogate(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON value at which the parser stands, as compact JSON; afterwards the parser stands at its end. */
    private static String copied(JsonParser from) {
        return written(to -> {
            int depth = 0;
            do {
                JsonToken token = depth == 0 ? from.currentToken() : from.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                switch (token) {
                    case FIELD_NAME -> to.writeFieldName(from.currentName());
                        // As a number, 1.10 would become 1.1, and 1e400 infinite.
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getText());
                    default -> to.copyCurrentEvent(from);
                }
            } while (depth > 0);
        });
    }

    /**
     * Reads the first line.
     *
     * @throws Fault if it is not as it was written
     */
    static JournalLine readFirst(byte[] bytes) throws Fault {
        try (Reading line = new Reading(bytes)) {
            line.begin();
            int format = (int) line.number("parley");
            if (format != FORMAT) {
                throw new Fault("its format is " + format + ", and this Parley reads only " + FORMAT);
            }
            String base = line.text("base");
            Instant at = line.moment("at");
            String sum = line.text("sum");
            line.end();
            JournalLine read = first(base, at);
            mustBe(read.sum().equals(sum), "its sum is not that of its content");
            mustBe(Arrays.equals(read.bytes(), bytes), "it is not written as Parley writes it");
            return read;
        } catch (IOException | RuntimeException e) {
            throw new Fault("it is not the first line of a journal");
        }
    }

    /**
     * Reads any other line.
     *
     * @throws Fault if it is not as it was written
     */
    static JournalLine read(byte[] bytes) throws Fault {
        try (Reading line = new Reading(bytes)) {
            line.begin();
            long number = line.number("n");
            Instant at = line.moment("at");
            String by = line.textOrNull("by");
            String kind = line.text("kind");
            String summary = line.text("summary");
            String key = line.textOrNull("key");
            String request = line.textOrNull("request");
            Long proposal = line.numberIfThere("proposal");
            long format = line.number("format");
            if (format != FORMAT) {
                throw new Fault("its format is " + format + ", and this Parley reads only " + FORMAT);
            }
            List<JournalEdit> edits = new ArrayList<>();
            List<String> rowSums = new ArrayList<>();
            line.beginList("edits");
            while (line.hasNext()) {
                String id = line.text("id");
                String action = line.text("action");
                String row = line.row();
                String rowSum = line.textOrNull("rowSum");
                mustBe(
                        row == null || Sha256.of(row).equals(rowSum),
                        "the row of " + id + " is not the one that was written");
                line.end();
                edits.add(new JournalEdit(id, action, row, row == null ? rowSum : null));
                rowSums.add(rowSum);
            }
            String previous = line.text("previous");
            String sum = line.text("sum");
            line.end();
            JournalEntry entry = new JournalEntry(number, at, by, kind, summary, key, request, proposal, edits);
            mustBe(Sha256.of(text(entry, rowSums, previous, null)).equals(sum), "its sum is not that of its content");
            mustBe(
                    Arrays.equals(bytes(text(entry, rowSums, previous, sum)), bytes),
                    "it is not written as Parley writes it");
            return new JournalLine(bytes, entry, null, previous, sum);
        } catch (IOException | RuntimeException e) {
            throw new Fault("it is not a line of a journal");
        }
    }

    /** The same line without the rows of a record; its sum is the same. */
    JournalLine without(String id) {
        if (entry == null || entry.edits().stream().noneMatch(edit -> edit.id().equals(id) && edit.row() != null)) {
            return this;
        }
        List<JournalEdit> edits = new ArrayList<>();
        List<String> rowSums = new ArrayList<>();
        for (JournalEdit edit : entry.edits()) {
            edits.add(edit.id().equals(id) ? new JournalEdit(id, edit.action(), null, edit.rowSum()) : edit);
            rowSums.add(edit.rowSum());
        }
        JournalEntry erased = new JournalEntry(
                entry.number(),
                entry.at(),
                entry.by(),
                entry.kind(),
                entry.summary(),
                entry.key(),
                entry.request(),
                entry.proposal(),
                edits);
        return new JournalLine(bytes(text(erased, rowSums, previous, sum)), erased, null, previous, sum);
    }

    private static void mustBe(boolean right, String otherwise) throws Fault {
        if (!right) {
            throw new Fault(otherwise);
        }
    }

    /** Why a line is not as it was written; its message ends the sentence "line 17 is damaged: ". */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Reads the members of a line in the order in which they are written. Throws any exception where it finds something else. */
    private static final class Reading implements AutoCloseable {
        private final JsonParser json;

        /** Whether the name of the next member has been read. */
        private boolean isNamed;

        Reading(byte[] bytes) throws IOException {
            json = JSON.createParser(bytes);
        }

        void begin() throws IOException {
            next(JsonToken.START_OBJECT);
        }

        /** The end of an object; after that of the whole line nothing may come but what {@link #read} refuses by comparing bytes. */
        void end() throws IOException {
            next(JsonToken.END_OBJECT);
        }

        void beginList(String name) throws IOException {
            name(name);
            next(JsonToken.START_ARRAY);
        }

        /** Begins the next element of a list, which is an object; false at its end. */
        boolean hasNext() throws IOException {
            return json.nextToken() != JsonToken.END_ARRAY && at(JsonToken.START_OBJECT);
        }

        long number(String name) throws IOException {
            name(name);
            next(JsonToken.VALUE_NUMBER_INT);
            return json.getLongValue();
        }

        /** A number that a line need not have; null if another member comes next. */
        Long numberIfThere(String name) throws IOException {
            next(JsonToken.FIELD_NAME);
            isNamed = true;
            return json.currentName().equals(name) ? (Long) number(name) : null;
        }

        String text(String name) throws IOException {
            name(name);
            next(JsonToken.VALUE_STRING);
            return json.getText();
        }

        String textOrNull(String name) throws IOException {
            name(name);
            return json.nextToken() == JsonToken.VALUE_NULL || !at(JsonToken.VALUE_STRING) ? null : json.getText();
        }

        Instant moment(String name) throws IOException {
            try {
                return Instant.parse(text(name));
            } catch (DateTimeException e) {
                throw new IOException(e);
            }
        }

        /** A row as compact JSON; null where there is none. */
        String row() throws IOException {
            name("row");
            return json.nextToken() == JsonToken.VALUE_NULL || !at(JsonToken.START_OBJECT) ? null : copied(json);
        }

        private void name(String name) throws IOException {
            if (!isNamed) {
                next(JsonToken.FIELD_NAME);
            }
            isNamed = false;
            if (!json.currentName().equals(name)) {
                throw new IOException(name + " is missing");
            }
        }

        private void next(JsonToken token) throws IOException {
            json.nextToken();
            at(token);
        }

        private boolean at(JsonToken token) throws IOException {
            if (json.currentToken() != token) {
                throw new IOException(token + " is missing");
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
