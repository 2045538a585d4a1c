// Reads each form in which lists go out with the reader that other programs are made of. Argument: the address of Parley.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { check } from "@placemarkio/check-geojson";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse } from "csv-parse/sync";
import datapackage from "datapackage";
import { unzipSync } from "fflate";
import ICAL from "ical.js";

const address = new URL(process.argv[2]);

async function get(path) {
  const answer = await fetch(new URL(`/export/${path}`, address));
  assert.equal(answer.status, 200, path);
  return answer.text();
}

async function ask(query) {
  const answer = await fetch(new URL("/graphql", address), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()).data;
}

test("CSV and TSV are read with the rows of the record", async () => {
  const { statements } = await ask("{ statements(first: 100) { nodes { id summary quote } } }");
  const expected = statements.nodes.map(({ id, summary, quote }) => [id, summary, quote ?? ""]);
  const cells = ({ id, summary, quote }) => [id, summary, quote];
  const csv = parse(await get("statements.csv?guard=0"), { bom: true, columns: true });
  assert.deepEqual(csv.map(cells), expected);
  const european = parse(await get("statements.csv?guard=0&excel=eu"), { bom: true, columns: true, delimiter: ";" });
  assert.deepEqual(european.map(cells), expected);
  const tsv = parse(await get("statements.tsv?guard=0"), { columns: true, delimiter: "\t", quote: null });
  assert.deepEqual(tsv.map(cells), expected);
});

test("GeoJSON is valid", async () => {
  for (const table of ["places", "incidents", "rounds"]) {
    const features = check(await get(`${table}.geojson?precision=REGION,COUNTRY`)).features;
    assert.ok(features.some(({ geometry }) => geometry?.type === "Point"), table);
  }
});

test("a calendar is read with its rounds", async () => {
  const { rounds } = await ask("{ rounds(first: 100) { nodes { id title start end status } } }");
  const calendar = new ICAL.Component(ICAL.parse(await get("rounds.ics")));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const held = rounds.nodes.filter(({ start }) => start);
  assert.deepEqual(
    events.map(({ summary }) => summary).filter((title) => held.some((round) => round.title === title)).length,
    held.length,
  );
  for (const { title, start, end } of held) {
    const event = events.find(({ summary }) => summary === title);
    assert.equal(event.startDate.toString(), start);
    const last = event.endDate.clone();
    last.addDuration(ICAL.Duration.fromString("-P1D"));
    assert.equal(last.toString(), end ?? start);
  }
});

test("references are read with their titles and days", async () => {
  const { sources } = await ask("{ sources(first: 100) { nodes { id title label publishedOn } } }");
  const expected = sources.nodes.map(({ title, label }) => title ?? label).sort();
  const days = (items) => items.map(({ issued }) => issued?.["date-parts"]?.[0].join("-")).filter(Boolean).sort();
  const published = sources.nodes
    .filter(({ publishedOn }) => publishedOn)
    .map(({ publishedOn }) => publishedOn.split("-").map(Number).join("-"))
    .sort();
  const csl = new Cite(await get("sources.csl.json")).data;
  assert.deepEqual(csl.map(({ title }) => title).sort(), expected);
  assert.deepEqual(days(csl), published);
  const ris = new Cite(await get("sources.ris")).data;
  assert.deepEqual(ris.map(({ title }) => title).sort(), expected);
  // Of RIS this reader takes no more than the year.
  assert.deepEqual(days(ris), published.map((day) => day.slice(0, 4)));
  const biblatex = new Cite(await get("sources.bib")).data;
  assert.deepEqual(biblatex.map(({ title }) => title).sort(), expected);
  assert.deepEqual(days(biblatex), published);
});

test("the package is valid: each cell has its column's type, each key leads to a row", async () => {
  const answer = await fetch(new URL("/export/record.zip", address));
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const folder = await mkdtemp(join(tmpdir(), "parley-"));
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
  }
  const description = JSON.parse(new TextDecoder().decode(files["datapackage.json"]));
  const record = await datapackage.Package.load(description, { basePath: folder, strict: true });
  assert.ok(record.valid);
  for (const resource of record.resources) {
    const rows = await resource.read({ keyed: true, relations: true });
    assert.ok(Array.isArray(rows), resource.name);
    if (resource.name === "statements") {
      const { statements } = await ask("{ statements { totalCount } }");
      assert.equal(rows.length, statements.totalCount);
    }
  }
});
