#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The proxy between programs that others wrote: npm's ws and undici, Python's http.client and curl.

    peers.py GATEHOUSECTL

Prints what it checked; exits 1 at the first surprise.
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import checks  # noqa: E402
from checks import check  # noqa: E402


def install(folder):
    """Puts the packages beside a copy of the scripts, so that the source folder stays as it is."""
    for name in ("package.json", "package-lock.json", "service.js", "clients.js"):
        with open(os.path.join(HERE, name), encoding="utf-8") as source:
            with open(os.path.join(folder, name), "w", encoding="utf-8") as copy:
                copy.write(source.read())
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True)


def start_gateway(ctl, port, folder):
    document = os.path.join(folder, "kong.yml")
    with open(document, "w", encoding="utf-8") as file:
        file.write(f"""_format_version: "3.0"
services:
- name: peer
  url: http://127.0.0.1:{port}
  routes:
  - name: all
    paths: [/]
    strip_path: false
    response_buffering: false
""")
    any_port = "127.0.0.1:0"
    process = subprocess.Popen(
        [ctl, "start", document, "--proxy-listen", any_port, "--proxy-ssl-listen", any_port, "--admin-listen", any_port],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    tls = next(match[1] for line in process.stderr if (match := re.match(r"tls=(\S+)", line)))
    threading.Thread(target=process.stderr.read, daemon=True).start()
    plain = re.match(r"ready proxy=(\S+)", process.stdout.readline())[1]
    return process, plain, tls


def use_http_client(address):
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.connect()
    own_port = connection.sock.getsockname()[1]
    for number in range(50):
        connection.request("GET", f"/python/{number}")
        check("http.client GET", connection.getresponse().read(), f"/python/{number}".encode())
    connection.request("POST", "/echo", body=(b"part" for _ in range(1000)), encode_chunked=True)
    check("http.client chunked", connection.getresponse().read(), b"part" * 1000)
    connection.request("HEAD", "/head")
    head = connection.getresponse()
    check("http.client HEAD", (head.status, head.read()), (200, b""))
    check("http.client keeps its connection", connection.sock.getsockname()[1], own_port)
    connection.close()

    poll = http.client.HTTPConnection(address, timeout=10)
    poll.request("GET", "/poll")
    other = http.client.HTTPConnection(address, timeout=10)
    answers = []
    reader = threading.Thread(target=lambda: answers.append(poll.getresponse().read()))
    reader.start()
    while reader.is_alive():  # until the service has seen the poll
        other.request("GET", "/go-on")
        other.getresponse().read()
        reader.join(0.02)
    check("long polling", answers, [b"news"])


def curl(*arguments, given=None):
    done = subprocess.run(["curl", "-s", "--max-time", "20", *arguments], capture_output=True, input=given, check=False)
    check(f"curl {arguments[-1]} ends well", done.returncode, 0)
    return done.stdout


def use_curl(plain, tls):
    check("curl", curl(f"http://{plain}/curl"), b"/curl")
    check("curl over TLS", curl("-k", f"https://{tls}/curl"), b"/curl")
    check("curl with HTTP/1.0", curl("--http1.0", f"http://{plain}/old"), b"/old")
    large = os.urandom(5000000)
    check("curl waits for 100", curl("-H", "Expect: 100-continue", "--data-binary", "@-", f"http://{plain}/echo",
                                     given=large), large)
    check("curl uploads in chunks", curl("-T", "-", f"http://{plain}/echo", given=large), large)
    check("curl gets an early answer", curl("--data-binary", "@-", f"http://{plain}/early", given=large), b"no")
    check("curl takes two on one connection",
          curl("-w", "%{num_connects} ", f"http://{plain}/a", f"http://{plain}/b"), b"/a1 /b0 ")


def main(folder):
    install(folder)
    service = subprocess.Popen(["node", "service.js"], stdout=subprocess.PIPE, text=True, cwd=folder)
    port = re.match(r"listening on (\d+)", service.stdout.readline())[1]
    gateway, plain, tls = start_gateway(sys.argv[1], port, folder)
    try:
        use_http_client(plain)
        use_curl(plain, tls)
        node = subprocess.run(["node", "clients.js", plain, tls], cwd=folder, capture_output=True, text=True, timeout=120)
        check("npm's ws and undici " + node.stderr, node.stdout, "ok\n")
    finally:
        gateway.terminate()
        service.terminate()
        service.wait(20)
    check("the gateway ends well", gateway.wait(20), 0)
    print(f"{checks.count} checks passed")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(temporary)
