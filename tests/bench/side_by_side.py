#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPU per request of Gatehouse beside nginx and HAProxy, in one run on one machine.

    tests/bench/side_by_side.py [--ctl build/release/bin/gatehousectl] [--seconds 8] [--rounds 3] [--rows 1,4,5,7,8,9,10,11,14]

Every proxy runs one worker in front of the same nginx upstream and is loaded by wrk over kept connections. The figure
is CPU microseconds per request: user and system time of the proxy's processes (/proc/PID/stat, all threads and child
workers) divided by the requests wrk completed. It holds on a busy machine, where requests per second do not. Rounds
alternate between the proxies; the table shows the median of each.

Installs nothing: says what is missing (packaging/install_dependencies.sh bench brings it). All traffic is on 127.0.0.1.
"""

import argparse
import os
import shutil
import tempfile

import rows
from proxies import Proxy, free_port, nginx_upstream

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


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
    parser.add_argument("--rows", default=",".join(rows.ROWS), help="1 brings 2 and 3, 4 brings 6")
    arguments = parser.parse_args()
    missing = [tool for tool in ("nginx", "haproxy", "wrk", "openssl") if not shutil.which(tool)]
    if missing or not os.path.exists(arguments.ctl):
        missing += [] if os.path.exists(arguments.ctl) else [arguments.ctl]
        raise SystemExit("missing: " + ", ".join(missing) + " (packaging/install_dependencies.sh bench; build release)")

    print("| row | what | ours | rival | ratio | goal |\n| --- | --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # nginx workers run as another user
        bench = Bench(arguments, folder)
        try:
            for row in arguments.rows.split(","):
                rows.ROWS[row](bench)
        finally:
            bench.stop_all()


if __name__ == "__main__":
    main()
