package org.parley.actor;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.lists.Collation;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of actors and checks their rules. */
@Singleton
class ActorRows extends RecordRows {

    ActorRows() {
        super(
                "actors",
                RecordKind.ACTOR,
                Set.of(RecordKind.SOURCE),
                List.of("actor.id", "actor_name.actor_id", "affiliation.person_id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Actor actor = new Actor();
        actor.id = row.id();
        actor.name = row.text("name");
        actor.nameKey = Collation.key(actor.name);
        actor.kind = row.constant("kind", ActorKind.class);
        actor.description = row.text("description");
        actor.countryCode = row.optionalCountryCode("countryCode");
        actor.sideId = row.optionalReference("side", RecordKind.ACTOR);
        load.addFindable(actor);
        load.record(actor.id, kind(), null);
        load.cite(actor.id, row);
        load.passage(actor.id, 10, actor.name);
        row.each("names", (name, ordinal) -> {
            ActorName form = new ActorName();
            form.actorId = actor.id;
            form.ordinal = ordinal;
            form.text = name.text("text");
            form.language = name.optionalLanguage("language");
            form.spelling = Boolean.TRUE.equals(name.optionalFlag("spelling"));
            form.sourceIds = name.optionalReferences("sources", RecordKind.SOURCE);
            load.add(form);
            load.passage(actor.id, 8, form.text);
            if (form.spelling) {
                load.spelling(actor.id, name, "text", actor.name, form.text);
            }
        });
        row.each("affiliations", (each, ordinal) -> {
            Affiliation affiliation = new Affiliation();
            affiliation.id = actor.id + "/affiliation/" + ordinal;
            affiliation.ordinal = ordinal;
            affiliation.personId = actor.id;
            affiliation.organizationId = each.reference("organization", RecordKind.ACTOR);
            affiliation.title = each.optionalText("title");
            affiliation.from = each.optionalDate("from");
            affiliation.to = each.optionalDate("to");
            if (affiliation.from != null && affiliation.to != null && affiliation.from.isAfter(affiliation.to)) {
                each.fault("to", "must not be before from, " + affiliation.from);
            }
            load.add(affiliation);
            load.cite(affiliation.id, each);
            load.passage(actor.id, 3, affiliation.title);
        });
        load.passage(actor.id, 2, actor.description);
    }
}
