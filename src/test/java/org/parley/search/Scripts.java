package org.parley.search;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A made-up record with names and words of many scripts, and what is asked of it. */
final class Scripts {
    static final Path FOLDER =
            Path.of("src", "test", "resources", "seed-scripts").toAbsolutePath();

    static final String NAMES = "{ actors(orderBy: NAME_ASC, filter: { id: [\"sorted-0\", \"sorted-1\", \"sorted-2\","
            + " \"sorted-3\", \"sorted-4\", \"aland\"] }) { nodes { name } } }";

    static final List<String> SORTED = List.of("Aland", "Đakovo", "Émile", "Łódź", "Ørsted", "Zagreb");

    private Scripts() {}

    /**
     * @param text  what is searched for
     * @param found the ids of what must be found, without their kind, best first
     */
    record Question(String text, List<String> found) {
        String query() {
            return "{ search(text: \"" + text + "\", first: 100) { totalCount nodes { record { id } } } }";
        }

        List<String> slugs(List<String> ids) {
            return ids.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Question question(String text, String... found) {
        return new Question(text, Arrays.asList(found));
    }

    static Stream<Question> questions() {
        return Stream.of(
                // Letters with strokes, and ligatures
                question("Walesa", "walesa"),
                question("WAŁĘSA", "walesa"),
                question("Store", "stoere"),
                question("Dindic", "dindic"),
                question("Aero", "aero"),
                question("Oeuvre", "oeuvre"),
                question("Hamrun", "hamrun"),
                question("O Neill", "o-neill"),
                // Case
                question("STRAUSS", "strauss"),
                question("Strauss", "strauss"),
                question("strauß", "strauss"),
                question("IGDIR", "igdir"),
                question("ığdır", "igdir"),
                question("Παύλος", "pavlos"),
                // Invisible characters
                question("میخواهم", "with", "without"),
                question("می\u200Cخواهم", "with", "without"),
                question("Gesamtkonzept", "soft"),
                question("Rustem", "zwsp"),
                question("Rus\u00ADtem", "zwsp"),
                question("Abdul", "lrm"),
                question("AbuBakr", "bom"),
                question("JeanPaul", "wj"),
                // Arabic and Persian letters
                question("مصطفى", "maqsura", "yeh"),
                question("مُصْطَفي", "maqsura", "yeh"),
                question("کریم", "arab", "farsi"),
                question("فاطمة", "heh", "marbuta"),
                // Indic vowels
                question("राम", "ram"),
                question("रामा", "rama"),
                question("रामचं", "devanagari-longer"),
                question("रामच"),
                // Apostrophes
                question("Мар'яна", "a1"),
                question("Зв'язок", "a2"),
                question("Кам'янець", "a3"),
                question("Об'єднання", "a4"),
                question("П'ятий", "a5"),
                question("П’ятий", "a5"),
                question("Марʼяна", "a1"),
                question("צהל", "geresh"),
                question("ինչու", "yerevan"),
                // No spaces between words
                question("習近平", "xi-alone", "xi", "xi-said"),
                question("主席", "xi", "xi-said"),
                question("席", "xi", "xi-said"),
                question("習近平 主席", "xi", "xi-said"),
                question("主席習", "xi-said"),
                question("タワー", "tokyo"),
                question("東京", "tokyo"),
                question("สมชาย", "spaced-thai", "thai"),
                question("ใจดี", "thai"),
                question("ភ្នំពេញ", "khmer"),
                question("ວຽງຈັນ", "lao"),
                question("ရန်ကုန်", "burmese"),
                question("대통령", "seoul"),
                // Spellings across scripts
                question("莫斯科", "moscow"),
                question("moscow", "moscow"),
                question("москва", "moscow"),
                question("北京", "beijing", "xi-said"),
                question("Зеленський", "zelensky"),
                question("Zelenskys", "zelensky"),
                // Digits and numbers
                question("157", "d", "hindi-digits"),
                question("١٥٧", "d", "hindi-digits"),
                question("1,000", "thousand", "thousand-too"),
                question("1000 drones", "thousand", "thousand-too"),
                question("20%", "thousand"),
                // Hyphens
                question("ceasefire", "ceasefire", "cease-apart", "cease-fire"),
                question("cease-fire", "cease-apart", "cease-fire", "ceasefire"),
                question("cease fire", "cease-apart", "cease-fire", "ceasefire"),
                question("front-line", "front-line"),
                question("front line", "front-line"),
                // Plural and singular
                question("prisoner", "prisoner", "prisoners"),
                question("prisoners", "prisoners", "prisoner"),
                question("country", "country", "countries"),
                // Beginnings
                question("zelensk", "zelensky"),
                question("Зелен", "zelensky"),
                question("walę", "walesa"),
                question("warsa", "warsaw"),
                question("war", "war"),
                question("prisone", "prisoner", "prisoners"),
                question("zel vol", "zelensky"),
                question("ze"),
                // Abbreviations
                question("U.S.", "us-too", "us"),
                question("US", "us-too", "us"),
                // An issue's own
                question("territory", "territory", "territory", "held", "aland-territory", "land"),
                question("captive", "captives", "prisoner"),
                // As long as a name may be
                question("김정은가나다라마바사", "hangul"));
    }
}
