package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.parley.graph.Operation;
import org.parley.graph.RecordKind;
import org.parley.graph.RequestError;
import org.parley.graph.Sha256;
import org.parley.journal.JournalEdit;
import org.parley.limit.OperationLimits;
import org.parley.record.Edition;
import org.parley.record.LoadedSeed;
import org.parley.record.RecordChanges;
import org.parley.record.Seeder;
import org.parley.store.CannotStart;
import org.parley.store.ReadTransaction;
import org.parley.store.Store;

/**
 * Makes changes, one at a time: merges the edits into the rows of their records, judges those by the rules of a seed, writes all of it in
 * one transaction, and has the journal keep it before it is committed. Who may ask for one is checked by {@link ChangeRequests}.
 * Thread-safe.
 */
@ApplicationScoped
class Changer {
    private static final Logger LOG = Logger.getLogger(Changer.class);

    /** The longest row, in characters of its JSON. */
    static final int LONGEST_ROW = 200_000;

    /** How long a change waits for others, in milliseconds. */
    private static final long PATIENCE = 5000;

    /** How long the transaction of a change may take, in seconds: it must not end before the operation's own time. */
    private static final int LONGEST = 3600;

    private final Settling settling;
    private final OperationLimits limits;
    private final AgroalDataSource database;
    private final Store store;
    private final RecordChanges records;
    private final Seeder seeder;
    private final Edition edition;
    private final History history;
    private final Proposals proposals;
    private final Journals journals;
    private final ChangeMetrics metrics;
    private final ObjectMapper mapper;
    private volatile boolean isHalted;

    Changer(
            OperationLimits limits,
            AgroalDataSource database,
            Store store,
            RecordChanges records,
            Seeder seeder,
            Edition edition,
            History history,
            Proposals proposals,
            Journals journals,
            Settling settling,
            ChangeMetrics metrics,
            ObjectMapper mapper) {
        this.metrics = metrics;
        this.settling = settling;
        this.limits = limits;
        this.database = database;
        this.store = store;
        this.records = records;
        this.seeder = seeder;
        this.edition = edition;
        this.history = history;
        this.proposals = proposals;
        this.journals = journals;
        this.mapper = mapper;
    }

    private <T> T alone(Supplier<T> work) {
        ReentrantLock changing = settling.changing();
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

    /**
     * What is asked for.
     *
     * @param kind     what it becomes if it is made
     * @param by       the name of who asks
     * @param summary  of a rejection: the reason
     * @param key      the client's; null if it gave none
     * @param hash     the SHA-256 of what the client has sent; null if it gave no key
     * @param proposal the number of the proposal that it decides on; null if it decides on none
     * @param base     the rows of the base that it takes over, by the ids of their records; null if it takes none over
     */
    record Request(
            ChangeKind kind,
            String by,
            String summary,
            String key,
            String hash,
            boolean isDry,
            Long proposal,
            Map<String, String> base) {
        Request(ChangeKind kind, String by, String summary, String key, String hash, boolean isDry, Long proposal) {
            this(kind, by, summary, key, hash, isDry, proposal, null);
        }
    }

    /** Finds the edits of a request. */
    interface Edits {
        /** @throws Answered if the request is answered without a change */
        List<Asked> read(Connection connection) throws SQLException;
    }

    /** Ends a transaction that is not to be committed, since it is answered without a change. */
    static final class Answered extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ChangePayload payload;

        Answered(ChangePayload payload) {
            super(null, null, false, false);
            this.payload = payload;
        }

        /** @param errors why nothing is written */
        static Answered by(List<UserError> errors) {
            return new Answered(new ChangePayload(null, List.of(), false, errors));
        }
    }

