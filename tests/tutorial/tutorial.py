#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial, end to end: configured with curl, called with tokens of npm's jsonwebtoken, served by npm's express.

    tutorial.py GATEHOUSECTL

Then the same as one kong.yml, in the flat and in the nested form. Prints what it checked; exits 1 at the first surprise.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import checks  # noqa: E402
from checks import check  # noqa: E402


class Answer:
    def __init__(self, text):
        head, self.body = text.split("\r\n\r\n", 1)
        lines = head.split("\r\n")
        self.status = int(lines[0].split()[1])
        self.fields = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}

    def json(self):
        return json.loads(self.body)


def curl(*arguments):
    done = subprocess.run(["curl", "-s", "-i", *arguments], capture_output=True, check=True)
    return Answer(done.stdout.decode())


@contextlib.contextmanager
def running(command, ready):
    """A program that is up once its first line matches `ready`; the groups of the match are given."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE)
    try:
        yield re.match(ready, process.stdout.readline()).groups()
    finally:
        process.terminate()
        check(f"{command[0]} ends well", process.wait(20) in (0, -15), True)


def gateway(ctl, *arguments):
    command = [ctl, "start", *arguments, "--proxy-listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"]
    return running(command, r"ready proxy=(\S+) admin=(\S+)$")


def token(credential):
    done = subprocess.run(["node", "token.js"], input=json.dumps(credential), cwd=HERE, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def bearer(text):
    return ("-H", f"Authorization: Bearer {text}")


def wait_for_room_in_minute(seconds):
    """Limits count calendar minutes: what must fall into one minute starts when enough of it is left."""
    left = 60 - time.time() % 60
    if left < seconds:
        time.sleep(left + 0.1)


def configure(admin, port, log):
    """The commands of the tutorial, one after the other, with what Kong answers to each."""
    def post(path, *pairs):
        data = [word for pair in pairs for word in ("--data", pair)]
        return curl("-X", "POST", f"http://{admin}{path}", *data)

    for name in ("user", "order", "payment"):
        check(f"POST /services {name}", post("/services", f"name={name}-service", f"url=http://127.0.0.1:{port}").status, 201)
        route = post(f"/services/{name}-service/routes", f"name={name}-route", f"paths[]=/{name}s")
        check(f"POST routes {name}", (route.status, route.json()["paths"]), (201, [f"/{name}s"]))
    credentials = {}
    for consumer, group in (("mobile-app", "admins"), ("web-app", "customers")):
        check(f"POST /consumers {consumer}", post("/consumers", f"username={consumer}").status, 201)
        made = post(f"/consumers/{consumer}/jwt")
        check(f"POST jwt {consumer}", (made.status, len(made.json()["key"]), len(made.json()["secret"])), (201, 32, 32))
        credentials[consumer] = {"key": made.json()["key"], "secret": made.json()["secret"]}
        check(f"POST acls {consumer}", post(f"/consumers/{consumer}/acls", f"group={group}").status, 201)
    check("POST /plugins jwt", post("/plugins", "name=jwt").status, 201)
    check("POST jwt on a route", post("/routes/user-route/plugins", "name=jwt").status, 201)
    limit = post("/plugins", "name=rate-limiting", "config.minute=100")
    check("POST /plugins rate-limiting", (limit.status, limit.json()["config"]["minute"]), (201, 100))
    again = post("/plugins", "name=rate-limiting", "config.second=5", "config.minute=100", "config.hour=1000")
    check("a second global rate-limiting", (again.status, again.json()["code"]), (409, 5))
    check("POST acl", post("/routes/payment-route/plugins", "name=acl", "config.allow=admins").status, 201)
    check("POST limit on payments", post("/routes/payment-route/plugins", "name=rate-limiting", "config.minute=20").status, 201)
    check("POST file-log", post("/plugins", "name=file-log", f"config.path={log}").status, 201)
    return credentials, limit.json()["id"]


def check_access(proxy, mobile, web):
    """200 for who may, 401 without a token, 403 for the wrong group, with Kong's words."""
    welcome = curl(f"http://{proxy}/users/7", *bearer(mobile))
    check("a token gets through", (welcome.status, welcome.json()["consumer"], welcome.json()["path"]), (200, "mobile-app", "/7"))
    stranger = curl(f"http://{proxy}/orders")
    check("no token", (stranger.status, stranger.body), (401, '{"message":"Unauthorized"}'))
    check("no token: challenge", stranger.fields.get("www-authenticate"), "Bearer")
    check("the other consumer", curl(f"http://{proxy}/orders", *bearer(web)).json()["consumer"], "web-app")
    denied = curl(f"http://{proxy}/payments", *bearer(web))
    check("wrong group", (denied.status, denied.json()["message"]), (403, "You cannot consume this service"))
    paid = curl("-X", "POST", f"http://{proxy}/payments", *bearer(mobile), "-H", "Content-Type: application/json",
                "-d", '{"amount": 5}')
    check("right group", (paid.status, paid.json()["body"]), (200, {"amount": 5}))


