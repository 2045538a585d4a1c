#!/usr/bin/env node
// Converts the bench kit's data (NDJSON of data/generate.mjs) to a record in Parley's seed format (seed/README.md):
//
//   node seed.mjs DATA_DIR SEED_DIR
//
// Nothing is left out that a query of the bench asks for. Where Parley's model has no such field, the nearest one carries the
// same text (README.md of this folder lists them).
import { createReadStream, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);
if (!to) {
  console.error('usage: node seed.mjs DATA_DIR SEED_DIR');
  process.exit(2);
}
mkdirSync(to, { recursive: true });

const all = (name) => readFileSync(join(from, `${name}.ndjson`), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const each = (name) => createInterface({ input: createReadStream(join(from, `${name}.ndjson`)), crlfDelay: Infinity });
const day = (at) => at.slice(0, 10);

// Slugs sort as the numbers do, for Parley orders records of one moment by id.
const pad = (n, width) => String(n).padStart(width, '0');
const actorId = (n) => `a-${pad(n, 4)}`;
const roundId = (n) => `r-${pad(n, 4)}`;
const sourceId = (n) => `s-${pad(n, 7)}`;
const slug = (text) => text.toLowerCase().replaceAll('_', '-');

const cite = (source) => ({ source: sourceId(source), locator: 'line 1' });
const citeAll = (sources) => sources.map(cite);
/** What the kit gives no source for; Parley's rows must have one. */
const NOWHERE = [cite(1)];

/** Writes one file, a row a line, without holding it in memory. */
async function file(name, rows) {
  const out = createWriteStream(join(to, `${name}.json`));
  let n = 0;
  out.write('[');
  for await (const row of rows) {
    if (!out.write(`${n++ ? ',' : ''}\n  ${JSON.stringify(row)}`)) await once(out, 'drain');
  }
  out.end(n ? '\n]\n' : ']\n');
  await once(out, 'finish');
  return n;
}
async function* map(rows, convert) {
  for await (const row of rows) yield convert(typeof row === 'string' ? JSON.parse(row) : row);
}

// The two enums are coarser than the kit's; adapter.mjs tells parties from civil society by the names.
const ACTOR_KIND = { STATE: 'STATE', ARMED_GROUP: 'GROUP', POLITICAL_PARTY: 'ORGANIZATION', MEDIATOR: 'PERSON', INTERNATIONAL_ORGANIZATION: 'BLOC', CIVIL_SOCIETY: 'ORGANIZATION' };
const INCIDENT_KIND = { SHELLING: 'SHELLING', AIRSTRIKE: 'AIR_ATTACK', CLASHES: 'GROUND_ADVANCE' };
const ROLE = { MEDIATOR: 'MEDIATOR' };

const rounds = all('rounds');
const places = new Map(), topics = new Set(), lastDay = new Map();
const place = (name) => places.get(name) ?? (places.set(name, `p-${pad(places.size + 1, 4)}`), places.get(name));
rounds.forEach((r) => place(r.location));
for await (const line of each('incidents')) place(JSON.parse(line).location);
for await (const line of each('statements')) {
  const s = JSON.parse(line);
  topics.add(s.topic);
  // The kit moves equal times apart, some of them past the round's last day; Parley wants a statement's day within its round.
  if (s.round !== null && day(s.at) > (lastDay.get(s.round) ?? '')) lastDay.set(s.round, day(s.at));
}

const counts = {
  sources: await file('sources', map(each('sources'), (s) => ({ id: sourceId(s.id), title: s.title, label: s.title, outlet: s.publisher, publishedOn: s.publishedOn, dateBasis: 'STATED', language: 'en', origin: sourceId(s.id), url: s.url, note: s.reliability }))),
  actors: await file('actors', map(all('actors'), (a) => ({ id: actorId(a.id), name: a.name, kind: ACTOR_KIND[a.kind], description: a.country, citations: NOWHERE }))),
  places: await file('places', [...places].map(([name, id]) => ({ id, name, kind: 'CITY' }))),
  issues: await file('issues', [...topics].sort().map((t) => ({ id: slug(t), name: 'topic' + t, description: t, citations: NOWHERE }))),
  negotiations: await file('negotiations', [{ id: 'talks', title: 'Talks', summary: 'Talks', roles: [{ actor: actorId(1), role: 'PARTY', citations: NOWHERE }], issues: [...topics].sort().map(slug), citations: NOWHERE }]),
  rounds: await file('rounds', rounds.map((r) => ({
    id: roundId(r.id), negotiation: 'talks', ordinal: r.id, title: r.title, status: 'HELD', start: r.startsOn, end: r.endsOn > (lastDay.get(r.id) ?? '') ? r.endsOn : lastDay.get(r.id), dateBasis: 'STATED', venue: place(r.location),
    participants: r.participants.map((p) => ({ actor: actorId(p.actor), role: ROLE[p.role] ?? 'MEMBER', presence: 'STATED', citations: NOWHERE })), citations: NOWHERE,
  }))),
  // One source words the statement, the others are cited for it: the least that the format asks for.
  statements: await file('statements', map(each('statements'), (s) => ({
    id: `t-${pad(s.id, 7)}`, speakers: [actorId(s.actor)], kind: 'PARAPHRASE', summary: s.text, date: day(s.at), at: s.at, dateBasis: 'STATED', ...(s.round === null ? {} : { round: roundId(s.round) }), issues: [slug(s.topic)], stance: 'REPORTS',
    renderings: [{ ...cite(s.sources[0]), verbatim: false, wording: s.text }], ...(s.sources.length > 1 ? { citations: citeAll(s.sources.slice(1)) } : {}),
  }))),
  incidents: await file('incidents', map(each('incidents'), (i) => ({
    id: `i-${pad(i.id, 7)}`, title: i.kind, summary: i.description, kind: INCIDENT_KIND[i.kind] ?? 'OTHER', start: day(i.at), at: i.at, dateBasis: 'STATED', place: place(i.location),
    attributions: i.actors.map((a) => ({ blamed: actorId(a), disputed: false, citations: [cite(i.sources[0])] })), killed: { best: i.fatalities, wording: String(i.fatalities) }, note: i.country, citations: citeAll(i.sources),
  }))),
};
for (const empty of ['figures', 'positions', 'disagreements', 'assertions']) await file(empty, []);
console.log(Object.entries(counts).map(([name, n]) => `${name} ${n}`).join(', '));
