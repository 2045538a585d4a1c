package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.graph.RecordKind;
import org.parley.record.Fault;
import org.parley.record.RecordChanges;
import org.parley.record.RecordRows;

/** What a change would write: edits merged into the rows of their records. For one use by one thread. */
final class Draft {
    final List<UserError> errors = new ArrayList<>();
    final Map<String, Asked> asked = new LinkedHashMap<>();
    final Map<String, History.Last> last;
    final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    final Map<String, EditAction> actions = new HashMap<>();
    private final Map<String, String> carried = new HashMap<>();
    private final long current;
    private final ObjectMapper mapper;

    /**
     * @param edits   in their order
     * @param current the number of the last change
     * @param last    the last revision of each record that is edited
     */
    Draft(List<Asked> edits, long current, Map<String, History.Last> last, ObjectMapper mapper) {
        this.current = current;
        this.last = last;
        this.mapper = mapper;
        for (Asked edit : edits) {
            if (asked.putIfAbsent(edit.id(), edit) != null) {
                error(
                        edit,
                        UserErrorCode.DUPLICATE,
                        edit.id() + " must be edited once in a change, and edit "
                                + asked.get(edit.id()).place() + " is of it, too",
                        "id");
            }
        }
    }

    void error(Asked edit, UserErrorCode code, String sentence, Object... path) {
        errors.add(new UserError(sentence, code, edit.path(path), edit.id()));
    }

    /** The changes whose rows are needed to tell what has changed since, by the ids of their records. */
    Map<String, Long> older() {
        Map<String, Long> older = new HashMap<>();
        asked.forEach((id, edit) -> {
            History.Last now = last.get(id);
            if (now != null && edit.expect() != null && edit.expect() >= 0 && edit.expect() < now.change()) {
                older.put(id, edit.expect());
            }
            if (now != null && edit.member().equals(Asked.RESTORE)) {
                older.put(id, now.change() - 1);
            }
        });
        return older;
    }

    /** @param before the rows of {@link #older} */
    void merge(Map<String, String> before) {
        asked.values().forEach(edit -> {
            if (edit.expect() != null && (edit.expect() < 0 || edit.expect() > current)) {
                error(
                        edit,
                        UserErrorCode.INVALID,
                        "expect must be the number of a change, 0 to " + current + ", not " + edit.expect(),
                        "expect");
            } else {
                merge(edit, last.get(edit.id()), before.get(edit.id()));
            }
        });
    }

    private void merge(Asked edit, History.Last now, String before) {
        boolean isGone = now != null && now.body() == null;
        if (edit.expect() == null) {
            if (now != null) {
                error(
                        edit,
                        UserErrorCode.NOT_NEW,
                        isGone
                                ? edit.id() + " was retracted by change " + now.change()
                                        + ": restore it, or take another id"
                                : edit.id()
                                        + " is taken: to correct it, give expect, the number of its last change, "
                                        + now.change(),
                        "id");
            } else {
                put(edit, EditAction.CREATE, edit.in(Map.of()));
            }
        } else if (now == null) {
            error(
                    edit,
                    UserErrorCode.NOT_FOUND,
                    edit.id() + " does not exist, or is a part of another record"
                            + (edit.isOfWhole() ? "" : ": leave expect out for a new record"),
                    "id");
        } else if (edit.member().equals(Asked.RESTORE)) {
            restore(edit, now, isGone, before);
        } else if (isGone) {
            error(
                    edit,
                    UserErrorCode.NOT_FOUND,
                    edit.id() + " was retracted by change " + now.change() + ": restore it first",
                    "id");
        } else if (!edit.isOfMerge()
                && RowTexts.row(now.body(), mapper).get(RecordRows.MERGED_INTO) instanceof String into) {
            error(
                    edit,
                    UserErrorCode.NOT_FOUND,
                    edit.id() + " was merged into "
                            + RecordKind.of(edit.id()).orElseThrow().id(into) + " by change " + now.change()
                            + ": edit that one, or unmerge it first",
                    "id");
        } else if (edit.member().equals(Asked.RETRACT)) {
            if (now.change() > edit.expect()) {
                stale(edit, now, "id");
            }
            put(edit, EditAction.RETRACT, null);
        } else {
            correct(edit, now, before);
        }
    }

