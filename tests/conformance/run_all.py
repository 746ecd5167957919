#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays every recorded case against a built gatehousectl and holds the outcome against known_failures.txt.

  run_all.py --gateway PATH/gatehousectl [--only proxy|control] [--write]

Each corpus gets a gateway of its own: an empty configuration, one worker, free ports. A step that fails although the
list does not name it, and a step that passes although the list names it, both fail the run: the list only shrinks.
--write prints the list that would be true now, with the reasons of the old one. Python 3.11, standard library only.
"""
import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
LIST = os.path.join(HERE, "known_failures.txt")
LINE = re.compile(r"(PASS|FAIL|SKIP) ([^ :]+)(?::? (.*))?$")
UNEXPLAINED = "not explained yet"


class Gateway:
    """A running gatehousectl; ends with the block, and must end well."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="conformance-")
        self.log = open(os.path.join(self.folder.name, "stderr"), "w+", encoding="utf-8")
        command = [self.program, "start", "--workers", "1"]
        for listen in ("--proxy-listen", "--proxy-ssl-listen", "--admin-listen"):
            command += [listen, "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True,
                                        cwd=self.folder.name)
        ready = self.process.stdout.readline()
        self.log.seek(0)
        self.addresses = dict(re.findall(r"(\w+)=(\S+)", ready + self.log.read()))
        if not ready.startswith("ready "):
            self.log.seek(0)
            sys.exit(f"The gateway did not start: {ready}{self.log.read()}")
        return self

    def __exit__(self, *unused):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.log.seek(0)
        text = self.log.read()
        self.log.close()
        self.folder.cleanup()
        if code != 0:
            sys.exit(f"The gateway ended with {code}:\n{text[-4000:]}")


def commands_of(corpus, addresses):
    folder = os.path.join(HERE, corpus)
    if corpus == "proxy":
        command = ["conformance.py", "--cases", "cases", "--proxy", addresses["proxy"], "--admin", addresses["admin"]]
        return folder, [command + ["--tls", addresses["tls"]]]
    runner = ["admin_conformance.py", "--admin", addresses["admin"]]
    return folder, [runner + ["--cases", "cases"], runner + ["--declarative", "declarative"]]


def replay(program, corpus):
    """Yields (verdict, name, difference) for each step, and for each case that was skipped."""
    outcome = []
    with Gateway(program) as gateway:
        folder, commands = commands_of(corpus, gateway.addresses)
        for command in commands:
            run = subprocess.run([sys.executable, "-B", *command], cwd=folder, capture_output=True, text=True)
            found = [m.groups() for m in map(LINE.match, run.stdout.splitlines()) if m]
            if run.returncode not in (0, 1) or not found:
                sys.exit(f"{command[0]} failed:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
            outcome += [(verdict, f"{corpus} {name}", text or "") for verdict, name, text in found]
    return outcome


def read_list():
    known = {}
    with open(LIST, encoding="utf-8") as lines:
        for line in lines:
            entry, _, reason = line.partition("#")
            if entry.strip():
                known[" ".join(entry.split())] = reason.strip()
    return known


def print_figures(outcome):
    groups = defaultdict(lambda: [0, 0, 0])
    for verdict, name, _ in outcome:
        corpus, case = name.split(" ")
        group = case.split("/")[0] if case.startswith("declarative") else case.split("-")[0]
        groups[f"{corpus} {group}"][("PASS", "FAIL", "SKIP").index(verdict)] += 1
    print(f"{'group':<24} {'passed':>6} {'failed':>6} {'%':>6}  cases skipped")
    for group, (passed, failed, skipped) in sorted(groups.items()):
        share = 100 * passed / max(1, passed + failed)
        print(f"{group:<24} {passed:>6} {failed:>6} {share:>6.1f}  {skipped or ''}")


def judge(outcome, known, corpora):
    """Prints what differs from the list; the number of differences."""
    open_ends = {name: text for verdict, name, text in outcome if verdict != "PASS"}
    seen = {name for _, name, _ in outcome}
    count = 0
    for name, text in open_ends.items():
        if name not in known:
            print(f"UNEXPECTED FAILURE {name}: {text}")
            count += 1
    for name in known:
        if name.split(" ")[0] in corpora and name not in open_ends:
            verdict = "UNEXPECTED PASS" if name in seen else "NO SUCH STEP"
            print(f"{verdict} {name}: take it out of {os.path.basename(LIST)}")
            count += 1
    return count


def main():
    parser = argparse.ArgumentParser(description="Replays the recorded cases against gatehousectl.")
    parser.add_argument("--gateway", required=True, help="the built gatehousectl")
    parser.add_argument("--only", choices=["proxy", "control"])
    parser.add_argument("--write", action="store_true", help="print the list that would be true now")
    options = parser.parse_args()
    corpora = [options.only] if options.only else ["proxy", "control"]
    known = read_list()
    with ThreadPoolExecutor() as pool:
        outcome = [step for steps in pool.map(lambda c: replay(options.gateway, c), corpora) for step in steps]
    if options.write:
        for verdict, name, _ in outcome:
            if verdict != "PASS":
                print(f"{name}  # {known.get(name, UNEXPLAINED)}")
        return 0
    print_figures(outcome)
    differences = judge(outcome, known, corpora)
    passed = sum(verdict == "PASS" for verdict, _, _ in outcome)
    print(f"{passed} of {len(outcome)} passed, {len(known)} listed as known failures, {differences} unexpected")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
