package org.parley.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out places on the outline of the world's land (Natural Earth, 1:110 million, public domain, in {@code land.txt}). It has no
 * borders, which are what the talks may be about. A place whose coordinates are as fine as a country or a region is an area and never a
 * dot: the middle of a country is nowhere that anything happened.
 */
final class MapPicture {
    private static final int WIDTH = 1000;

    /** Degrees around the outermost places. */
    private static final double MARGIN = 4;

    /** The least height and width of the map, in degrees. */
    private static final double LEAST = 8;

    private static final double LABEL_HEIGHT = 15;
    private static final double LETTER = 7.2;

    private double west = 180;
    private double east = -180;
    private double south = 90;
    private double north = -90;
    private double scaleX;
    private double scaleY;

    private MapPicture() {}

    /**
     * @param places each with its name, coordinates and their precision; those without coordinates are left out
     * @return null if no place has coordinates; otherwise the {@code width} and {@code height}, the {@code land} as an SVG path, and the
     *     {@code marks}
     */
    static Map<String, Object> of(List<Map<String, Object>> places) {
        List<Map<String, Object>> located =
                places.stream().filter(place -> place.get("latitude") != null).toList();
        return located.isEmpty() ? null : new MapPicture().drawn(located);
    }

    private Map<String, Object> drawn(List<Map<String, Object>> places) {
        // The middle of a large country is far from all that happened in it: the map is of the finer places, if there
        // are any.
        List<Map<String, Object>> fine =
                places.stream().filter(place -> !isArea(place)).toList();
        for (Map<String, Object> place : fine.isEmpty() ? places : fine) {
            west = Math.min(west, number(place, "longitude"));
            east = Math.max(east, number(place, "longitude"));
            south = Math.min(south, number(place, "latitude"));
            north = Math.max(north, number(place, "latitude"));
        }
        double wider = Math.max(MARGIN, (LEAST - (east - west)) / 2);
        double higher = Math.max(MARGIN, (LEAST - (north - south)) / 2);
        west = Math.max(-180, west - wider);
        east = Math.min(180, east + wider);
        south = Math.max(-85, south - higher);
        north = Math.min(85, north + higher);
        scaleX = WIDTH / (east - west);
        // Equirectangular, true to scale at the middle latitude.
        scaleY = scaleX / Math.cos(Math.toRadians((north + south) / 2));
        double height = Math.round((north - south) * scaleY);
        Map<String, Object> picture = new HashMap<>();
        picture.put("width", WIDTH);
        picture.put("height", height);
        picture.put("land", land());
        picture.put("marks", marks(places));
        return picture;
    }

    private List<Map<String, Object>> marks(List<Map<String, Object>> places) {
        List<double[]> taken = new ArrayList<>();
        List<Map<String, Object>> marks = new ArrayList<>();
        for (Map<String, Object> place : places) {
            boolean isArea = isArea(place);
            if (isOutside(place)) {
                continue;
            }
            double beside = isArea ? 20 : 10;
            double x = Math.round(x(number(place, "longitude")));
            double y = Math.round(y(number(place, "latitude")));
            double width = ((String) place.get("name")).length() * LETTER;
            boolean isLeft = x + width + beside > WIDTH;
            double[] label = {isLeft ? x - beside - width : x + beside, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT};
            boolean isFree = taken.stream().noneMatch(other -> overlap(label, other));
            if (isFree) {
                taken.add(label);
            }
            Map<String, Object> mark = new HashMap<>();
            mark.put("x", x);
            mark.put("y", y);
            mark.put("labelX", isLeft ? x - beside : x + beside);
            mark.put("anchor", isLeft ? "end" : "start");
            mark.put("area", isArea);
            mark.put("labelled", isFree);
            mark.put("place", place);
            marks.add(mark);
        }
        return marks;
    }

    private static boolean isArea(Map<String, Object> place) {
        return "COUNTRY".equals(place.get("precision")) || "REGION".equals(place.get("precision"));
    }

    private boolean isOutside(Map<String, Object> place) {
        double longitude = number(place, "longitude");
        double latitude = number(place, "latitude");
        return longitude < west || longitude > east || latitude < south || latitude > north;
    }

    private static boolean overlap(double[] one, double[] other) {
        return one[0] < other[0] + other[2]
                && other[0] < one[0] + one[2]
                && one[1] < other[1] + other[3]
                && other[1] < one[1] + one[3];
    }

    private static double number(Map<String, Object> place, String key) {
        return ((Number) place.get(key)).doubleValue();
    }

    private double x(double longitude) {
        return (longitude - west) * scaleX;
    }

    private double y(double latitude) {
        return (north - latitude) * scaleY;
    }

    /** The coasts that reach into the map. */
    private String land() {
        StringBuilder path = new StringBuilder();
        for (String ring : PageDocument.file("land.txt").strip().split("\n")) {
            String[] points = ring.split(",");
            StringBuilder drawn = new StringBuilder();
            boolean[] reaches = new boolean[4];
            for (String point : points) {
                int blank = point.indexOf(' ');
                double longitude = Double.parseDouble(point.substring(0, blank));
                double latitude = Double.parseDouble(point.substring(blank + 1));
                reaches[0] |= longitude > west;
                reaches[1] |= longitude < east;
                reaches[2] |= latitude > south;
                reaches[3] |= latitude < north;
                drawn.append(drawn.isEmpty() ? 'M' : 'L')
                        .append(Math.round(x(longitude)))
                        .append(' ')
                        .append(Math.round(y(latitude)));
            }
            if (reaches[0] && reaches[1] && reaches[2] && reaches[3]) {
                path.append(drawn).append('Z');
            }
        }
        return path.toString();
    }
}
