package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.curator.Curator;
import org.parley.curator.CuratorRole;
import org.parley.curator.Curators;
import org.parley.graph.Characters;
import org.parley.graph.Operation;
import org.parley.graph.RecordKind;
import org.parley.graph.Sha256;
import org.parley.record.Edition;
import org.parley.record.Fault;
import org.parley.record.LoadedSeed;
import org.parley.record.RecordChanges;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.ReadTransaction;
import org.parley.store.Store;

/**
 * Makes changes, one at a time: checks who asks, merges the edits into the rows of their records, judges those by the rules of a seed,
 * writes all of it in one transaction, and has the journal keep it before it is committed. Thread-safe.
 */
@ApplicationScoped
class Changer {
    private static final Logger LOG = Logger.getLogger(Changer.class);

    /** How many edits a change may have. */
    static final int MOST = 100;

    /** In characters. */
    static final int LONGEST_SUMMARY = 500;

    /** In characters. */
    static final int LONGEST_KEY = 200;

    /** The longest row, in characters of its JSON. */
    static final int LONGEST_ROW = 200_000;

    /** How long a change waits for others, in milliseconds. */
    private static final long PATIENCE = 5000;

    /** How long the transaction of a change may take, in seconds: it must not end before the operation's own time. */
    private static final int LONGEST = 3600;

    private final ReentrantLock changing = new ReentrantLock(true);
    private final Curators curators;
    private final AgroalDataSource database;
    private final Store store;
    private final RecordChanges records;
    private final Seeder seeder;
    private final Edition edition;
    private final History history;
    private final Journals journals;
    private final ObjectMapper mapper;
    private volatile boolean isHalted;

    Changer(
            Curators curators,
            AgroalDataSource database,
            Store store,
            RecordChanges records,
            Seeder seeder,
            Edition edition,
            History history,
            Journals journals,
            ObjectMapper mapper) {
        this.curators = curators;
        this.database = database;
        this.store = store;
        this.records = records;
        this.seeder = seeder;
        this.edition = edition;
        this.history = history;
        this.journals = journals;
        this.mapper = mapper;
    }

    /** Whether the request has the token of a curator. */
    boolean isCurator() {
        return Curator.current() != null;
    }

    /** @throws ChangeFailure if the request has no token of a curator */
    void mustBeCurator() {
        if (!isCurator()) {
            throw ChangeFailure.unauthenticated();
        }
    }

    private Curator must(CuratorRole role) {
        if (!curators.isOn()) {
            throw ChangeFailure.off();
        }
        Curator curator = Curator.current();
        if (curator == null) {
            throw ChangeFailure.unauthenticated();
        }
        if (!curator.role().includes(role)) {
            throw ChangeFailure.forbidden(curator.role(), role);
        }
        return curator;
    }

