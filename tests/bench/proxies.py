# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What side_by_side.py measures with: the proxies and their configurations, the load, CPU time and memory."""

import base64
import hashlib
import hmac
import json
import os
import re
import signal
import socket
import ssl
import statistics
import subprocess
import time

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


def nginx_tls_proxy(folder, port, upstream):
    return write_nginx(folder, "tls-proxy", f"""
        upstream backend {{ server 127.0.0.1:{upstream}; keepalive 256; keepalive_requests 100000000; }}
        server {{ listen 127.0.0.1:{port} ssl backlog=4096; ssl_certificate {folder}/tls.crt; ssl_certificate_key {folder}/tls.key;
            ssl_protocols TLSv1.2 TLSv1.3; location / {{ proxy_pass http://backend;
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


def nginx_streaming(folder, port, upstream):
    return write_nginx(folder, "streaming", f"""
        server {{ listen 127.0.0.1:{port}; client_max_body_size 0; location / {{ proxy_pass http://127.0.0.1:{upstream};
            proxy_http_version 1.1; proxy_buffering off; proxy_request_buffering off; }} }}""")


def gatehouse(ctl, folder, port, name, config, workers=1):
    path = os.path.join(folder, name + ".yml")
    with open(path, "w") as file:
        file.write(config)
    return [ctl, "start", path, "--proxy-listen", f"127.0.0.1:{port}", "--admin-listen", "127.0.0.1:0",
            "--workers", str(workers)]


def gatehouse_tls(ctl, folder, port, name, config):
    """Its plain port is of no interest."""
    command = gatehouse(ctl, folder, free_port(), name, config)
    return ["env", f"XDG_DATA_HOME={folder}"] + command + ["--proxy-ssl-listen", f"127.0.0.1:{port}"]


def load_text(port, seconds, connections=64, path="/", script=None, scheme="http"):
    """What wrk prints of a load that was answered well."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    if script:
        command += ["-s", script]
    text = subprocess.run(command + [f"{scheme}://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if bad or "Socket errors" in text:
        raise SystemExit(f"the load on port {port} was not answered well:\n{text}")
    return text


def requests_of(text):
    return int(re.search(r"(\d+) requests in", text).group(1))


def latency_ms(text, percentile):
    value, unit = re.search(rf"{percentile}\s+([\d.]+)(us|ms|s)\b", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def load(port, seconds, **options):
    return requests_of(load_text(port, seconds, **options))


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

    def __init__(self, port, count, tls=False):
        context = ssl._create_unverified_context() if tls else None
        self.sockets = []
        for _ in range(count):
            client = socket.create_connection(("127.0.0.1", port))
            client = context.wrap_socket(client) if tls else client
            client.sendall(b"GET / HTTP/1.1\r\nHost: idle\r\n\r\n")
            self.sockets.append(client)
        for client in self.sockets:
            client.recv(4096)

    def close(self):
        for client in self.sockets:
            client.close()


