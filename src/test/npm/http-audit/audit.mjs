// Asks the server at the address given every question of graphql-http's audit of GraphQL over HTTP, and prints the score.
import { auditServer } from "graphql-http";

const url = process.argv[2];
const levels = { MUST: 13, SHOULD: 23, MAY: 25 };

const results = await auditServer({ url });
let complete = true;
for (const [level, expected] of Object.entries(levels)) {
  const asked = results.filter((result) => result.name.startsWith(level));
  const passed = asked.filter((result) => result.status === "ok");
  complete &&= asked.length === expected && passed.length === expected;
  console.log(`${level} ${passed.length}/${asked.length} of ${expected}`);
}
for (const result of results.filter((result) => result.status !== "ok")) {
  console.log(`${result.status}: ${result.id} ${result.name}: ${result.reason}`);
}
process.exitCode = complete ? 0 : 1;
