package org.parley.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

/** Where events and places stand in the pictures. */
@AnyDatabase
class PicturesTest {
    private static final Map<String, Object> PAGE =
            Map.of("sides", new TreeMap<>(Map.of("actor/oster", "side-1", "actor/wester", "side-2")));

    @Test
    void an_event_is_as_long_as_the_days_that_it_lies_between() {
        List<Map<String, Object>> marks = marks(picture(
                statement("actor/oster", "start", "2031-05-04", "end", "2031-05-04"),
                statement("actor/oster", "notBefore", "2031-05-04", "notAfter", "2031-05-06"),
                statement("actor/oster", "edtf", "2031-05")));
        assertThat(marks).extracting(each -> each.get("exact")).containsExactly(true, false, false);
        assertThat(width(marks.get(0))).isLessThan(width(marks.get(1)));
        assertThat(width(marks.get(1))).isLessThan(width(marks.get(2)));
        // What overlaps does not stand in one row.
        assertThat(marks.stream().map(each -> each.get("y")).distinct()).hasSize(3);
    }

    @Test
    void events_of_days_apart_share_a_row() {
        List<Map<String, Object>> marks = marks(picture(
                statement("actor/oster", "start", "2031-05-04"), statement("actor/oster", "start", "2031-05-09")));
        assertThat(marks.get(0).get("y")).isEqualTo(marks.get(1).get("y"));
        assertThat((double) marks.get(0).get("x"))
                .isLessThan((double) marks.get(1).get("x"));
    }

    @Test
    void each_side_has_a_lane_parties_first_and_all_others_share_one() {
        assertThat(lanes(picture(
                        statement("actor/anybody", "start", "2031-05-04"),
                        statement("actor/wester", "start", "2031-05-04"),
                        statement("actor/somebody", "start", "2031-05-04"),
                        statement("actor/oster", "start", "2031-05-04"))))
                .extracting(each -> each.get("tone"))
                .containsExactly("side-1", "side-2", "other");
    }

    @Test
    void years_without_events_take_little_room_and_are_marked() {
        Map<String, Object> picture = picture(
                statement("actor/oster", "start", "2022-02-24"),
                statement("actor/oster", "start", "2026-01-23"),
                statement("actor/oster", "start", "2026-01-25"));
        List<Map<String, Object>> marks = marks(picture);
        double years = (double) marks.get(1).get("x") - (double) marks.get(0).get("x");
        double days = (double) marks.get(2).get("x") - (double) marks.get(1).get("x");
        assertThat(years).isLessThan(5 * days);
        assertThat((List<?>) picture.get("breaks")).hasSize(1);
    }

    @Test
    void what_has_no_time_at_all_is_not_in_the_picture() {
        assertThat(picture(statement("actor/oster"))).isNull();
    }

    @Test
    void a_country_is_an_area_and_does_not_decide_what_the_map_shows() {
        Map<String, Object> picture = MapPicture.of(List.of(
                place("Kyiv", 50.45, 30.52, "CITY"),
                place("Abu Dhabi", 24.45, 54.38, "CITY"),
                place("Ukraine", 48.4, 31.2, "COUNTRY"),
                place("Russia", 61.5, 105.3, "COUNTRY")));
        List<Map<String, Object>> marks = PageFunctions.list(picture.get("marks"));
        assertThat(marks)
                .extracting(each -> PageFunctions.map(each.get("place")).get("name"))
                .containsExactly("Kyiv", "Abu Dhabi", "Ukraine");
        assertThat(marks).extracting(each -> each.get("area")).containsExactly(false, false, true);
        assertThat((String) picture.get("land")).startsWith("M").contains("Z").hasSizeLessThan(30_000);
        assertThat((double) marks.get(0).get("y"))
                .isLessThan((double) marks.get(1).get("y"));
    }

    @Test
    void a_map_of_one_place_has_its_surroundings() {
        Map<String, Object> picture = MapPicture.of(List.of(place("Kyiv", 50.45, 30.52, "CITY")));
        assertThat((double) picture.get("height")).isBetween(500.0, 2500.0);
        assertThat(MapPicture.of(List.of(place("Nowhere", null, null, null)))).isNull();
    }

    private static Map<String, Object> picture(Object... events) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object each : events) {
            all.add(PageFunctions.map(each));
        }
        return TimelinePicture.of(new Messages(), PAGE, all);
    }

    private static Map<String, Object> statement(String speaker, String... dates) {
        Map<String, Object> event = new HashMap<>();
        event.put("__typename", "Statement");
        event.put("id", "statement/any");
        event.put("disagreements", List.of());
        Map<String, Object> actor = new HashMap<>();
        actor.put("id", speaker);
        actor.put("name", speaker);
        actor.put("side", null);
        event.put("speakers", List.of(actor));
        for (int i = 0; i < dates.length; i += 2) {
            event.put(dates[i], dates[i + 1]);
        }
        return event;
    }

    private static Map<String, Object> place(String name, Double latitude, Double longitude, String precision) {
        Map<String, Object> place = new HashMap<>();
        place.put("id", "place/any");
        place.put("name", name);
        place.put("latitude", latitude);
        place.put("longitude", longitude);
        place.put("precision", precision);
        return place;
    }

    private static List<Map<String, Object>> lanes(Map<String, Object> picture) {
        return PageFunctions.list(picture.get("lanes"));
    }

    private static List<Map<String, Object>> marks(Map<String, Object> picture) {
        return PageFunctions.list(lanes(picture).get(0).get("marks"));
    }

    private static double width(Map<String, Object> mark) {
        return (double) mark.get("width");
    }
}
