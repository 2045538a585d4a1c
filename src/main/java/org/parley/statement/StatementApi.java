package org.parley.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.issue.Position;
import org.parley.issue.Positions;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.place.Place;
import org.parley.place.Places;
import org.parley.round.Negotiation;
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
    private final Positions positions;
    private final Places places;
    private final Rounds rounds;
    private final Sources sources;

    StatementApi(
            Statements statements,
            Links links,
            Rows rows,
            Actors actors,
            Issues issues,
            Positions positions,
            Places places,
            Rounds rounds,
            Sources sources) {
        this.statements = statements;
        this.links = links;
        this.rows = rows;
        this.actors = actors;
        this.issues = issues;
        this.positions = positions;
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
    @Description("What others said of the actor: the statements whose target it is, such as accusations and demands.")
    public StatementPage statementsAbout(
            @Source Actor target,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.directedAt(target.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
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
    @Description("What was said in the negotiation's rounds or is about them.")
    public StatementPage statements(
            @Source Negotiation negotiation,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        StatementFilter own = new StatementFilter();
        own.negotiation = List.of(negotiation.getId());
        own.and = filter == null ? null : List.of(filter);
        return statements.page(own, orderBy, PageRequest.of(first, after, last, before));
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
    @Description("The positions that it carries, in the order of their ids.")
    public List<@NonNull List<@NonNull Position>> positions(@Source List<Statement> said) {
        return links.records(Positions.CARRIERS.reversed(), said, positions::byIds);
    }

    @Description(
            "The first day on which it was taken, as far as the statements that carry it have a day; null if none has.")
    public List<LocalDate> firstStated(@Source List<Position> taken) {
        return days(taken, Collections::min);
    }

    @Description(
            "The last day on which it was taken, as far as the statements that carry it have a day; null if none has.")
    public List<LocalDate> lastStated(@Source List<Position> taken) {
        return days(taken, Collections::max);
    }

    private List<LocalDate> days(List<Position> taken, Function<List<LocalDate>, LocalDate> choice) {
        return statements(taken).stream()
                .map(carriers -> carriers.stream()
                        .map(Statement::getStart)
                        .filter(Objects::nonNull)
                        .toList())
                .map(days -> days.isEmpty() ? null : choice.apply(days))
                .toList();
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

    @NonNull
    @Description("What was said there, and not at a place that lies in it: those are found by the filter within.")
    public StatementPage statements(
            @Source Place place,
            @Description(PageRequest.FILTER) StatementFilter filter,
            @Description(PageRequest.ORDER) StatementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return statements.at(place.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Nullable
    @Description(
            "How many statements there are of each issue, side and so on, the largest number first. Null only if an error says why.")
    public List<@NonNull StatementCount> statementCounts(
            @NonNull @Description("By what they are counted: 1 to 3 dimensions.") List<@NonNull StatementDimension> by,
            @Description(PageRequest.FILTER) StatementFilter filter) {
        return statements.counted(by, filter);
    }

    @Name("issue")
    @Description("The issue; null unless counted by ISSUE, and for statements about none.")
    public List<Issue> issueOfCount(@Source List<StatementCount> counts) {
        return Batch.one(counts, count -> count.value(StatementDimension.ISSUE), issues::byIds);
    }

    @Name("speaker")
    @Description("The speaker; null unless counted by SPEAKER.")
    public List<Actor> speakerOfCount(@Source List<StatementCount> counts) {
        return Batch.one(counts, count -> count.value(StatementDimension.SPEAKER), actors::byIds);
    }

    @Name("side")
    @Description("The party that the speakers speak for, or who speaks for none; null unless counted by SIDE.")
    public List<Actor> sideOfCount(@Source List<StatementCount> counts) {
        return Batch.one(counts, count -> count.value(StatementDimension.SIDE), actors::byIds);
    }

    @Name("target")
    @Description(
            "The actor whom they are directed at or about; null unless counted by TARGET, and for statements of nobody in particular.")
    public List<Actor> targetOfCount(@Source List<StatementCount> counts) {
        return Batch.one(counts, count -> count.value(StatementDimension.TARGET), actors::byIds);
    }

    @Name("round")
    @Description("The round; null unless counted by ROUND, and for statements of none.")
    public List<Round> roundOfCount(@Source List<StatementCount> counts) {
        return Batch.one(counts, count -> count.value(StatementDimension.ROUND), rounds::byIds);
    }
}
