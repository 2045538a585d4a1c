package org.parley.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.issue.Position;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.place.Place;
import org.parley.place.Places;
import org.parley.round.Round;
import org.parley.round.Rounds;
import org.parley.source.Sources;

/** The statements' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class StatementApi {
    private final Statements statements;
    private final Links links;
    private final Rows rows;
    private final Actors actors;
    private final Issues issues;
    private final Places places;
    private final Rounds rounds;
    private final Sources sources;

    StatementApi(
            Statements statements,
            Links links,
            Rows rows,
            Actors actors,
            Issues issues,
            Places places,
            Rounds rounds,
            Sources sources) {
        this.statements = statements;
        this.links = links;
        this.rows = rows;
        this.actors = actors;
        this.issues = issues;
        this.places = places;
        this.rounds = rounds;
        this.sources = sources;
    }

    @Query
    @Description("One statement, or null if there is none with this id.")
    public Statement statement(@NonNull @Id @Description("The id, with or without its prefix statement/.") String id) {
        return statements.get(id);
    }

    @Query
    @Description("Who said what; null only if an error says why.")
    public StatementPage statements(
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("What the actor said.")
    public StatementPage statements(
            @Source Actor speaker,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.saidBy(speaker.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("What was said in the round or is about it, on whatever day.")
    public StatementPage statements(
            @Source Round round,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.in(round.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("What was said about the issue.")
    public StatementPage statements(
            @Source Issue issue,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.about(issue.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The statements in which the position was taken, as far as the record holds them.")
    public List<@NonNull List<@NonNull Statement>> statements(@Source List<Position> positions) {
        return Batch.many(positions, Position::statementIds, statements::byIds);
    }

    @NonNull
    @Description("Who said it; several only if the sources attribute it to them jointly.")
    public List<@NonNull List<@NonNull Actor>> speakers(@Source List<Statement> said) {
        return links.records(Statements.SPEAKERS, said, actors::byIds);
    }

    @NonNull
    @Description("What it is about.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Statement> said) {
        return links.records(Statements.ISSUES, said, issues::byIds);
    }

    @NonNull
    @Description("The utterance as each source words it.")
    public List<@NonNull List<@NonNull Rendering>> renderings(@Source List<Statement> said) {
        return rows.children(Rendering.class, said, "statementId");
    }

    @NonNull
    @Description("The source that words it so.")
    public List<org.parley.source.@NonNull Source> source(@Source List<Rendering> renderings) {
        return Batch.one(renderings, rendering -> rendering.sourceId, sources::byIds);
    }

    @Description("Where it was said; null if not stated.")
    public List<Place> place(@Source List<Statement> said) {
        return Batch.one(said, statement -> statement.placeId, places::byIds);
    }

    @Description(
            "The round that it was said in or is about: its date may be a day before, in or after the round; null if it is tied to none.")
    public List<Round> round(@Source List<Statement> said) {
        return Batch.one(said, statement -> statement.roundId, rounds::byIds);
    }

    @Description("The actor whom it is directed at or about; null if none in particular.")
    public List<Actor> target(@Source List<Statement> said) {
        return Batch.one(said, statement -> statement.targetId, actors::byIds);
    }
}
