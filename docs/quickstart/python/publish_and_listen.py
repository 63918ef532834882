"""Publish one review item to Rushlight, print its receipt, then print each decision.

Needs FTRACK_SERVER, FTRACK_API_USER and FTRACK_API_KEY in the environment.
"""

import ftrack_api
from ftrack_api.event.base import Event

session = ftrack_api.Session()
hub = session.event_hub
hub.connect()


def on_decision(event):
    data = event["data"]
    print(
        "decision: {0} is {1} by {2}: {3}".format(
            data["item"]["name"], data["outcome"], data["actor"]["displayName"], data.get("reason") or ""
        ),
        flush=True,
    )


def on_receipt(reply):
    print("receipt:", reply["data"].get("url") or reply["data"]["errors"], flush=True)


hub.subscribe("topic=webreview.decision.*", on_decision)

hub.publish(
    Event(
        topic="webreview.submit",
        data={
            "schema": "webreview.submit/1",
            "kind": "TASK",
            "project": "quickstart",
            "line": {"key": "python", "name": "Hello from Python"},
            "task": {"status": "In progress", "assignee": "you", "description": "Does it work?"},
        },
    ),
    on_reply=on_receipt,
)

hub.wait()
