// Publish one review item to Rushlight, print its receipt, then print each decision.
// Needs FTRACK_SERVER, FTRACK_API_USER and FTRACK_API_KEY in the environment.
import { Event, Session } from "@ftrack/api";

const { FTRACK_SERVER, FTRACK_API_USER, FTRACK_API_KEY } = process.env;
const session = new Session(FTRACK_SERVER, FTRACK_API_USER, FTRACK_API_KEY);
await session.initializing;

const hub = session.eventHub;
hub.connect();

hub.subscribe("topic=webreview.decision.*", ({ data }) => {
  const { item, outcome, actor, reason } = data;
  console.log(`decision: ${item.name} is ${outcome} by ${actor.displayName}: ${reason ?? ""}`);
});

const receipt = await hub.publishAndWaitForReply(
  new Event("webreview.submit", {
    schema: "webreview.submit/1",
    kind: "TASK",
    project: "quickstart",
    line: { key: "javascript", name: "Hello from JavaScript" },
    task: { status: "In progress", assignee: "you", description: "Does it work?" },
  }),
);
console.log("receipt:", receipt.data.url ?? receipt.data.errors);
