package org.parley.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows in which words the renderings of one statement differ. */
final class Wordings {
    /** If more than this part of the words differ, it is another wording as a whole, and no words are marked. */
    private static final double WHOLLY = 0.6;

    private Wordings() {}

    /**
     * Compares each rendering with the first verbatim one, word by word.
     *
     * @param renderings each with its {@code wording} and whether it is {@code verbatim}; not empty
     * @return one map each, with the {@code rendering}, its {@code parts} (a {@code text}, and whether it {@code differs}), and whether it is
     *     the one that the others are compared with, {@code first}
     */
    static List<Map<String, Object>> compared(List<Map<String, Object>> renderings) {
        Map<String, Object> first = renderings.stream()
                .filter(each -> Boolean.TRUE.equals(each.get("verbatim")))
                .findFirst()
                .orElse(renderings.get(0));
        List<String> words = words(first);
        List<Map<String, Object>> compared = new ArrayList<>();
        for (Map<String, Object> each : renderings) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("rendering", each);
            shown.put("first", each == first);
            // A paraphrase is Parley's own wording: where it differs from a quotation tells nothing.
            shown.put(
                    "parts",
                    each == first || !each.get("verbatim").equals(first.get("verbatim"))
                            ? List.of(part((String) each.get("wording"), false))
                            : parts(words, words(each)));
            compared.add(shown);
        }
        return compared;
    }

    /** The words of the other text, those in a row that differ or not joined to one part. */
    static List<Map<String, Object>> parts(List<String> words, List<String> others) {
        boolean[] differs = new boolean[others.size()];
        int count = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(words, others).getDeltas()) {
            int from = delta.getTarget().getPosition();
            for (int i = from; i < from + delta.getTarget().size(); i++) {
                differs[i] = true;
                count++;
            }
        }
        if (count > WHOLLY * others.size()) {
            return List.of(part(String.join(" ", others), false));
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= others.size(); i++) {
            if (i == others.size() || differs[i] != differs[begin]) {
                parts.add(part(String.join(" ", others.subList(begin, i)), differs[begin]));
                begin = i;
            }
        }
        return parts;
    }

    private static List<String> words(Map<String, Object> rendering) {
        return Arrays.asList(((String) rendering.get("wording")).strip().split("\\s+"));
    }

    private static Map<String, Object> part(String text, boolean differs) {
        return Map.of("text", text, "differs", differs);
    }
}
