// What differs from the shared queries: days instead of instants, ids with a type and a slug, lists where the kit has one value.
const day = (at) => at?.slice(0, 10);
/** The kit's `to` is outside, Parley's is a day inside. */
const dayBefore = (at) => at && new Date(Date.parse(at) - 1).toISOString().slice(0, 10);
const actor = (id) => `a-${id.padStart(4, '0')}`;

export const variables = {
  q1: (v) => ({ id: actor(v.id) }),
  q2: (v) => ({ first: v.first, from: day(v.filter.from) }),
  q4: (v) => ({ first: v.first, actor: actor(v.filter.actor), from: day(v.filter.from), to: dayBefore(v.filter.to) }),
  q5: (v) => ({ first: v.first, text: v.filter.text }),
};

/** statement/t-0000012 is 12 */
const id = (v) => String(Number(v.slice(v.lastIndexOf('-') + 1)));
const KIND = { STATE: 'STATE', GROUP: 'ARMED_GROUP', PERSON: 'MEDIATOR', BLOC: 'INTERNATIONAL_ORGANIZATION' };
/** Parley has one kind for parties and civil society; their names differ. */
const kind = (a) => KIND[a.kind] ?? (/ (Party|Coalition|Congress) \(\d+\)$/.test(a.name) ? 'POLITICAL_PARTY' : 'CIVIL_SOCIETY');
const asActor = (a) => a && { ...a, id: id(a.id), ...(a.kind ? { kind: kind(a) } : {}) };
const asRound = (r) => r && { id: id(r.id), title: r.title, location: r.venue.name };
// The query's order of sources is that of the citations; the kit's is by id, which the converter kept.
const asSource = (c) => ({ ...c.source, id: id(c.source.id) });
function asStatement({ id: full, issues, speakers, round, citations, ...rest }) {
  return {
    ...rest,
    id: id(full),
    ...(issues ? { topic: issues[0].name.replace(/^topic/, '') } : {}),
    ...(speakers ? { speaker: asActor(speakers[0]) } : {}),
    ...(round === undefined ? {} : { round: asRound(round) }),
    ...(citations ? { sources: citations.map(asSource) } : {}),
  };
}
const asIncident = ({ id: full, place, killed, ...rest }) => ({ ...rest, id: id(full), location: place.name, fatalities: killed.best });
const nodes = (page, shape) => ({ ...page, edges: page.edges.map((edge) => ({ ...edge, node: shape(edge.node) })) });
const statements = (d) => ({ statements: nodes(d.statements, asStatement) });

export const shape = {
  q1: (d) => ({ actor: asActor(d.actor) }),
  q2: statements,
  q3: (d) => ({ rounds: nodes(d.rounds, (r) => ({ ...r, id: id(r.id), participants: r.participants.map((p) => ({ ...asActor(p.actor), statements: nodes(p.actor.statements, asStatement) })) })) }),
  q4: (d) => ({ timeline: nodes(d.timeline, (e) => (e.__typename === 'Statement' ? asStatement(e) : asIncident(e))) }),
  q5: statements,
  q6: statements,
};
