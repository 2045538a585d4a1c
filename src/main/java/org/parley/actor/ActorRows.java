package org.parley.actor;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
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
    protected boolean canSpell() {
        return true;
    }

    @Override
    protected boolean canBeMerged() {
        return true;
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        String into = row.mergedInto(kind());
        if (into == null) {
            readActor(row, load);
        } else {
            readActor(row, load.apart());
            load.merge(row.id(), into);
        }
    }

    /** Reads the row of an actor, with what the actors had that were merged into it. */
    private static void readActor(Row row, RecordLoad load) {
        Actor actor = new Actor();
        actor.id = row.id();
        actor.name = row.text("name");
        actor.nameKey = Collation.key(actor.name);
        actor.kind = row.constant("kind", ActorKind.class);
        actor.description = row.text("description");
        actor.countryCode = row.optionalCountryCode("countryCode");
        actor.sideId = row.optionalReference("side", RecordKind.ACTOR);
        load.addFindable(actor);
        load.record(actor.id, RecordKind.ACTOR, null);
        load.cite(actor.id, row);
        load.passage(actor.id, 10, actor.name);
        Names names = new Names(actor, load);
        row.each("names", (name, ordinal) -> names.add(Names.form(name), name, actor.name));
        int affiliations = readAffiliations(row, actor, 0, load);
        List<Row> absorbed = load.absorbed(actor.id);
        Identifiers.read(
                actor.id, load, Stream.concat(Stream.of(row), absorbed.stream()).toArray(Row[]::new));
        for (Row merged : absorbed) {
            load.citeFurther(actor.id, merged);
            ActorName shown = new ActorName();
            shown.text = merged.text("name");
            shown.sourceIds = List.of();
            merged.each("names", (name, ordinal) -> names.join(Names.form(name), name, shown.text));
            if (!names.have(shown.text)) {
                names.add(shown, merged, null);
            }
            affiliations = readAffiliations(merged, actor, affiliations, load);
        }
        load.passage(actor.id, 2, actor.description);
    }

    /** The forms of an actor's name, in their order. */
    private static final class Names {
        private final Actor actor;
        private final RecordLoad load;
        private final List<ActorName> forms = new ArrayList<>();

        Names(Actor actor, RecordLoad load) {
            this.actor = actor;
            this.load = load;
        }

        static ActorName form(Row name) {
            ActorName form = new ActorName();
            form.text = name.text("text");
            form.language = name.optionalLanguage("language");
            form.spelling = Boolean.TRUE.equals(name.optionalFlag("spelling"));
            form.sourceIds = name.optionalReferences("sources", RecordKind.SOURCE);
            return form;
        }

        /** @param spelled the name of which the form may be another spelling */
        void add(ActorName form, Row name, String spelled) {
            form.actorId = actor.id;
            form.ordinal = forms.size() + 1;
            forms.add(form);
            load.add(form);
            load.passage(actor.id, 8, form.text);
            if (form.spelling) {
                load.spelling(actor.id, name, "text", spelled, form.text);
            }
        }

        /** Adds a form of an actor that was merged into this one, or its sources if this one has the same form. */
        void join(ActorName form, Row name, String spelled) {
            for (ActorName each : forms) {
                if (Objects.equals(each.text, form.text) && Objects.equals(each.language, form.language)) {
                    each.sourceIds = Stream.concat(each.sourceIds.stream(), form.sourceIds.stream())
                            .distinct()
                            .toList();
                    return;
                }
            }
            add(form, name, spelled);
        }

        boolean have(String text) {
            return Objects.equals(text, actor.name) || forms.stream().anyMatch(form -> Objects.equals(form.text, text));
        }
    }

    /**
     * Reads the affiliations of a row, which is the actor's or that of one that was merged into it.
     *
     * @param before how many the actor has already
     * @return how many it has then
     */
    private static int readAffiliations(Row row, Actor actor, int before, RecordLoad load) {
        int[] count = {before};
        row.each("affiliations", (each, ordinal) -> {
            Affiliation affiliation = new Affiliation();
            affiliation.id = row.id() + "/affiliation/" + ordinal;
            affiliation.ordinal = ++count[0];
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
        return count[0];
    }
}