    /** See the field {@code change} of the mutation. */
    ChangePayload change(List<Edit> edits, String summary, String key, boolean isDry) {
        Curator by = must(isDry ? CuratorRole.PROPOSER : CuratorRole.EDITOR);
        List<UserError> errors = new ArrayList<>();
        check("summary", summary, LONGEST_SUMMARY, errors);
        if (key != null) {
            check("idempotencyKey", key, LONGEST_KEY, errors);
        }
        if (edits.isEmpty() || edits.size() > MOST) {
            errors.add(new UserError(
                    "edits must hold 1 to " + MOST + " edits, not " + edits.size(),
                    edits.isEmpty() ? UserErrorCode.INVALID : UserErrorCode.TOO_LARGE,
                    List.of("edits"),
                    null));
        }
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            asked.add(Asked.of(i, plain(edits.get(i).given())));
        }
        // The order of the members of a Map.of is another one in each process.
        String request = Sha256.of(summary
                + '\n'
                + RowTexts.text(Map.of("edits", edits.stream().map(Edit::given).toList()), mapper));
        ChangePayload made = alone(() -> attempt(asked, by.name(), summary, key, request, isDry));
        // What is asked of the answer is read after the change.
        ReadTransaction.current().renew();
        return made;
    }

    private static void check(String argument, String value, int longest, List<UserError> errors) {
        if (Characters.areInvisible(value) || value.length() > longest) {
            errors.add(new UserError(
                    argument + " must be a text that is not blank and has at most " + longest + " characters, not "
                            + value.length(),
                    value.length() > longest ? UserErrorCode.TOO_LARGE : UserErrorCode.INVALID,
                    List.of(argument),
                    null));
        }
    }

    /** The same with numbers of the types that JSON gives. */
    private Map<String, Object> plain(Map<String, Object> given) {
        return RowTexts.row(RowTexts.text(given, mapper), mapper);
    }

    private static ChangePayload refused(List<UserError> errors) {
        return new ChangePayload(null, List.of(), false, errors);
    }

    private <T> T alone(Supplier<T> work) {
        try {
            long patience = Math.min(PATIENCE, Math.max(0, Operation.current().timeLeft()));
            if (!changing.tryLock(patience, TimeUnit.MILLISECONDS)) {
                throw ChangeFailure.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChangeFailure.busy();
        }
        try {
            if (isHalted) {
                throw ChangeFailure.halted();
            }
            return store.alone(database, work);
        } finally {
            changing.unlock();
        }
    }

    /** What a change would write. */
    private final class Draft {
        final List<UserError> errors = new ArrayList<>();
        final Map<String, Asked> asked = new LinkedHashMap<>();
        final Map<String, History.Last> last;
        final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        final Map<String, EditAction> actions = new HashMap<>();
        final long current;

        Draft(List<Asked> edits, long current, Map<String, History.Last> last) {
            this.current = current;
            this.last = last;
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
            put(edit, EditAction.CORRECT, edit.in(row));
        }

        private void stale(Asked edit, History.Last now, String key) {
            error(
                    edit,
                    UserErrorCode.STALE,
                    (key.equals("id") ? edit.id() : key + " of " + edit.id()) + " has changed since change "
                            + edit.expect() + ", the last time by change " + now.change()
                            + ": look at what it is now, and send the edit with expect: " + now.change(),
                    key);
        }

        private void put(Asked edit, EditAction action, Map<String, Object> row) {
            rows.put(edit.id(), row);
            actions.put(edit.id(), action);
            if (row != null && RowTexts.text(row, mapper).length() > LONGEST_ROW) {
                error(
                        edit,
                        UserErrorCode.TOO_LARGE,
                        "the row of " + edit.id() + " must have at most " + LONGEST_ROW + " characters as JSON");
            }
        }

        void tell(RecordChanges.Judgement judged) {
            judged.faults().forEach((id, faults) -> {
                Asked edit = asked.get(id);
                for (Fault fault : faults) {
                    errors.add(new UserError(
                            fault.toString(),
                            UserErrorCode.of(fault.code()),
                            edit.path(
                                    edit.isOfWhole()
                                            ? new Object[] {"id"}
                                            : fault.path().toArray()),
                            fault.id() == null ? id : fault.id()));
                }
            });
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
                if (actions.get(id) == EditAction.CORRECT
                        && RowTexts.differences(before, after, mapper).isEmpty()) {
                    error(edit, UserErrorCode.NOTHING_CHANGED, edit.id() + " is like that already");
                }
                revisions.add(new Revision(id, number, actions.get(id), after, before));
            });
            return revisions;
        }
    }

    /** Ends a transaction that is not to be committed, since it is answered without a change. */
    private static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ChangePayload payload;

        Unwritten(ChangePayload payload) {
            super(null, null, false, false);
            this.payload = payload;
        }
    }

    private ChangePayload attempt(
            List<Asked> asked, String by, String summary, String key, String request, boolean isDry) {
        String base = history.ready();
        Edition.Replacement replacement = edition.replacement();
        Edition.Served[] next = new Edition.Served[1];
        boolean[] isKept = new boolean[1];
        try (replacement) {
            ChangePayload made = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST)
                    .call(() -> {
                        try (Connection connection = database.getConnection()) {
                            Edition.Served now = LoadedSeed.in(database).served();
                            ChangePayload known = key == null || isDry ? null : known(connection, by, key, request);
                            if (known != null) {
                                throw new Unwritten(known);
                            }
                            List<String> ids =
                                    asked.stream().map(Asked::id).distinct().toList();
                            Draft draft = new Draft(asked, now.change(), history.last(connection, ids));
                            draft.merge(history.at(connection, draft.older()));
                            RecordChanges.Judgement judged = records.judge(draft.rows);
                            draft.tell(judged);
                            long number = now.change() + 1;
                            List<Revision> revisions = draft.revisions(judged, isDry ? 0 : number);
                            if (!draft.errors.isEmpty() || isDry) {
                                throw new Unwritten(
                                        draft.errors.isEmpty()
                                                ? new ChangePayload(null, revisions, false, List.of())
                                                : refused(draft.errors));
                            }
                            History.Made change = new History.Made(
                                    number,
                                    journals.moment(Instant.now()),
                                    by,
                                    summary,
                                    key,
                                    request,
                                    digest(number == 1 ? base : now.digest(), number, revisions));
                            next[0] = write(connection, now, base, judged, change, revisions);
                            // From here on it is not stopped: what the journal has must be answered.
                            Operation.current().decide();
                            journals.keep(change, revisions, base);
                            isKept[0] = true;
                            replacement.commits();
                            return new ChangePayload(
                                    new Change(number, change.at(), by, summary, change.digest()),
                                    revisions,
                                    false,
                                    List.of());
                        }
                    });
            if (next[0] != null) {
                replacement.isDone(next[0]);
            }
            return made;
        } catch (Unwritten e) {
            return e.payload;
        } catch (RuntimeException e) {
            if (isKept[0]) {
                isHalted = true;
                LOG.error(
                        "A change is in the journal, and could not be committed. No further change is made until Parley is started again",
                        e);
                throw ChangeFailure.halted();
            }
            throw e;
        }
    }

    /** The answer to a request that was made before; null if its key is new. */
    private ChangePayload known(Connection connection, String by, String key, String request) throws SQLException {
        History.Known known = history.known(connection, by, key);
        if (known == null) {
            return null;
        }
        if (!known.request().equals(request)) {
            return refused(List.of(new UserError(
                    "idempotencyKey was given with other edits, which became change " + known.number(),
                    UserErrorCode.KEY_REUSED,
                    List.of("idempotencyKey"),
                    null)));
        }
        return history.made(connection, known.number());
    }

    /** Writes the rows and their history; one transaction, which the caller commits. */
    private Edition.Served write(
            Connection connection,
            Edition.Served now,
            String base,
            RecordChanges.Judgement judged,
            History.Made change,
            List<Revision> revisions)
            throws SQLException {
        records.write(judged);
        history.add(connection, List.of(change), revisions);
        Map<String, Long> numbers = new LinkedHashMap<>();
        revisions.forEach(each -> numbers.put(each.getId(), change.number()));
        history.refer(connection, numbers, judged);
        Edition.Served next = after(now, change.digest(), change.number(), judged.grown());
        seeder.hasChanged(connection, next, base);
        return next;
    }

    private static Edition.Served after(
            Edition.Served now, String digest, long number, Map<RecordKind, Integer> grown) {
        Map<RecordKind, Integer> counts = new HashMap<>(now.counts());
        grown.forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return new Edition.Served(
                digest,
                now.place(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts,
                now.loadedAt(),
                number);
    }

    /**
     * Tells the record after a change from every other: the SHA-256 of the one before, and of what the change did.
     *
     * @param before the digest before; the base for the first change
     */
    private static String digest(String before, long number, List<Revision> revisions) {
        StringBuilder text = new StringBuilder(before).append('\n').append(number);
        revisions.forEach(each -> text.append('\n')
                .append(each.getId())
                .append(' ')
                .append(each.getAction())
                .append(' ')
                .append(each.getRow() == null ? "" : each.getRow()));
        return Sha256.of(text.toString());
    }

    /** A change of the journal; its digest is null. */
    record Kept(History.Made change, List<Revision> revisions) {}

    /**
     * The digest of the record after each change of a journal.
     *
     * @param kept all changes, from the first
     */
    static List<String> digests(List<Kept> kept, String base) {
        List<String> digests = new ArrayList<>();
        String before = base;
        for (Kept each : kept) {
            before = digest(before, each.change.number(), each.revisions);
            digests.add(before);
        }
        return digests;
    }

    /**
     * Makes changes that were made before: the rows of each record as the last of them left it, and the history of all. For a start.
     *
     * @param kept    each follows the one before, the first the record in the database
     * @param digests of each
     * @throws CannotStart if a row breaks a rule
     */
    void makeAgain(List<Kept> kept, List<String> digests, String base) {
        QuarkusTransaction.requiringNew().timeout(24 * LONGEST).run(() -> {
            try (Connection connection = database.getConnection()) {
                Edition.Served now = LoadedSeed.in(database).served();
                Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
                Map<String, Long> numbers = new LinkedHashMap<>();
                List<History.Made> changes = new ArrayList<>();
                List<Revision> revisions = new ArrayList<>();
                for (int i = 0; i < kept.size(); i++) {
                    History.Made made = kept.get(i).change.withDigest(digests.get(i));
                    changes.add(made);
                    for (Revision revision : kept.get(i).revisions) {
                        rows.put(revision.getId(), RowTexts.row(revision.getRow(), mapper));
                        numbers.put(revision.getId(), made.number());
                        revisions.add(revision);
                    }
                }
                RecordChanges.Judgement judged = records.judge(rows);
                if (!judged.faults().isEmpty()) {
                    throw new CannotStart("The journal has a row that breaks a rule of this Parley: "
                            + judged.faults().values().iterator().next().get(0));
                }
                records.write(judged);
                history.add(connection, changes, revisions);
                history.refer(connection, numbers, judged);
                History.Made last = changes.get(changes.size() - 1);
                seeder.hasChanged(connection, after(now, last.digest(), last.number(), judged.grown()), base);
            } catch (SQLException e) {
                throw new IllegalStateException("The changes of the journal could not be made again", e);
            }
        });
    }
}
