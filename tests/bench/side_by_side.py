#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPU per request of Gatehouse beside nginx and HAProxy, in one run on one machine.

    tests/bench/side_by_side.py [--ctl build/release/bin/gatehousectl] [--seconds 8] [--rounds 3] [--rows 1,4,5]

Every proxy runs one worker in front of the same nginx upstream and is loaded by wrk over kept connections. The figure
is CPU microseconds per request: user and system time of the proxy's processes (/proc/PID/stat, all threads and child
workers) divided by the requests wrk completed. It holds on a busy machine, where requests per second do not. Rounds
alternate between the proxies; the table shows the median of each.

Installs nothing: says what is missing (packaging/install_dependencies.sh bench brings it). All traffic is on 127.0.0.1.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TICK = os.sysconf("SC_CLK_TCK")
LUA_SCRIPT = 'wrk.headers["Authorization"] = "Bearer {token}"\n'


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise SystemExit(f"nothing listens on port {port}")


def processes_of(pid):
    """The process and its children (nginx workers)."""
    found = [pid]
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parent = int(file.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if parent == pid:
                found.append(int(name))
    return found


def cpu_seconds(pid):
    total = 0
    for process in processes_of(pid):
        with open(f"/proc/{process}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def resident_kib(pid):
    total = 0
    for process in processes_of(pid):
        with open(f"/proc/{process}/status") as file:
            total += int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))
    return total


class Proxy:
    def __init__(self, name, port, command):
        self.name = name
        self.port = port
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(port)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def nginx_upstream(folder, port):
    return write_nginx(folder, "upstream", f"""
        server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ default_type text/plain;
            return 200 "{'x' * 64}"; }} }}""")


def write_nginx(folder, name, servers):
    path = os.path.join(folder, name + ".conf")
    with open(path, "w") as file:
        file.write(f"""worker_processes 1; daemon off; pid {folder}/{name}.pid; error_log /dev/null crit;
            events {{ worker_connections 8000; }}
            http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/{name}-body;
                proxy_temp_path {folder}/{name}-proxy; fastcgi_temp_path {folder}/{name}-f;
                uwsgi_temp_path {folder}/{name}-u; scgi_temp_path {folder}/{name}-s; {servers} }}""")
    return ["nginx", "-c", path, "-e", "/dev/null"]


def nginx_proxy(folder, port, upstream):
    return write_nginx(folder, "proxy", f"""
        upstream backend {{ server 127.0.0.1:{upstream}; keepalive 256; keepalive_requests 100000000; }}
        server {{ listen 127.0.0.1:{port} backlog=4096; location / {{ proxy_pass http://backend;
            proxy_http_version 1.1; proxy_set_header Connection ""; }} }}""")


def haproxy_proxy(folder, port, upstream):
    path = os.path.join(folder, "haproxy.cfg")
    with open(path, "w") as file:
        file.write(f"""global
    nbthread 1
    maxconn 7000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    http-reuse always
frontend f
    bind 127.0.0.1:{port}
    default_backend b
backend b
    server s 127.0.0.1:{upstream}
""")
    return ["haproxy", "-f", path]


def token():
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")
    head = part(b'{"alg":"HS256","typ":"JWT"}')
    claims = part(json.dumps({"iss": "bench-key", "exp": int(time.time()) + 86400}).encode())
    signature = part(hmac.new(b"bench-secret", head + b"." + claims, hashlib.sha256).digest())
    return (head + b"." + claims + b"." + signature).decode()


def service(upstream):
    return f"_format_version: '3.0'\nservices:\n- name: s\n  url: http://127.0.0.1:{upstream}\n"


def plain_config(upstream):
    return service(upstream) + "  routes:\n  - name: r\n    paths: [/]\n    strip_path: false\n"


def full_config(upstream, log):
    return plain_config(upstream) + f"""consumers:
- username: bench
  jwt_secrets: [{{key: bench-key, secret: bench-secret}}]
  acls: [{{group: admins}}]
plugins:
- {{name: jwt, config: {{claims_to_verify: [exp]}}}}
- {{name: acl, config: {{allow: [admins]}}}}
- {{name: rate-limiting, config: {{minute: 1000000000}}}}
- {{name: file-log, config: {{path: {log}}}}}
"""


def many_routes_config(upstream):
    """10,000 routes: prefixes, 500 hosts, 100 regular expressions, and the one that is asked for."""
    lines = [service(upstream), "  routes:\n"]
    for i in range(9899):
        host = f", hosts: [h{i % 500}.example]" if i % 2 else ""
        lines.append(f"  - {{name: r{i}, paths: [/api/v{i % 10}/things{i}]{host}}}\n")
    for i in range(100):
        lines.append(f"  - {{name: x{i}, paths: ['~/regex{i}/(\\d+)$']}}\n")
    lines.append("  - {name: asked, paths: [/asked], strip_path: false}\n")
    return "".join(lines)


def gatehouse(ctl, folder, port, name, config):
    path = os.path.join(folder, name + ".yml")
    with open(path, "w") as file:
        file.write(config)
    return [ctl, "start", path, "--proxy-listen", f"127.0.0.1:{port}", "--admin-listen", "127.0.0.1:0", "--workers", "1"]


