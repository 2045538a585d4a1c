package org.parley.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A collection of features (RFC 7946) for maps: each row of the table is one, with its columns as properties. A row has a point if it has
 * coordinates and these are as fine as asked for: a point in the middle of a country misleads.
 */
final class MapWriter implements TableWriter {
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";

    /** Not among the properties. */
    private static final Set<String> APART = Set.of("id", LATITUDE, LONGITUDE);

    private final ExportRequest request;
    private final JsonGenerator json;

    /** West, south, east, north; null without a point. */
    private double[] box;

    MapWriter(ExportRequest request, Writer out) throws IOException {
        this.request = request;
        this.json = new JsonFactory().createGenerator(out);
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
    }

    @Override
    public void write(List<Map<String, Object>> records) throws IOException {
        for (Map<String, Object> record : records) {
            Map<String, Object> row = request.table().cells(record);
            boolean isLocated = row.get(LATITUDE) != null && request.shows((String) row.get("precision"));
            if (isLocated || !request.isLocatedOnly()) {
                write(row, isLocated);
            }
        }
    }

    private void write(Map<String, Object> row, boolean isLocated) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", (String) row.get("id"));
        if (isLocated) {
            double latitude = ((Number) row.get(LATITUDE)).doubleValue();
            double longitude = ((Number) row.get(LONGITUDE)).doubleValue();
            json.writeObjectFieldStart("geometry");
            json.writeStringField("type", "Point");
            json.writeFieldName("coordinates");
            json.writeArray(new double[] {longitude, latitude}, 0, 2);
            json.writeEndObject();
            box = box == null
                    ? new double[] {longitude, latitude, longitude, latitude}
                    : new double[] {
                        Math.min(box[0], longitude),
                        Math.min(box[1], latitude),
                        Math.max(box[2], longitude),
                        Math.max(box[3], latitude)
                    };
        } else {
            json.writeNullField("geometry");
        }
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, Object> cell : row.entrySet()) {
            if (!APART.contains(cell.getKey())) {
                write(cell.getKey(), cell.getValue());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(String name, Object value) throws IOException {
        if (value instanceof Integer || value instanceof Long) {
            json.writeNumberField(name, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumberField(name, number.doubleValue());
        } else if (value instanceof Boolean flag) {
            json.writeBooleanField(name, flag);
        } else {
            json.writeStringField(name, (String) value);
        }
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        if (box != null) {
            json.writeFieldName("bbox");
            json.writeArray(box, 0, box.length);
        }
        json.writeEndObject();
        json.flush();
    }
}