    private void restore(Asked edit, History.Last now, boolean isGone, String before) {
        if (!isGone) {
            error(edit, UserErrorCode.NOTHING_CHANGED, edit.id() + " is in the graph already", "id");
        } else if (now.change() > edit.expect()) {
            stale(edit, now, "id");
        } else if (before == null) {
            error(
                    edit,
                    UserErrorCode.NOT_FOUND,
                    "the rows of " + edit.id() + " were erased: it can't be restored",
                    "id");
        } else {
            put(edit, EditAction.RESTORE, RowTexts.row(before, mapper));
        }
    }

    private void correct(Asked edit, History.Last now, String before) {
        Map<String, Object> row = RowTexts.row(now.body(), mapper);
        if (now.change() > edit.expect()) {
            Map<String, Object> old = before == null ? null : RowTexts.row(before, mapper);
            edit.keys().keySet().forEach(key -> {
                if (old == null || !Objects.equals(old.get(key), row.get(key))) {
                    stale(edit, now, key);
                }
            });
        }
        put(edit, edit.action(), edit.in(row));
    }

    private void stale(Asked edit, History.Last now, String key) {
        error(
                edit,
                UserErrorCode.STALE,
                (key.equals("id") || edit.isOfMerge() ? edit.id() : key + " of " + edit.id())
                        + " has changed since change "
                        + edit.expect() + ", the last time by change " + now.change()
                        + ": look at what it is now, and send the edit with expect: " + now.change(),
                edit.isOfMerge() ? "id" : key);
    }

    private void put(Asked edit, EditAction action, Map<String, Object> row) {
        rows.put(edit.id(), row);
        actions.put(edit.id(), action);
        if (row != null && RowTexts.text(row, mapper).length() > Changer.LONGEST_ROW) {
            error(
                    edit,
                    UserErrorCode.TOO_LARGE,
                    "the row of " + edit.id() + " must have at most " + Changer.LONGEST_ROW + " characters as JSON");
        }
    }

    /**
     * Notes the records whose rows were added although nobody edits them.
     *
     * @param because by their ids, the id of an edited record because of which each is read again
     */
    void carries(Map<String, String> because) {
        carried.putAll(because);
    }

    void tell(RecordChanges.Judgement judged) {
        judged.faults().forEach((id, faults) -> {
            Asked edit = asked.get(carried.getOrDefault(id, id));
            for (Fault fault : faults) {
                errors.add(new UserError(
                        carried.containsKey(id) ? id + ": " + fault : fault.toString(),
                        UserErrorCode.of(fault.code()),
                        edit.path(path(edit, id, fault)),
                        fault.id() == null ? id : fault.id()));
            }
        });
    }

    private static Object[] path(Asked edit, String id, Fault fault) {
        if (edit.isOfMerge()) {
            return new Object[] {edit.member().equals(Asked.MERGE) ? Asked.INTO : "id"};
        }
        return edit.isOfWhole() || !edit.id().equals(id)
                ? new Object[] {"id"}
                : fault.path().toArray();
    }

    /** @param number of the change; 0 for a dry run */
    List<Revision> revisions(RecordChanges.Judgement judged, long number) {
        List<Revision> revisions = new ArrayList<>();
        asked.forEach((id, edit) -> {
            if (!actions.containsKey(id)) {
                return;
            }
            String before = last.containsKey(id) ? last.get(id).body() : null;
            String after = RowTexts.text(judged.row(id), mapper);
            if (!edit.isOfWhole()
                    && actions.get(id) != EditAction.CREATE
                    && RowTexts.differences(before, after, mapper).isEmpty()) {
                error(edit, UserErrorCode.NOTHING_CHANGED, edit.id() + " is like that already");
            }
            revisions.add(new Revision(id, number, actions.get(id), after, before));
        });
        return revisions;
    }
}
