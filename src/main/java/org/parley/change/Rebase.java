package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.graph.RecordKind;
import org.parley.graph.RequestError;
import org.parley.record.LoadedSeed;
import org.parley.record.RecordRows;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;

/**
 * The command {@code parley rebase}: takes a new edition of the seed over into a record that people have changed, by a three-way merge. For
 * each record, the row of the base that was taken over last, that of the new seed, and that of the record now are compared key by key. A key
 * that only one side has changed gets that side's value; where both have, the record's own people keep theirs, which is told as a conflict.
 * All of it is one change, which can be looked up and reverted like any other. One thread calls it.
 */
@ApplicationScoped
public class Rebase {
    private static final String BY = "parley rebase";

    /** How many of the conflicts, and of the reasons against, are told each. */
    private static final int MOST = 1000;

    private final AgroalDataSource database;
    private final Seeder seeder;
    private final Journals journals;
    private final History history;
    private final Changer changer;
    private final Settling settling;
    private final ObjectMapper mapper;

    Rebase(
            AgroalDataSource database,
            Seeder seeder,
            Journals journals,
            History history,
            Changer changer,
            Settling settling,
            ObjectMapper mapper) {
        this.settling = settling;
        this.database = database;
        this.seeder = seeder;
        this.journals = journals;
        this.history = history;
        this.changer = changer;
        this.mapper = mapper;
    }

    /** What is to be done. */
    private static final class Plan {
        private final Map<String, Asked> edits = new LinkedHashMap<>();
        private final List<String> conflicts = new ArrayList<>();
        private int created;
        private int corrected;
        private int retracted;

        private String counts() {
            return created + " created, " + corrected + " corrected, " + retracted + " retracted";
        }
    }

    /**
     * Takes the seed over.
     *
     * @param seed  the folder of the settings; empty for the record inside the program
     * @param isDry whether nothing is written
     * @return what was done, or would be, as sentences
     * @throws CannotStart                     if it can't be done
     * @throws org.parley.record.InvalidRecord if the seed breaks a rule
     */
    public String run(Optional<Path> seed, boolean isDry) {
        try {
            return takenOver(seed, isDry);
        } finally {
            // The process ends now.
            settling.end();
        }
    }

    private String takenOver(Optional<Path> seed, boolean isDry) {
        String place = seed.map(folder -> folder.toAbsolutePath().toString()).orElse("the program");
        LoadedSeed loaded = LoadedSeed.in(database);
        if (loaded.served().change() == 0) {
            throw new CannotStart(
                    "Nobody has changed this record, so there is nothing to rebase: a start loads the record of "
                            + place);
        }
        try {
            Map<String, String> before = new LinkedHashMap<>();
            journals.lastBase(before::put);
            Map<String, String> after = new LinkedHashMap<>();
            Bases.Digest digest = new Bases.Digest();
            Plan plan = new Plan();
            Set<String> erased = history.erased();
            seeder.rowsOf(seed, (id, row, named) -> {
                if (erased.contains(id)) {
                    plan.conflicts.add(id + " is in the seed, and was erased here: it is left out");
                } else {
                    String body = RowTexts.text(row, mapper);
                    digest.add(id, body);
                    after.put(id, body);
                }
            });
            if (after.equals(before)) {
                return "The record of " + place
                        + " is the one that these changes build on: there is nothing to take over";
            }
            mustBeAnEditionOf(before.keySet(), after.keySet(), place);
            plan(plan, before, after);
            return made(plan, digest.text(), after, place, isDry);
        } catch (IOException | SQLException e) {
            throw new CannotStart("The record of " + place + " can't be taken over: " + e);
        }
    }

    /** Guards against the wrong folder. */
    private static void mustBeAnEditionOf(Set<String> before, Set<String> after, String place) {
        long gone = before.stream().filter(id -> !after.contains(id)).count();
        if (gone * 2 > before.size()) {
            throw new CannotStart("The record of " + place + " lacks " + gone + " of the " + before.size()
                    + " records that these changes build on: more than half, so it is taken for another record");
        }
    }

    private void plan(Plan plan, Map<String, String> before, Map<String, String> after) throws SQLException {
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        Map<String, History.Last> now;
        try (Connection connection = database.getConnection()) {
            now = history.last(connection, ids);
        }
        for (String id : ids) {
            plan(plan, id, row(before.get(id)), row(after.get(id)), now.get(id));
        }
    }

    private Map<String, Object> row(String body) {
        return RowTexts.row(body, mapper);
    }

