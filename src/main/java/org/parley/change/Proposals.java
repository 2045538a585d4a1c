package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.journal.JournalEdit;
import org.parley.lists.PageRequest;
import org.parley.store.Sql;

/**
 * The tables {@code proposal} and {@code proposed_edit}. Methods with a connection belong to the caller's transaction, all others read in
 * the current operation. Thread-safe.
 */
@ApplicationScoped
class Proposals {
    private static final String COLUMNS =
            "p.number, c.made_at, c.made_by, c.summary, p.state, p.decided_at, p.decided_by, p.reason, p.change_number";
    private static final String LIST = "proposal";
    private static final Pattern ID = Pattern.compile("(?:" + Proposal.PREFIX + ")?([0-9]{1,18})");

    private final ObjectMapper mapper;

    Proposals(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The number in the id of a proposal; 0 if it is none. */
    static long number(String id) {
        var matcher = ID.matcher(id);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    // --- Writing

    /** Writes a new proposal, which is open. */
    void add(Connection connection, long number, List<JournalEdit> edits) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into proposal (number, state) values (?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, ProposalState.OPEN.name());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into proposed_edit (proposal_number, ordinal, record_id, action, body) values (?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (JournalEdit edit : edits) {
                // What was erased is no longer proposed.
                if (edit.row() == null) {
                    continue;
                }
                insert.setLong(1, number);
                insert.setInt(2, ++ordinal);
                insert.setString(3, edit.id());
                insert.setString(4, edit.action());
                insert.setString(5, edit.row());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Notes a decision.
     *
     * @param reason null if it is accepted
     * @param change the number of the change that it becomes; 0 if it is rejected
     */
    void decide(Connection connection, long number, Instant at, String by, String reason, long change)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update proposal set state = ?, decided_at = ?, decided_by = ?, reason = ?, change_number = ? where number = ?")) {
            update.setString(1, (change == 0 ? ProposalState.REJECTED : ProposalState.ACCEPTED).name());
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setString(3, by);
            update.setString(4, reason);
            update.setObject(5, change == 0 ? null : (Long) change, java.sql.Types.BIGINT);
            update.setLong(6, number);
            update.executeUpdate();
        }
    }

    // --- Reading

    /** The proposal with this number; null if there is none. */
    Proposal one(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from proposal p join change c on c.number = p.number where p.number = ?")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? proposal(rows) : null;
            }
        }
    }

    /** The edits of a proposal, as they were sent. */
    List<Asked> edits(Connection connection, long number) throws SQLException {
        List<Asked> edits = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select body from proposed_edit where proposal_number = ? order by ordinal")) {
            select.setLong(1, number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    edits.add(Asked.proposed(edits.size(), RowTexts.row(rows.getString(1), mapper)));
                }
            }
        }
        return edits;
    }

    /** The proposal with this number; null if there is none. One statement. */
    Proposal one(long number) {
        return at(List.of(number), "p.number").get(number);
    }

    /** The proposals that have become these changes, by the numbers of the changes; one statement. */
    Map<Long, Proposal> ofChanges(Collection<Long> changes) {
        return at(changes, "p.change_number");
    }

    private static Map<Long, Proposal> at(Collection<Long> numbers, String column) {
        Map<Long, Proposal> found = new HashMap<>();
        Sql.read(
                "select " + column + ", " + COLUMNS + " from unnest(?) as o(number) join proposal p on " + column
                        + " = o.number join change c on c.number = p.number",
                List.of(numbers.stream().distinct().toList()),
                row -> found.put(row.getLong(1), proposal(row, 1)));
        return found;
    }

    /**
     * A page of proposals, the first ones first; one statement.
     *
     * @param state null for all
     */
    ProposalPage page(ProposalState state, PageRequest request) {
        Numbered.Query query = new Numbered.Query(
                " from proposal p join change c on c.number = p.number" + (state == null ? "" : " where p.state = ?"),
                state == null ? List.of() : List.of(state.name()));
        String order = state == null ? "ALL" : state.name();
        Numbered.Window<Proposal> window =
                Numbered.window(query, "p.number", COLUMNS, LIST, order, false, request, Proposals::proposal);
        return new ProposalPage(
                query,
                window.rows().entrySet().stream()
                        .map(each ->
                                new ProposalPage.Edge(Numbered.cursor(LIST, order, each.getKey()), each.getValue()))
                        .toList(),
                window.info(LIST, order));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return proposal(row, 0);
    }

    /** @param before how many columns come before those of the proposal */
    private static Proposal proposal(ResultSet row, int before) throws SQLException {
        ProposalState state = ProposalState.valueOf(row.getString(before + 5));
        return new Proposal(
                row.getLong(before + 1),
                moment(row, before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                state,
                state == ProposalState.OPEN
                        ? null
                        : new Proposal.Decision(
                                moment(row, before + 6),
                                row.getString(before + 7),
                                row.getString(before + 8),
                                row.getLong(before + 9)));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
