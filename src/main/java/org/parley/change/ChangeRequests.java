package org.parley.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.curator.Curator;
import org.parley.curator.CuratorRole;
import org.parley.curator.Curators;
import org.parley.graph.Characters;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Operation;
import org.parley.graph.Sha256;

/**
 * What curators ask for. Checks who asks, and the arguments, before anything is locked or read; the {@link Changer} does the rest.
 * Thread-safe.
 */
@ApplicationScoped
class ChangeRequests {
    /** How many edits a change may have. */
    static final int MOST = 100;

    /** In characters. */
    static final int LONGEST_SUMMARY = 500;

    /** In characters. */
    static final int LONGEST_KEY = 200;

    private static final String SUMMARY = "summary";
    private static final String PROPOSAL = "proposal";

    private final Curators curators;
    private final ReviewConfig review;
    private final Changer changer;
    private final History history;
    private final Proposals proposals;
    private final ObjectMapper mapper;

    ChangeRequests(
            Curators curators,
            ReviewConfig review,
            Changer changer,
            History history,
            Proposals proposals,
            ObjectMapper mapper) {
        this.curators = curators;
        this.review = review;
        this.changer = changer;
        this.history = history;
        this.proposals = proposals;
        this.mapper = mapper;
    }

    // --- Who may

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

    /** @throws InvalidArgument if the operation asks for the record as it was, in which nobody has proposed anything */
    void mustBeNow(String field) {
        if (Operation.current().knownAt() != null) {
            throw new InvalidArgument(
                    field + " can't be asked for with @knownAt: proposals are not part of the record");
        }
    }

    private Curator must(CuratorRole role) {
        if (!curators.isOn()) {
            throw ChangeFailure.off();
        }
        mustBeCurator();
        Curator curator = Curator.current();
        if (!curator.role().includes(role)) {
            throw ChangeFailure.forbidden(curator.role(), role);
        }
        return curator;
    }

    private Curator mustChange(boolean isDry) {
        Curator by = must(isDry ? CuratorRole.PROPOSER : CuratorRole.EDITOR);
        if (!isDry && review.isRequired()) {
            throw ChangeFailure.needsReview();
        }
        return by;
    }

    // --- What they ask for

    /** See the field {@code change} of the mutation. */
    ChangePayload change(List<Edit> edits, String summary, String key, boolean isDry) {
        Curator by = mustChange(isDry);
        List<UserError> errors = arguments(SUMMARY, summary, key);
        mustBeSome(edits, errors);
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        List<Asked> asked = asked(edits);
        return changer.make(
                new Changer.Request(ChangeKind.EDIT, by.name(), summary, key, hash("", summary, edits), isDry, null),
                connection -> asked);
    }

    /** See the field {@code revert} of the mutation. */
    ChangePayload revert(int number, String summary, String key, boolean isDry) {
        Curator by = mustChange(isDry);
        List<UserError> errors = arguments(SUMMARY, summary, key);
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        return changer.make(
                new Changer.Request(
                        ChangeKind.EDIT,
                        by.name(),
                        summary,
                        key,
                        Sha256.of("revert\n" + number + "\n" + summary),
                        isDry,
                        null),
                connection -> takingBack(connection, number));
    }

    private List<Asked> takingBack(Connection connection, long number) throws SQLException {
        List<Revision> done = history.revisions(connection, number);
        if (done == null) {
            throw Changer.Answered.by(List.of(new UserError(
                    "change must be the number of a change, not " + number,
                    UserErrorCode.NOT_FOUND,
                    List.of("change"),
                    null)));
        }
        Map<String, Long> before = new HashMap<>();
        done.forEach(each -> before.put(each.getId(), number - 1));
        Map<String, String> rows = history.at(connection, before);
        List<Asked> asked = new ArrayList<>();
        for (Revision each : done) {
            asked.add(Asked.takingBack(asked.size(), each, rows.get(each.getId()), mapper));
        }
        return asked;
    }

    /** See the field {@code propose} of the mutation. */
    ProposalPayload propose(List<Edit> edits, String summary, String key) {
        Curator by = must(CuratorRole.PROPOSER);
        List<UserError> errors = arguments(SUMMARY, summary, key);
        mustBeSome(edits, errors);
        if (!errors.isEmpty()) {
            return new ProposalPayload(null, false, errors);
        }
        List<Asked> asked = asked(edits);
        ChangePayload made = changer.make(
                new Changer.Request(
                        ChangeKind.PROPOSE, by.name(), summary, key, hash("propose\n", summary, edits), false, null),
                connection -> asked);
        return made.change() == null
                ? new ProposalPayload(null, false, made.userErrors())
                : new ProposalPayload(proposals.one(made.change().number()), made.replayed(), List.of());
    }