def check_limit(proxy, path, who, limit, used):
    """Requests up to the limit pass, the next one is refused with Kong's fields."""
    for i in range(used, limit):
        answer = curl(f"http://{proxy}{path}", *bearer(who))
        remaining = answer.fields.get("x-ratelimit-remaining-minute")
        check(f"request {i + 1} of {limit} to {path}", (answer.status, remaining), (200, str(limit - i - 1)))
    refused = curl(f"http://{proxy}{path}", *bearer(who))
    check(f"request {limit + 1} to {path}", (refused.status, refused.json()["message"]), (429, "API rate limit exceeded"))
    for name, value in (("x-ratelimit-limit-minute", str(limit)), ("x-ratelimit-remaining-minute", "0"),
                        ("ratelimit-limit", str(limit)), ("ratelimit-remaining", "0")):
        check(f"429: {name}", refused.fields.get(name), value)
    check("429: retry-after is the reset", refused.fields.get("retry-after"), refused.fields.get("ratelimit-reset"))


def check_patched_limits(proxy, admin, plugin, web):
    """The limits of the second POST, as a PATCH: the sixth request of a second is refused."""
    data = [word for pair in ("config.second=5", "config.minute=100", "config.hour=1000") for word in ("--data", pair)]
    patched = curl("-X", "PATCH", f"http://{admin}/plugins/{plugin}", *data)
    config = patched.json()["config"]
    check("PATCH rate-limiting", (patched.status, config["second"], config["hour"]), (200, 5, 1000))
    for _ in range(40):
        answer = curl(f"http://{proxy}/orders", *bearer(web))
        if answer.status == 429:
            break
    check("more than five in a second", answer.status, 429)
    check("the hour is counted as well", answer.fields.get("x-ratelimit-limit-hour"), "1000")


def check_log(log, least):
    with open(log) as file:
        lines = [json.loads(line) for line in file]
    check("the log has every request", len(lines) >= least, True)
    first = lines[0]
    check("log: consumer", first["consumer"]["username"], "mobile-app")
    check("log: no token", first["request"]["headers"]["authorization"], "REDACTED")
    check("log: route", first["route"]["name"], "user-route")


def by_commands(ctl, port, folder):
    log = os.path.join(folder, "commands.log")
    with gateway(ctl) as (proxy, admin):
        credentials, plugin = configure(admin, port, log)
        mobile, web = token(credentials["mobile-app"]), token(credentials["web-app"])
        wait_for_room_in_minute(20)
        check_access(proxy, mobile, web)
        check_limit(proxy, "/users", mobile, 100, 1)
        check_limit(proxy, "/payments", mobile, 20, 1)
        check_patched_limits(proxy, admin, plugin, web)
    check_log(log, 125)


def by_file(ctl, port, folder, form):
    credentials = {"mobile-app": {"key": "mobile-key", "secret": "mobile-secret"},
                   "web-app": {"key": "web-key", "secret": "web-secret"}}
    log = os.path.join(folder, form + ".log")
    with open(os.path.join(HERE, form + ".yml")) as file:
        text = file.read().replace("UPSTREAM", f"http://127.0.0.1:{port}").replace("LOG", log)
    path = os.path.join(folder, form + ".yml")
    with open(path, "w") as file:
        file.write(text)
    parsed = subprocess.run([ctl, "config", "parse", path], capture_output=True, text=True, check=True)
    check(f"config parse {form}", parsed.stdout, "parse successful\n")
    with gateway(ctl, path) as (proxy, _):
        mobile, web = token(credentials["mobile-app"]), token(credentials["web-app"])
        wait_for_room_in_minute(20)
        check_access(proxy, mobile, web)
        check_limit(proxy, "/payments", mobile, 20, 1)
        check_limit(proxy, "/users", mobile, 100, 1)
    check_log(log, 105)


def main():
    ctl = os.path.abspath(sys.argv[1])
    if not os.path.isdir(os.path.join(HERE, "node_modules")):
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory() as folder, running(["node", "service.js"], r"(\d+)$") as (port,):
        by_commands(ctl, port, folder)
        by_file(ctl, port, folder, "flat")
        by_file(ctl, port, folder, "nested")
    print(f"{checks.count} checks passed")


if __name__ == "__main__":
    main()
