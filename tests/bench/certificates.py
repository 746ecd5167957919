# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate that all proxies of side_by_side.py present."""

import os
import shutil
import subprocess


def make_certificate(folder):
    """ECDSA P-256, the same for all."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=bench.test", "-keyout", f"{folder}/tls.key", "-out", f"{folder}/tls.crt"],
                   check=True, capture_output=True)
    os.chmod(f"{folder}/tls.key", 0o644)


def keep_default_certificate(folder):
    """The bench's certificate in the place where a gateway keeps its own: wrk, given an address, names no server."""
    kept = os.path.join(folder, "gatehouse", "tls")
    os.makedirs(kept, mode=0o700)
    for name in ("default", "default-ecdsa"):
        shutil.copy(f"{folder}/tls.crt", f"{kept}/{name}.crt")
        shutil.copy(f"{folder}/tls.key", f"{kept}/{name}.key")
