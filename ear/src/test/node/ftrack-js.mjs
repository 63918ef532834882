// The unmodified @ftrack/api, obeying one JSON command per line and answering with one JSON line each:
//   {"call": 1, "do": "ask", …}  ->  {"call": 1, "result": …}  or  {"call": 1, "error": {"name": …, "message": …}}
// Events heard come in between as {"heard": "<subscription>", "event": {…}}.
import { createInterface } from "node:readline";
import { randomUUID } from "node:crypto";
import { Event, Session } from "@ftrack/api";

let session;

function say(line) {
  process.stdout.write(JSON.stringify(line) + "\n");
}

function event({ topic, data, id }) {
  const made = new Event(topic, data);
  made.getData().id = id ?? made.getData().id; // the constructor takes no id
  return made;
}

const commands = {
  async connect({ server, user, key }) {
    session = new Session(server, user, key, { autoConnectEventHub: true });
    await session.initializing;
    return { version: session.serverVersion };
  },
  // Wire order makes the returning echo the proof that the subscription before it is in force.
  async subscribe({ expression }) {
    session.eventHub.subscribe(expression, (heard) => {
      say({ heard: expression, event: heard });
    });
    const topic = `test.echo.${randomUUID()}`;
    const back = new Promise((resolve) => session.eventHub.subscribe(`topic=${topic}`, () => resolve()));
    await session.eventHub.publish(new Event(topic, {}), { timeout: 20 });
    await back;
  },
  publish(command) {
    return session.eventHub.publish(event(command), { timeout: 20 });
  },
  ask(command) {
    return session.eventHub.publishAndWaitForReply(event(command), { timeout: command.timeout });
  },
  disconnect() {
    session.eventHub.disconnect();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  Promise.resolve()
    .then(() => commands[command.do](command))
    .then((result) => say({ call: command.call, result: result ?? null }))
    .catch((error) => say({ call: command.call, error: { name: error.name, message: error.message } }));
}
process.exit(0);
