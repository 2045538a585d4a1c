package org.parley.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lays out events as a picture: a lane for the rounds and their sessions, one for each side that speaks, one for agreements and one for incidents. An event
 * whose day is not known is as long as the days that it lies between; one of which nothing is known is not in the picture.
 *
 * <p>Days without events take less room the more of them there are: talks of five weeks would otherwise be a dot beside the invasion four
 * years before. A break in the axis marks where that is so.
 */
final class TimelinePicture {
    private static final int WIDTH = 1000;
    private static final int ROW = 15;
    private static final int MARK = 11;
    private static final int LABEL = 18;
    private static final int AXIS = 26;

    /** From so many empty days on the axis has a break. */
    private static final int LONG = 14;

    /** The least room between two labels of the axis. */
    private static final int APART = 74;

    private static final Map<String, int[]> SEASONS =
            Map.of("21", new int[] {3, 5}, "22", new int[] {6, 8}, "23", new int[] {9, 11}, "24", new int[] {12, 14});

    private final Messages messages;
    private final Map<String, Object> page;
    private final List<Placed> placed = new ArrayList<>();
    private final NavigableMap<Long, Double> scale = new TreeMap<>();
    private final List<Map<String, Object>> breaks = new ArrayList<>();

    /** @param last the last day; inside */
    private record Placed(Map<String, Object> event, long first, long last, boolean isExact) {}

    private record Lane(String label, String tone, List<Placed> events) {}

    private TimelinePicture(Messages messages, Map<String, Object> page) {
        this.messages = messages;
        this.page = page;
    }

    /**
     * @param events answers to the fragment {@code onTimeline}
     * @return null if no event has a known day, coarse date or bound; otherwise the {@code width} and {@code height}, the {@code lanes} with
     *     their {@code marks}, the {@code bands} of the rounds, the {@code ticks} and the {@code breaks} of the axis
     */
    static Map<String, Object> of(Messages messages, Map<String, Object> page, List<Map<String, Object>> events) {
        TimelinePicture picture = new TimelinePicture(messages, page);
        events.forEach(picture::place);
        return picture.placed.isEmpty() ? null : picture.drawn();
    }

    private void place(Map<String, Object> event) {
        if (event.get("sessions") instanceof List<?> sessions) {
            sessions.forEach(session -> place(PageFunctions.map(session)));
        }
        String start = PageFunctions.text(event, "start");
        String end = PageFunctions.text(event, "end");
        String edtf = PageFunctions.text(event, "edtf");
        String notBefore = PageFunctions.text(event, "notBefore");
        String notAfter = PageFunctions.text(event, "notAfter");
        if (start != null) {
            placed.add(new Placed(event, day(start), day(end == null ? start : end), true));
        } else if (edtf != null) {
            placed.add(coarse(event, edtf));
        } else if (notBefore != null || notAfter != null) {
            placed.add(new Placed(
                    event,
                    day(notBefore == null ? notAfter : notBefore),
                    day(notAfter == null ? notBefore : notAfter),
                    false));
        }
    }

    private static Placed coarse(Map<String, Object> event, String edtf) {
        int year = Integer.parseInt(edtf.substring(0, 4));
        YearMonth first = YearMonth.of(year, 1);
        YearMonth last = YearMonth.of(year, 12);
        if (edtf.length() > 4) {
            String part = edtf.substring(5);
            int[] months = SEASONS.getOrDefault(part, new int[] {Integer.parseInt(part), Integer.parseInt(part)});
            first = YearMonth.of(year, 1).plusMonths(months[0] - 1L);
            last = YearMonth.of(year, 1).plusMonths(months[1] - 1L);
        }
        return new Placed(
                event, first.atDay(1).toEpochDay(), last.atEndOfMonth().toEpochDay(), false);
    }

    private static long day(String day) {
        return LocalDate.parse(day).toEpochDay();
    }

