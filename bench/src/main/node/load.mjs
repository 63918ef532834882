// What dev.rushlight.bench.Load does, with the unmodified @ftrack/api; run it where that is installed.
import { createRequire } from "node:module";

const { EventHub, Event } = createRequire(process.cwd() + "/")("@ftrack/api");
const WARM_UP = 30000;
const MEASURED = 30000;
const UNDER_WAY = 500;
const AT_ONCE = 5000;

const data = {
  marker: "m",
  entities: [
    {
      entityType: "assetversion",
      entity_type: "AssetVersion",
      entityId: "2f0e31a4-8c1c-11ee-9a3c-0a58a9feac02",
      action: "update",
      keys: ["statusid"],
      changes: {
        statusid: { old: "44dd9fb2-4164-11df-9218-0019bb4983d8", new: "44de097a-4164-11df-9218-0019bb4983d8" },
      },
      parents: [
        { entityId: "2f0e31a4-8c1c-11ee-9a3c-0a58a9feac02", entityType: "assetversion", parentId: "9c6a" },
        { entityId: "9c6a", entityType: "asset", parentId: "77aa" },
      ],
    },
  ],
  user: { userid: "bcdf57b0-acc6-11e1-a554-f23c91df1211", name: "jo" },
};

function cpuMicros(since) {
  const used = process.cpuUsage(since);
  return used.user + used.system;
}

async function publish(hub, count) {
  for (let from = 0; from < count; from += UNDER_WAY) {
    const outcomes = [];
    for (let i = 0; i < UNDER_WAY; i++) {
      outcomes.push(hub.publish(new Event("bench.update", data)));
    }
    await Promise.all(outcomes);
  }
}

async function receive(hub, subscribers) {
  let heard = 0;
  let enough = () => undefined;
  const ids = [];
  for (let i = 0; i < subscribers - 1; i++) {
    ids.push(hub.subscribe("topic=bench.update", () => undefined));
  }
  ids.push(
    hub.subscribe("topic=bench.update", () => {
      heard++;
      if (heard % AT_ONCE === 0) {
        enough();
      }
    }),
  );
  async function hear(count) {
    for (let from = 0; from < count; from += AT_ONCE) {
      const all = new Promise((resolve) => (enough = resolve));
      console.log("more");
      await all;
    }
  }
  await hear(WARM_UP);
  const cpu = process.cpuUsage();
  await hear(MEASURED);
  console.log(`receive ${subscribers} ${cpuMicros(cpu) / MEASURED}`);
  ids.forEach((id) => hub.unsubscribe(id));
}

const hub = new EventHub(process.argv[2], "jo", "key", {});
await hub.connect();
await publish(hub, WARM_UP);
const wall = process.hrtime.bigint();
const cpu = process.cpuUsage();
await publish(hub, MEASURED);
console.log(`publish ${Number(process.hrtime.bigint() - wall) / 1e3 / MEASURED} ${cpuMicros(cpu) / MEASURED}`);
for (const subscribers of [1, 10, 100]) {
  await receive(hub, subscribers);
}
process.exit(0);