    private void plan(Plan plan, String id, Map<String, Object> before, Map<String, Object> after, History.Last last) {
        Map<String, Object> now = last == null ? null : row(last.body());
        if (Objects.equals(now, after)) {
            return;
        }
        if (last == null) {
            plan.created++;
            add(plan, id, kind(id), null, without(after));
        } else if (now == null) {
            if (after != null) {
                plan.conflicts.add(id + (before == null ? " is new" : " was edited")
                        + " in the seed, and was retracted here by change " + last.change() + ": it stays retracted");
            }
        } else if (after == null) {
            if (now.equals(before)) {
                plan.retracted++;
                add(plan, id, Asked.RETRACT, last.change(), Map.of());
            } else {
                plan.conflicts.add(id + " was removed from the seed, and was edited here by change " + last.change()
                        + ": it stays");
            }
        } else if (now.containsKey(RecordRows.MERGED_INTO)
                && (before == null || !before.containsKey(RecordRows.MERGED_INTO))) {
            plan.conflicts.add(id + " was edited in the seed, and was merged here into "
                    + RecordKind.of(id).orElseThrow().id((String) now.get(RecordRows.MERGED_INTO)) + " by change "
                    + last.change() + ": it stays as it was when it was merged");
        } else {
            merge(plan, id, before == null ? Map.of() : before, after, now, last.change());
        }
    }

    /** Key by key. */
    private void merge(
            Plan plan,
            String id,
            Map<String, Object> before,
            Map<String, Object> after,
            Map<String, Object> now,
            long change) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        for (String key : all) {
            Object old = before.get(key);
            Object given = after.get(key);
            Object own = now.get(key);
            if (Objects.equals(old, given) || Objects.equals(own, given)) {
                continue;
            }
            if (Objects.equals(own, old)) {
                keys.put(key, given);
            } else {
                plan.conflicts.add(key + " of " + id + " is " + text(given) + " in the seed, and " + text(own)
                        + " here, where change " + change + " was the last: it stays");
            }
        }
        if (!keys.isEmpty()) {
            plan.corrected++;
            Object into = keys.getOrDefault(RecordRows.MERGED_INTO, now.get(RecordRows.MERGED_INTO));
            String member =
                    into != null ? Asked.MERGE : now.containsKey(RecordRows.MERGED_INTO) ? Asked.UNMERGE : kind(id);
            add(plan, id, member, change, keys);
        }
    }

    private String text(Object value) {
        if (value == null) {
            return "left out";
        }
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("A value could not be written", e);
        }
    }

    private static String kind(String id) {
        return RecordKind.of(id).orElseThrow().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> without(Map<String, Object> row) {
        Map<String, Object> keys = new LinkedHashMap<>(row);
        keys.remove("id");
        return keys;
    }

    private static void add(Plan plan, String id, String member, Long expect, Map<String, Object> keys) {
        int place = plan.edits.size();
        plan.edits.put(id, new Asked(place, List.of(id), member, id, expect, keys));
    }

    private String made(Plan plan, String digest, Map<String, String> base, String place, boolean isDry) {
        while (true) {
            String summary = "Took over a new edition of the record: " + plan.counts();
            ChangePayload payload;
            try {
                payload = changer.makeForNobody(
                        new Changer.Request(ChangeKind.REBASE, BY, summary, null, digest, isDry, null, base),
                        List.copyOf(plan.edits.values()));
            } catch (RequestError e) {
                throw new CannotStart("The record of " + place + " can't be taken over: " + e.getMessage());
            }
            if (payload.userErrors().isEmpty()) {
                return told(plan, place, payload.change());
            }
            if (!leaves(plan, payload.userErrors())) {
                throw new CannotStart(
                        "The record of " + place + " can't be taken over, since it does not go with the changes"
                                + " made here. Mend the seed or the record:"
                                + lines(payload.userErrors().stream()
                                        .map(UserError::message)
                                        .toList()));
            }
        }
    }

    /** Leaves records in the graph that others refer to. Returns false if there are errors of other kinds, or no such record. */
    private static boolean leaves(Plan plan, List<UserError> errors) {
        boolean isAny = false;
        for (UserError error : errors) {
            if (error.code() != UserErrorCode.IN_USE
                    || error.id() == null
                    || !plan.edits.containsKey(error.id())
                    || !plan.edits.get(error.id()).member().equals(Asked.RETRACT)) {
                return false;
            }
        }
        for (UserError error : errors) {
            if (plan.edits.remove(error.id()) != null) {
                isAny = true;
                plan.retracted--;
                plan.conflicts.add(error.message() + ", and was removed from the seed: it stays");
            }
        }
        return isAny;
    }

    private static String told(Plan plan, String place, Change change) {
        String conflicts = plan.conflicts.isEmpty()
                ? "No conflict."
                : plan.conflicts.size()
                        + (plan.conflicts.size() == 1 ? " conflict:" : " conflicts:")
                        + lines(plan.conflicts);
        return (change == null ? "Would take over the record of " : "Took over the record of ") + place
                + (change == null ? ": " : " by change " + change.number() + ": ") + plan.counts() + ". " + conflicts;
    }

    private static String lines(List<String> sentences) {
        return sentences.stream().limit(MOST).map(each -> "\n  " + each).collect(Collectors.joining())
                + (sentences.size() > MOST ? "\n  and " + (sentences.size() - MOST) + " more" : "");
    }
}