    private Map<String, Object> drawn() {
        measure();
        List<Map<String, Object>> lanes = new ArrayList<>();
        int y = AXIS;
        for (Lane lane : lanes()) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("label", lane.label());
            shown.put("tone", lane.tone());
            shown.put("y", y);
            List<Map<String, Object>> marks = new ArrayList<>();
            int rows = mark(lane, y + LABEL, marks);
            int height = LABEL + rows * ROW + 6;
            shown.put("marks", marks);
            shown.put("height", height);
            shown.put("labelY", y + 13);
            lanes.add(shown);
            y += height;
        }
        Map<String, Object> picture = new HashMap<>();
        picture.put("width", WIDTH);
        picture.put("height", y);
        picture.put("lanes", lanes);
        picture.put("bands", bands(y));
        List<Map<String, Object>> ticks = ticks(y);
        picture.put("ticks", ticks);
        picture.put(
                "breaks",
                breaks.stream()
                        .filter(each -> ticks.stream().noneMatch(tick -> isUnder(each, tick)))
                        .toList());
        picture.put("count", placed.size());
        return picture;
    }

    /** Gives each day on which something begins or ends its place. */
    private void measure() {
        TreeSet<Long> days = new TreeSet<>();
        placed.forEach(each -> {
            days.add(each.first());
            days.add(each.last() + 1);
        });
        double units = 0;
        Long before = null;
        for (Long day : days) {
            units += before == null ? 0 : room(day - before);
            scale.put(day, units);
            before = day;
        }
        double whole = units;
        scale.replaceAll((day, at) -> at / whole * WIDTH);
        before = null;
        for (Long day : days) {
            if (before != null && day - before > LONG) {
                breaks.add(Map.of("x", round((scale.get(before) + scale.get(day)) / 2)));
            }
            before = day;
        }
    }

    private static double room(long days) {
        return days <= 2 ? days : 2 + Math.log(days / 2.0) / 2;
    }

    private double x(long day) {
        return scale.get(day);
    }

    private List<Lane> lanes() {
        Map<String, Lane> sides = new LinkedHashMap<>();
        PageFunctions.map(page.get("sides")).keySet().forEach(id -> sides.put(id, null));
        List<Placed> rounds = new ArrayList<>();
        List<Placed> agreements = new ArrayList<>();
        List<Placed> incidents = new ArrayList<>();
        for (Placed each : placed) {
            switch ((String) each.event().get("__typename")) {
                case "Statement" -> {
                    Map<String, Object> speaker =
                            PageFunctions.list(each.event().get("speakers")).get(0);
                    Map<String, Object> side = PageFunctions.side(speaker);
                    String tone = PageFunctions.tone(page, speaker);
                    // Those who speak for no party share a lane.
                    String key = tone.equals("other") ? "other" : (String) side.get("id");
                    if (sides.get(key) == null) {
                        String label = tone.equals("other")
                                ? messages.of("timeline_others", List.of())
                                : (String) side.get("name");
                        sides.put(key, new Lane(label, tone, new ArrayList<>()));
                    }
                    sides.get(key).events().add(each);
                }
                case "Round", "Session" -> rounds.add(each);
                case "Agreement" -> agreements.add(each);
                default -> incidents.add(each);
            }
        }
        List<Lane> lanes = new ArrayList<>();
        add(lanes, new Lane(messages.of("rounds", List.of()), "round", rounds));
        sides.values().stream().filter(lane -> lane != null).forEach(lane -> add(lanes, lane));
        add(lanes, new Lane(messages.of("agreements", List.of()), "agreement", agreements));
        add(lanes, new Lane(messages.of("incidents", List.of()), "incident", incidents));
        return lanes;
    }

    private static void add(List<Lane> lanes, Lane lane) {
        if (!lane.events().isEmpty()) {
            lanes.add(lane);
        }
    }

    /** Puts the marks of a lane into as few rows as they need, and returns the number of rows. */
    private int mark(Lane lane, int y, List<Map<String, Object>> marks) {
        List<Double> ends = new ArrayList<>();
        for (Placed each : lane.events()) {
            double x = Math.min(x(each.first()), WIDTH - MARK);
            double width = Math.max(MARK, x(each.last() + 1) - x - 2);
            int row = 0;
            while (row < ends.size() && ends.get(row) > x - 0.5) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(0.0);
            }
            ends.set(row, x + width + 2);
            Map<String, Object> event = each.event();
            Map<String, Object> mark = new HashMap<>();
            mark.put("x", round(x));
            mark.put("y", y + row * ROW);
            mark.put("width", round(width));
            mark.put("height", MARK);
            mark.put("href", event.get("id"));
            mark.put("event", event);
            mark.put("exact", each.isExact());
            mark.put("disputed", !((List<?>) event.get("disagreements")).isEmpty());
            marks.add(mark);
        }
        return ends.size();
    }

    private List<Map<String, Object>> bands(int height) {
        return placed.stream()
                .filter(each -> each.event().get("__typename").equals("Round") && each.isExact())
                .map(each -> Map.<String, Object>of(
                        "x",
                        round(x(each.first())),
                        "width",
                        round(Math.max(2, x(each.last() + 1) - x(each.first()))),
                        "y",
                        AXIS,
                        "height",
                        height - AXIS))
                .toList();
    }

    private List<Map<String, Object>> ticks(int height) {
        List<Map<String, Object>> ticks = new ArrayList<>();
        double last = -APART;
        int year = 0;
        for (Map.Entry<Long, Double> each : scale.entrySet()) {
            if (each.getValue() - last < APART || each.getValue() > WIDTH - APART / 2.0) {
                continue;
            }
            LocalDate day = LocalDate.ofEpochDay(each.getKey());
            String pattern = day.getYear() == year ? "d MMM" : "d MMM u";
            ticks.add(Map.of(
                    "x", round(each.getValue()),
                    "height", height,
                    "label",
                            DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day)));
            year = day.getYear();
            last = each.getValue();
        }
        return ticks;
    }

    /** Whether a break would be written over the label of a tick. */
    private static boolean isUnder(Map<String, Object> each, Map<String, Object> tick) {
        double beyond = (double) each.get("x") - (double) tick.get("x");
        return beyond > -12 && beyond < APART + 12;
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