    /** See the field {@code accept} of the mutation. */
    ChangePayload accept(String id, String summary, boolean isDry) {
        Curator by = must(CuratorRole.REVIEWER);
        List<UserError> errors = new ArrayList<>();
        if (summary != null) {
            check(SUMMARY, summary, LONGEST_SUMMARY, errors);
        }
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        Proposal proposed = summary == null ? proposals.one(Proposals.number(id)) : null;
        Changer.Edits edits = connection -> {
            Proposal proposal = toDecide(connection, id, by);
            if (proposal.getState() == ProposalState.ACCEPTED && by.name().equals(proposal.getDecidedBy()) && !isDry) {
                throw new Changer.Answered(history.made(connection, proposal.became()));
            }
            mustBeOpen(proposal);
            return proposals.edits(connection, proposal.number());
        };
        return changer.make(
                new Changer.Request(
                        ChangeKind.EDIT,
                        by.name(),
                        proposed == null ? summary : proposed.getSummary(),
                        null,
                        null,
                        isDry,
                        Proposals.number(id)),
                edits);
    }

    /** See the field {@code reject} of the mutation. */
    ProposalPayload reject(String id, String reason) {
        Curator by = must(CuratorRole.REVIEWER);
        List<UserError> errors = new ArrayList<>();
        check("reason", reason, LONGEST_SUMMARY, errors);
        if (!errors.isEmpty()) {
            return new ProposalPayload(null, false, errors);
        }
        ChangePayload made = changer.make(
                new Changer.Request(ChangeKind.REJECT, by.name(), reason, null, null, false, Proposals.number(id)),
                connection -> {
                    Proposal proposal = toDecide(connection, id, by);
                    if (proposal.getState() == ProposalState.REJECTED
                            && by.name().equals(proposal.getDecidedBy())) {
                        throw new Changer.Answered(new ChangePayload(null, List.of(), true, List.of()));
                    }
                    mustBeOpen(proposal);
                    return List.of();
                });
        return made.userErrors().isEmpty()
                ? new ProposalPayload(proposals.one(Proposals.number(id)), made.replayed(), List.of())
                : new ProposalPayload(null, false, made.userErrors());
    }

    private Proposal toDecide(Connection connection, String id, Curator by) throws SQLException {
        Proposal proposal = proposals.one(connection, Proposals.number(id));
        if (proposal == null) {
            throw Changer.Answered.by(List.of(new UserError(
                    "proposal must be the id of a proposal, such as proposal/12, not " + id,
                    UserErrorCode.NOT_FOUND,
                    List.of(PROPOSAL),
                    null)));
        }
        if (proposal.getBy().equals(by.name())) {
            throw ChangeFailure.own();
        }
        return proposal;
    }

    private static void mustBeOpen(Proposal proposal) {
        if (proposal.getState() != ProposalState.OPEN) {
            throw Changer.Answered.by(List.of(new UserError(
                    proposal.getId() + " was " + (proposal.became() == 0 ? "rejected" : "accepted") + " by "
                            + proposal.getDecidedBy()
                            + (proposal.became() == 0 ? "" : ", and became change " + proposal.became()),
                    UserErrorCode.DECIDED,
                    List.of(PROPOSAL),
                    null)));
        }
    }

    // --- Arguments

    /** The errors in these two; the key may be null. */
    private static List<UserError> arguments(String name, String text, String key) {
        List<UserError> errors = new ArrayList<>();
        check(name, text, LONGEST_SUMMARY, errors);
        if (key != null) {
            check("idempotencyKey", key, LONGEST_KEY, errors);
        }
        return errors;
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

    private static void mustBeSome(List<Edit> edits, List<UserError> errors) {
        if (edits.isEmpty() || edits.size() > MOST) {
            errors.add(new UserError(
                    "edits must hold 1 to " + MOST + " edits, not " + edits.size(),
                    edits.isEmpty() ? UserErrorCode.INVALID : UserErrorCode.TOO_LARGE,
                    List.of("edits"),
                    null));
        }
    }

    private List<Asked> asked(List<Edit> edits) {
        List<Asked> asked = new ArrayList<>();
        for (Edit edit : edits) {
            // By way of JSON, so that numbers have the types that a stored row gives.
            asked.add(Asked.of(asked.size(), RowTexts.row(RowTexts.text(edit.given(), mapper), mapper)));
        }
        return asked;
    }

    private String hash(String what, String summary, List<Edit> edits) {
        // The order of the members of a Map.of is another one in each process.
        return Sha256.of(what
                + summary
                + '\n'
                + RowTexts.text(Map.of("edits", edits.stream().map(Edit::given).toList()), mapper));
    }

    private static ChangePayload refused(List<UserError> errors) {
        return new ChangePayload(null, List.of(), false, errors);
    }
}