    /**
     * Makes a change, a proposal or a rejection, or nothing if there is an error in it.
     *
     * @return for a proposal or a rejection, the change is the row of the history with its number
     * @throws ChangeFailure if it can't be made for another reason
     */
    ChangePayload make(Request request, Edits edits) {
        limits.beginChange(Operation.current());
        // Who waits for another change must keep no connection from it.
        ReadTransaction.current().renew();
        long began = System.nanoTime();
        ChangePayload made;
        try {
            made = alone(() -> attempt(request, edits));
        } catch (RequestError e) {
            metrics.failed(e);
            throw e;
        }
        metrics.answered(made, began);
        // What is asked of the answer is read after the change.
        ReadTransaction.current().renew();
        return made;
    }

    /** The same for a request of nobody's: one of the command line. */
    ChangePayload makeForNobody(Request request, List<Asked> edits) {
        return alone(() -> attempt(request, connection -> edits));
    }

    /** What edits would do now, and what is wrong with them. Reads by the given connection and writes nothing. */
    ChangePayload assess(Connection connection, List<Asked> edits, Edition.Served now) throws SQLException {
        Drafted drafted = draft(connection, edits, now);
        List<Revision> revisions = drafted.draft.revisions(drafted.judged, 0);
        return new ChangePayload(null, revisions, false, drafted.draft.errors);
    }

    private record Drafted(Draft draft, RecordChanges.Judgement judged) {}

    private Drafted draft(Connection connection, List<Asked> edits, Edition.Served now) throws SQLException {
        List<String> ids = edits.stream().map(Asked::id).distinct().toList();
        Draft draft = new Draft(edits, now.change(), history.last(connection, ids), mapper);
        draft.merge(history.at(connection, draft.older()));
        draft.carries(carry(connection, draft.rows, now));
        RecordChanges.Judgement judged = records.judge(connection, draft.rows, now.merged());
        draft.tell(judged);
        return new Drafted(draft, judged);
    }

    /** Adds the rows that have to be read again because of those of a change: see {@link Carried#by}. */
    private Map<String, String> carry(Connection connection, Map<String, Map<String, Object>> rows, Edition.Served now)
            throws SQLException {
        Map<String, String> carried = Carried.by(connection, rows, now.merged());
        if (!carried.isEmpty()) {
            history.last(connection, carried.keySet()).forEach((id, last) -> {
                // What was retracted names nothing.
                if (last.body() != null) {
                    rows.put(id, RowTexts.row(last.body(), mapper));
                }
            });
        }
        return carried;
    }

