package org.parley.change;

import static org.parley.change.Desk.actor;
import static org.parley.change.Desk.as;
import static org.parley.change.Desk.edit;
import static org.parley.change.Desk.mediator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.Ask;
import org.parley.record.OwnHistory;

/** Changes that are proposed, accepted, rejected and taken back. */
@QuarkusTest
@TestProfile(ChangeMutationTest.Curated.class)
class ProposalTest {
    private static final String PROPOSE =
            """
            mutation ($edits: [Edit!]!, $summary: String = "a proposal", $key: String) {
              propose(edits: $edits, summary: $summary, idempotencyKey: $key) {
                replayed
                proposal { id by summary state edits { id action fields { key before after } } userErrors { code } change { number } }
                userErrors { code path message }
              }
            }""";
    private static final String ACCEPT =
            """
            mutation ($id: ID!, $summary: String, $dry: Boolean) {
              accept(proposal: $id, summary: $summary, dryRun: $dry) {
                replayed
                change { number by summary proposal { id by state decidedBy change { number } } }
                edits { id action }
                userErrors { code path message }
              }
            }""";
    private static final String REJECT =
            """
            mutation ($id: ID!) {
              reject(proposal: $id, reason: "not now") {
                replayed
                proposal { state reason decidedBy decidedAt change { number } }
                userErrors { code path }
              }
            }""";
    private static final String REVERT =
            """
            mutation ($number: Int!, $dry: Boolean, $key: String) {
              revert(change: $number, summary: "taken back", dryRun: $dry, idempotencyKey: $key) {
                replayed
                change { number }
                edits { id action fields { key after } }
                userErrors { code path id message }
              }
            }""";
    private static final String CHANGE =
            """
            mutation ($edits: [Edit!]!) {
              change(edits: $edits, summary: "a change") { change { number } userErrors { code path } }
            }""";

    @Inject
    OwnHistory own;

    @AfterEach
    void forget() throws SQLException {
        own.forget();
    }

    private static Ask propose(Object... edits) {
        return as("paul", PROPOSE, Map.of("edits", List.of(edits)));
    }

    private static void change(Object... edits) {
        as("maria", CHANGE, Map.of("edits", List.of(edits))).answers("change.userErrors", List.of());
    }

    private static Ask accept(String by, String id) {
        return as(by, ACCEPT, Map.of("id", id));
    }

    @Test
    void a_proposal_changes_nothing_until_a_reviewer_accepts_it() {
        propose(mediator("a-mediator"), actor("id", "ukraine", "expect", 0, "name", "Ukraina"))
                .answers("propose.userErrors", List.of())
                .answers("propose.proposal.id", "proposal/1")
                .answers("propose.proposal.by", "paul")
                .answers("propose.proposal.state", "OPEN")
                .answersInOrder("propose.proposal.edits.action", "CREATE", "CORRECT")
                .answersInOrder("propose.proposal.edits[1].fields.after", "\"Ukraina\"")
                .answers("propose.proposal.userErrors", List.of());
        as(
                        "rita",
                        "{ actor(id: \"a-mediator\") { id } changes { totalCount } change(number: 1) { number }"
                                + " proposals(state: OPEN) { totalCount nodes { id } } proposal(id: \"1\") { summary } }")
                .answers("actor", null)
                .answers("changes.totalCount", 0)
                .answers("change", null)
                .answersInOrder("proposals.nodes.id", "proposal/1")
                .answers("proposal.summary", "a proposal");
        as("rose", ACCEPT, Map.of("id", "proposal/1", "dry", true))
                .answers("accept.change", null)
                .answersInOrder("accept.edits.action", "CREATE", "CORRECT");
        accept("rose", "proposal/1")
                .answers("accept.userErrors", List.of())
                .answers("accept.change.number", 2)
                .answers("accept.change.by", "rose")
                .answers("accept.change.summary", "a proposal")
                .answers("accept.change.proposal.by", "paul")
                .answers("accept.change.proposal.state", "ACCEPTED")
                .answers("accept.change.proposal.decidedBy", "rose")
                .answers("accept.change.proposal.change.number", 2);
        as(
                        "",
                        "{ actor(id: \"a-mediator\") { name lastChange { number by proposal { id } } } changes { nodes { number } } }")
                .answers("actor.name", "A Mediator")
                .answers("actor.lastChange.number", 2)
                .answers("actor.lastChange.proposal", null)
                .answersInOrder("changes.nodes.number", 2);
        accept("rose", "proposal/1").answers("accept.replayed", true).answers("accept.change.number", 2);
        as("rose", REJECT, Map.of("id", "proposal/1")).answersInOrder("reject.userErrors.code", "DECIDED");
        as("rita", "{ proposals { nodes { edits { id action change { number } } userErrors { code } } } }")
                .answersInOrder("proposals.nodes[0].edits.id", "actor/a-mediator", "actor/ukraine")
                .answersInOrder("proposals.nodes[0].edits.change.number", 2, 2)
                .answers("proposals.nodes[0].userErrors", List.of());
    }