def load(port, seconds, connections=64, path="/", script=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    if script:
        command += ["-s", script]
    text = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", text).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if bad or "Socket errors" in text:
        raise SystemExit(f"the load on port {port} was not answered well:\n{text}")
    return requests


def measure(proxy, seconds, **options):
    before = cpu_seconds(proxy.process.pid)
    requests = load(proxy.port, seconds, **options)
    return (cpu_seconds(proxy.process.pid) - before) * 1e6 / requests, requests / seconds


def alternate(rounds, runs):
    """runs: name -> function giving (cpu, rate); the median of each over the rounds."""
    figures = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            figures[name].append(run())
    return {name: (statistics.median(f[0] for f in values), statistics.median(f[1] for f in values))
            for name, values in figures.items()}


class IdleClients:
    """Connections that sent one request and then keep quiet."""

    def __init__(self, port, count):
        self.sockets = []
        for _ in range(count):
            client = socket.create_connection(("127.0.0.1", port))
            client.sendall(b"GET / HTTP/1.1\r\nHost: idle\r\n\r\n")
            self.sockets.append(client)
        for client in self.sockets:
            client.recv(4096)

    def close(self):
        for client in self.sockets:
            client.close()


def print_row(number, what, ours, rival, goal):
    ratio = ours / rival if rival else float("nan")
    print(f"| {number} | {what} | {ours:.2f} | {rival:.2f} | {ratio:.3f} | {goal} |", flush=True)


def row_1_and_2(bench):
    token_script = os.path.join(bench.folder, "token.lua")
    with open(token_script, "w") as file:
        file.write(LUA_SCRIPT.format(token=token()))
    plain = bench.start("gatehouse", gatehouse, "plain", plain_config(bench.upstream))
    full = bench.start("gatehouse", gatehouse, "full", full_config(bench.upstream, os.path.join(bench.folder, "file.log")))
    nginx = bench.rival("nginx", nginx_proxy)
    haproxy = bench.rival("haproxy", haproxy_proxy)
    result = alternate(bench.rounds, {
        "nginx": lambda: measure(nginx, bench.seconds),
        "haproxy": lambda: measure(haproxy, bench.seconds),
        "plain": lambda: measure(plain, bench.seconds),
        "full": lambda: measure(full, bench.seconds, script=token_script),
    })
    print_row("1", "route only, CPU us/request against nginx", result["plain"][0], result["nginx"][0], "<= 0.85")
    print_row("1b", "the same against HAProxy", result["plain"][0], result["haproxy"][0], "")
    print_row("2", "jwt + acl + rate-limiting + file-log against nginx proxy_pass", result["full"][0],
              result["nginx"][0], "<= 1.00")
    for name in ("nginx", "haproxy", "plain", "full"):
        print(f"    {name}: {result[name][0]:.2f} us, {result[name][1]:.0f} requests/s", file=sys.stderr)
    lines = sum(1 for _ in open(os.path.join(bench.folder, "file.log")))
    print(f"    file-log lines written: {lines}", file=sys.stderr)


def row_4(bench):
    proxy = bench.start("gatehouse", gatehouse, "idle", plain_config(bench.upstream))
    alone = alternate(bench.rounds, {"alone": lambda: measure(proxy, bench.seconds)})["alone"]
    before = resident_kib(proxy.process.pid)
    idle = IdleClients(proxy.port, 5000)
    time.sleep(5)  # what their first requests needed goes back to the system
    memory = (resident_kib(proxy.process.pid) - before) / 5000
    beside = alternate(bench.rounds, {"beside": lambda: measure(proxy, bench.seconds)})["beside"]
    idle.close()
    print_row("4", "5,000 idle clients besides, against ourselves without", beside[0], alone[0], "<= 1.05")
    print(f"| 6 | memory per idle client, KiB | {memory:.2f} | - | - | <= 1 |", flush=True)


def row_5(bench):
    one = bench.start("gatehouse", gatehouse, "one", plain_config(bench.upstream))
    begun = time.monotonic()
    many = bench.start("gatehouse", gatehouse, "many", many_routes_config(bench.upstream))
    loaded = time.monotonic() - begun
    result = alternate(bench.rounds, {
        "one": lambda: measure(one, bench.seconds, path="/asked"),
        "many": lambda: measure(many, bench.seconds, path="/asked"),
    })
    print_row("5", "10,000 routes against one", result["many"][0], result["one"][0], "<= 1.10")
    print(f"| 10 | start with 10,000 routes until it accepts, s | {loaded:.2f} | - | - | <= 0.5 |", flush=True)


class Bench:
    def __init__(self, arguments, folder):
        self.ctl = arguments.ctl
        self.seconds = arguments.seconds
        self.rounds = arguments.rounds
        self.folder = folder
        self.proxies = []
        self.upstream = free_port()
        self.proxies.append(Proxy("upstream", self.upstream, nginx_upstream(folder, self.upstream)))

    def start(self, name, make, *details):
        port = free_port()
        proxy = Proxy(name, port, make(self.ctl, self.folder, port, *details))
        self.proxies.append(proxy)
        return proxy

    def rival(self, name, make):
        port = free_port()
        proxy = Proxy(name, port, make(self.folder, port, self.upstream))
        self.proxies.append(proxy)
        return proxy

    def stop_all(self):
        for proxy in self.proxies:
            proxy.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctl", default=os.path.join(ROOT, "build/release/bin/gatehousectl"))
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", default="1,4,5", help="1 (with 2), 4 (with 6), 5 (with 10)")
    arguments = parser.parse_args()
    missing = [tool for tool in ("nginx", "haproxy", "wrk") if not shutil.which(tool)]
    if missing or not os.path.exists(arguments.ctl):
        missing += [] if os.path.exists(arguments.ctl) else [arguments.ctl]
        raise SystemExit("missing: " + ", ".join(missing) + " (packaging/install_dependencies.sh bench; build release)")

    rows = {"1": row_1_and_2, "4": row_4, "5": row_5}
    print("| row | what | ours | rival | ratio | goal |\n| --- | --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # nginx workers run as another user
        bench = Bench(arguments, folder)
        try:
            for row in arguments.rows.split(","):
                rows[row](bench)
        finally:
            bench.stop_all()


if __name__ == "__main__":
    main()
