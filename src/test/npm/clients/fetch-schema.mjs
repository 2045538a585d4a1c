// Keeps the schema as the server publishes it, for the generators. Argument: its address.

import { writeFile } from "node:fs/promises";

const answer = await fetch(process.argv[2]);
if (!answer.ok) {
  throw new Error(`${answer.url}: ${answer.status}`);
}
await writeFile("schema.graphql", await answer.text());