    @Test
    void a_proposal_that_others_have_overtaken_tells_why_it_can_t_be_accepted() {
        propose(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        propose(mediator("a-mediator"));
        change(actor("id", "ukraine", "expect", 0, "name", "Ukrayina"), mediator("a-mediator"));
        as("rita", "{ proposals { nodes { userErrors { code path } edits { id fields { key before after } } } } }")
                .answersInOrder("proposals.nodes[0].userErrors.code", "STALE")
                .answersInOrder("proposals.nodes[0].edits[0].fields.before", "\"Ukrayina\"")
                .answersInOrder("proposals.nodes[1].userErrors.code", "NOT_NEW")
                .answersInOrder("proposals.nodes[1].userErrors[0].path", "proposal", "edits", "0", "actor", "id")
                .answers("proposals.nodes[1].edits", List.of());
        accept("rose", "proposal/1")
                .answers("accept.change", null)
                .answersInOrder("accept.userErrors.code", "STALE")
                .answersInOrder("accept.userErrors[0].path", "proposal", "edits", "0", "actor", "name");
        as("rose", REJECT, Map.of("id", "proposal/1"))
                .answers("reject.userErrors", List.of())
                .answers("reject.proposal.state", "REJECTED")
                .answers("reject.proposal.reason", "not now")
                .answers("reject.proposal.decidedBy", "rose")
                .answers("reject.proposal.change", null);
        as("rose", REJECT, Map.of("id", "proposal/1")).answers("reject.replayed", true);
        accept("rose", "proposal/1").answersInOrder("accept.userErrors.code", "DECIDED");
        as(
                        "rita",
                        "{ proposals(state: REJECTED) { nodes { id userErrors { code } } } open: proposals(state: OPEN) { nodes { id } } changes { totalCount } }")
                .answersInOrder("proposals.nodes.id", "proposal/1")
                .answers("proposals.nodes[0].userErrors", List.of())
                .answersInOrder("open.nodes.id", "proposal/2")
                .answers("changes.totalCount", 1);
    }

    @Test
    void a_proposal_must_be_right_and_is_made_once() {
        propose(actor("id", "nobody-new"))
                .answers("propose.proposal", null)
                .answersInOrder("propose.userErrors.code", "MISSING", "MISSING", "MISSING", "MISSING");
        Map<String, Object> sent = Map.of("edits", List.of(mediator("a-mediator")), "key", "k");
        as("paul", PROPOSE, sent).answers("propose.proposal.id", "proposal/1");
        as("paul", PROPOSE, sent).answers("propose.proposal.id", "proposal/1").answers("propose.replayed", true);
        as("paul", PROPOSE, Map.of("edits", List.of(mediator("b-mediator")), "key", "k"))
                .answersInOrder("propose.userErrors.code", "KEY_REUSED");
        accept("rose", "proposal/9")
                .answersInOrder("accept.userErrors.code", "NOT_FOUND")
                .answersInOrder("accept.userErrors[0].path", "proposal");
        accept("rose", "something").answersInOrder("accept.userErrors.code", "NOT_FOUND");
    }

    @Test
    void nobody_decides_on_their_own_proposal() {
        as("rose", PROPOSE, Map.of("edits", List.of(mediator("a-mediator"))));
        accept("rose", "proposal/1").failsWith("FORBIDDEN", "another curator");
        as("rose", REJECT, Map.of("id", "proposal/1")).failsWith("FORBIDDEN", "another curator");
    }

    @Test
    void a_change_is_taken_back() {
        change(mediator("a-mediator"), actor("id", "ukraine", "expect", 0, "name", "Ukraina", "countryCode", null));
        as("paul", REVERT, Map.of("number", 1, "dry", true))
                .answers("revert.change", null)
                .answersInOrder("revert.edits.action", "RETRACT", "CORRECT");
        as("maria", REVERT, Map.of("number", 1, "key", "k"))
                .answers("revert.userErrors", List.of())
                .answers("revert.change.number", 2)
                .answersInAnyOrder("revert.edits[1].fields.after", "\"Ukraine\"", "\"UA\"");
        as("maria", REVERT, Map.of("number", 1, "key", "k")).answers("revert.replayed", true);
        as("", "{ gone: actor(id: \"a-mediator\") { id } actor(id: \"ukraine\") { name countryCode } }")
                .answers("gone", null)
                .answers("actor.name", "Ukraine")
                .answers("actor.countryCode", "UA");
        // And the taking back, too.
        as("maria", REVERT, Map.of("number", 2)).answersInOrder("revert.edits.action", "RESTORE", "CORRECT");
        as("", "{ gone: actor(id: \"a-mediator\") { name } actor(id: \"ukraine\") { name countryCode } }")
                .answers("gone.name", "A Mediator")
                .answers("actor.name", "Ukraina")
                .answers("actor.countryCode", null);
    }

    @Test
    void what_was_changed_since_is_not_taken_back() {
        change(actor("id", "ukraine", "expect", 0, "name", "Ukraina"));
        change(actor("id", "ukraine", "expect", 1, "description", "a state"));
        as("maria", REVERT, Map.of("number", 1)).answers("revert.userErrors", List.of());
        change(actor("id", "ukraine", "expect", 3, "description", "the state"));
        as("maria", REVERT, Map.of("number", 2))
                .answersInOrder("revert.userErrors.code", "STALE")
                .answersInOrder("revert.userErrors.id", "actor/ukraine")
                .answersInOrder("revert.userErrors[0].path", "change", "edits", "0", "description");
        as("maria", REVERT, Map.of("number", 77))
                .answersInOrder("revert.userErrors.code", "NOT_FOUND")
                .answersInOrder("revert.userErrors[0].path", "change");
        as("maria", REVERT, Map.of("number", 0)).answersInOrder("revert.userErrors.code", "NOT_FOUND");
    }

    @Test
    void what_is_in_use_since_is_not_taken_back() {
        change(mediator("a-mediator"));
        change(edit(
                "position",
                "id",
                "a-position",
                "actor",
                "a-mediator",
                "issue",
                "territory",
                "stance",
                "SUPPORTS",
                "summary",
                "wants land",
                "wordings",
                List.of(Map.of("source", "first-day-ends", "locator", "line 3", "wording", "land"))));
        as("maria", REVERT, Map.of("number", 1))
                .answersInOrder("revert.userErrors.code", "IN_USE")
                .answersInOrder("revert.userErrors[0].path", "change", "edits", "0", "id");
    }
}