    private ChangePayload attempt(Request request, Edits edits) {
        if (!request.isDry) {
            settling.changesBegin();
        }
        String base = history.ready();
        Edition.Replacement replacement = edition.replacement();
        Written[] written = new Written[1];
        boolean[] isKept = new boolean[1];
        try (replacement) {
            ChangePayload made = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST)
                    .call(() -> {
                        try (Connection connection = database.getConnection()) {
                            Edition.Served now = LoadedSeed.in(database).served();
                            if (request.key != null && !request.isDry) {
                                mustBeNew(connection, request);
                            }
                            Drafted drafted = draft(connection, edits.read(connection), now);
                            Draft draft = drafted.draft;
                            long number = now.change() + 1;
                            List<Revision> revisions = draft.revisions(drafted.judged, request.isDry ? 0 : number);
                            if (!draft.errors.isEmpty()) {
                                throw Answered.by(draft.errors);
                            }
                            if (request.isDry) {
                                throw new Answered(new ChangePayload(null, revisions, false, List.of()));
                            }
                            boolean isEdit = request.kind.changesRecord();
                            History.Made change = new History.Made(
                                    number,
                                    journals.moment(Instant.now()),
                                    request.by,
                                    request.kind,
                                    request.summary,
                                    request.key,
                                    request.hash,
                                    request.proposal,
                                    digest(number == 1 ? base : now.digest(), number, isEdit ? revisions : List.of()));
                            List<JournalEdit> kept = isEdit
                                    ? revisions.stream()
                                            .map(each -> new JournalEdit(
                                                    each.getId(),
                                                    each.getAction().name(),
                                                    each.getRow()))
                                            .toList()
                                    : draft.asked.values().stream()
                                            .map(each -> new JournalEdit(
                                                    each.id(),
                                                    each.action().name(),
                                                    RowTexts.text(each.given(), mapper)))
                                            .toList();
                            written[0] = write(connection, now, base, drafted.judged, change, revisions);
                            note(connection, change, kept);
                            if (request.base != null) {
                                journals.takeOver(connection, request.hash, request.base);
                            }
                            // From here on it is not stopped: what the journal has must be answered.
                            Operation.current().decide();
                            journals.keep(change, kept, base);
                            isKept[0] = true;
                            replacement.commits();
                            return new ChangePayload(
                                    new Change(number, change.at(), request.by, request.summary, change.digest()),
                                    revisions,
                                    false,
                                    List.of());
                        }
                    });
            if (written[0] != null) {
                replacement.isDone(written[0].next, written[0].changed);
            }
            return made;
        } catch (Answered e) {
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

    /** Writes what is proposed, or decided on. */
    private void note(Connection connection, History.Made change, List<JournalEdit> edits) throws SQLException {
        if (change.kind() == ChangeKind.PROPOSE) {
            proposals.add(connection, change.number(), edits);
        }
        if (change.proposal() != null) {
            boolean isAccepted = change.kind() == ChangeKind.EDIT;
            proposals.decide(
                    connection,
                    change.proposal(),
                    change.at(),
                    change.by(),
                    isAccepted ? null : change.summary(),
                    isAccepted ? change.number() : 0);
        }
    }

    /** @throws Answered if a request with its key was made before */
    private void mustBeNew(Connection connection, Request request) throws SQLException {
        History.Known known = history.known(connection, request.by, request.key);
        if (known == null) {
            return;
        }
        if (!known.request().equals(request.hash)) {
            throw Answered.by(List.of(new UserError(
                    "idempotencyKey was given with another request, which became number " + known.number(),
                    UserErrorCode.KEY_REUSED,
                    List.of("idempotencyKey"),
                    null)));
        }
        throw new Answered(history.made(connection, known.number()));
    }

    /** @param changed see {@link RecordChanges#write} */
    private record Written(Edition.Served next, Set<String> changed) {}

    /** Writes the history, and the rows if the change is an edit; one transaction, which the caller commits. */
    private Written write(
            Connection connection,
            Edition.Served now,
            String base,
            RecordChanges.Judgement judged,
            History.Made change,
            List<Revision> revisions)
            throws SQLException {
        boolean isEdit = change.kind().changesRecord();
        history.add(connection, List.of(change), isEdit ? revisions : List.of());
        Set<String> changed = Set.of();
        if (isEdit && !revisions.isEmpty()) {
            changed = records.write(judged);
            Map<String, Long> numbers = new LinkedHashMap<>();
            revisions.forEach(each -> numbers.put(each.getId(), change.number()));
            history.refer(connection, numbers, judged);
        }
        Edition.Served next = isEdit
                ? after(now, change.digest(), change.number(), judged.grown(), judged.merged())
                : after(now, change.digest(), change.number(), Map.of(), now.merged());
        seeder.hasChanged(connection, next, base);
        return new Written(next, changed);
    }

    private static Edition.Served after(
            Edition.Served now,
            String digest,
            long number,
            Map<RecordKind, Integer> grown,
            Map<String, String> merged) {
        Map<RecordKind, Integer> counts = new HashMap<>(now.counts());
        grown.forEach((kind, more) -> counts.merge(kind, more, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return new Edition.Served(
                digest,
                now.place(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts,
                now.loadedAt(),
                number,
                merged);
    }

    /**
     * Tells the record after a change from every other: the SHA-256 of the one before, and of what the change did.
     *
     * @param before the digest before; the base for the first change
     */
    static String digest(String before, long number, List<Revision> revisions) {
        StringBuilder text = new StringBuilder(before).append('\n').append(number);
        revisions.forEach(each -> text.append('\n')
                .append(each.getId())
                .append(' ')
                .append(each.getAction())
                .append(' ')
                .append(each.rowSum() == null ? "" : each.rowSum()));
        return Sha256.of(text.toString());
    }

    /**
     * A line of the journal.
     *
     * @param change    its digest is null
     * @param revisions empty if it changes no record
     * @param proposed  the edits that it proposes; empty if it proposes none
     */
    record Kept(History.Made change, List<Revision> revisions, List<JournalEdit> proposed) {}

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
     * Adds the history to a record that was loaded as the last change left it. For a start.
     *
     * @param seed    the folder that it was loaded from
     * @param place   where it is said to be from
     * @param kept    all changes, from the first
     * @param digests of each
     */
    void addHistory(Path seed, Path place, List<Kept> kept, List<String> digests, String base) {
        store.changesBegin();
        QuarkusTransaction.requiringNew().timeout(24 * LONGEST).run(() -> {
            try (Connection connection = database.getConnection()) {
                Edition.Served now = LoadedSeed.in(database).served();
                Map<String, Long> numbers = new LinkedHashMap<>();
                List<History.Made> changes = new ArrayList<>();
                List<Revision> revisions = new ArrayList<>();
                collect(kept, digests, changes, revisions);
                revisions.forEach(each -> {
                    if (each.getRow() == null) {
                        numbers.remove(each.getId());
                    } else {
                        numbers.put(each.getId(), each.change());
                    }
                });
                history.begin(connection, base, seed);
                history.add(connection, changes, revisions);
                history.touch(connection, numbers, records.owners(connection, numbers.keySet()));
                for (int i = 0; i < kept.size(); i++) {
                    note(connection, changes.get(i), kept.get(i).proposed);
                }
                History.Made last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
                seeder.hasChanged(
                        connection,
                        last == null ? now : after(now, last.digest(), last.number(), Map.of(), now.merged()),
                        base);
                seeder.isFrom(connection, place);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The history could not be added", e);
            }
        });
    }

    /** The changes with their digests, and what they did, in their order. */
    private static void collect(
            List<Kept> kept, List<String> digests, List<History.Made> changes, List<Revision> revisions) {
        for (int i = 0; i < kept.size(); i++) {
            changes.add(kept.get(i).change.withDigest(digests.get(i)));
            revisions.addAll(kept.get(i).revisions);
        }
    }

    /**
     * Makes changes that were made before: the rows of each record as the last of them left it, and the history of all. For a start.
     *
     * @param kept    each follows the one before, the first the record in the database
     * @param digests of each
     * @throws CannotStart if a row breaks a rule
     */
    void makeAgain(List<Kept> kept, List<String> digests, String base) {
        store.changesBegin();
        QuarkusTransaction.requiringNew().timeout(24 * LONGEST).run(() -> {
            try (Connection connection = database.getConnection()) {
                Edition.Served now = LoadedSeed.in(database).served();
                Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
                Map<String, Long> numbers = new LinkedHashMap<>();
                List<History.Made> changes = new ArrayList<>();
                List<Revision> revisions = new ArrayList<>();
                collect(kept, digests, changes, revisions);
                revisions.forEach(each -> {
                    rows.put(each.getId(), RowTexts.row(each.getRow(), mapper));
                    numbers.put(each.getId(), each.change());
                });
                carry(connection, rows, now);
                RecordChanges.Judgement judged = records.judge(connection, rows, now.merged());
                if (!judged.faults().isEmpty()) {
                    throw new CannotStart("The journal has a row that breaks a rule of this Parley: "
                            + judged.faults().values().iterator().next().get(0));
                }
                // There may be nothing but proposals.
                if (!rows.isEmpty()) {
                    records.write(judged);
                }
                history.add(connection, changes, revisions);
                history.refer(connection, numbers, judged);
                for (int i = 0; i < kept.size(); i++) {
                    note(connection, changes.get(i), kept.get(i).proposed);
                }
                History.Made last = changes.get(changes.size() - 1);
                seeder.hasChanged(
                        connection, after(now, last.digest(), last.number(), judged.grown(), judged.merged()), base);
            } catch (SQLException e) {
                throw new IllegalStateException("The changes of the journal could not be made again", e);
            }
        });
    }
}
