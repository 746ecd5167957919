#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replay recorded Admin API conversations against a gateway and compare the answers.

  admin_conformance.py --cases DIR_OR_FILES... --admin HOST:PORT [--only GLOB] [--kind crud|config]
  admin_conformance.py --declarative DIR --admin HOST:PORT      DIR holds valid/ and invalid/
                       [--json OUT] [--record] [--lenient-empty] [-v]

Python 3.11, standard library only.  See README.md for the case format.
"""
import argparse, copy, fnmatch, glob, http.client, json, os, re, sys, time, urllib.parse

UUID = r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
UUID_RE = re.compile(UUID)
KEY_RE = re.compile(r'[0-9A-Za-z]{32}')
HEX40_RE = re.compile(r'[0-9a-f]{40}')
TOKEN_RE = re.compile(r'<<(uuid|key|hex40|ts|tsf|offset|any)(?::(\d+))?>>')
HEADERS = ['Content-Type', 'Allow', 'Location', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials',
           'Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Max-Age']
COLLECTIONS = ['plugins', 'consumers', 'routes', 'services', 'upstreams', 'snis', 'certificates', 'ca_certificates',
               'vaults', 'keys', 'key-sets']
ALWAYS_UNORDERED = {'flattened_errors', 'errors', 'enabled_plugins'}


# ------------------------------------------------------------------ mini YAML (block and flow subset)
class Yaml:
    """Reads the YAML a gateway prints for GET /config: block maps/sequences, flow collections, quoted, plain and
    literal scalars.  No anchors, no tags, no multiple documents."""
    def __init__(self, text):
        self.lines = text.split('\n')
        self.i = 0

    @staticmethod
    def load(text):
        t = text.lstrip()
        if t[:1] in '{[':
            try:
                return json.loads(text)
            except ValueError:
                pass
        y = Yaml(text)
        y.skip()
        if y.i >= len(y.lines):
            return None
        if y.lines[y.i].strip() == '---':
            y.i += 1
        v = y.block(0)
        return v

    def skip(self):
        while self.i < len(self.lines):
            s = self.lines[self.i].strip()
            if s == '' or s.startswith('#') or s == '...':
                self.i += 1
            else:
                return

    def indent(self):
        l = self.lines[self.i]
        return len(l) - len(l.lstrip(' '))

    def block(self, ind):
        self.skip()
        if self.i >= len(self.lines) or self.indent() < ind:
            return None
        n = self.indent()
        s = self.lines[self.i].strip()
        if s == '-' or s.startswith('- '):
            return self.seq(n)
        if self.key(s) is not None:
            return self.map(n)
        self.i += 1
        return self.scalar(s, n - 1)

    def key(self, s):
        if s[:1] in '"\'':
            v, j = self.quoted(s, 0)
            if v is not None and re.match(r'\s*:(\s|$)', s[j:]):
                j += s[j:].index(':') + 1
                return v, s[j:].strip()
            return None
        m = re.match(r'([^\s#\[\]{},][^#]*?)\s*:(?:\s+(.*)|)$', s)
        if not m or (s[0] == '-' and s[1:2] == ' '):
            return None
        return self.plain(m.group(1), True), (m.group(2) or '').strip()

    def map(self, n):
        out = {}
        while True:
            self.skip()
            if self.i >= len(self.lines) or self.indent() != n:
                return out
            kv = self.key(self.lines[self.i].strip())
            if kv is None:
                return out
            self.i += 1
            out[kv[0]] = self.value(kv[1], n, True)

    def value(self, rest, n, inmap):
        if rest == '' or rest.startswith('#'):
            self.skip()
            if self.i < len(self.lines):
                k = self.indent()
                s = self.lines[self.i].strip()
                if k > n or (inmap and k == n and (s == '-' or s.startswith('- '))):
                    return self.block(k)
            return None
        return self.scalar(rest, n)

    def seq(self, n):
        out = []
        while True:
            self.skip()
            if self.i >= len(self.lines) or self.indent() != n:
                return out
            l = self.lines[self.i]
            s = l.strip()
            if not (s == '-' or s.startswith('- ')):
                return out
            rest = s[1:].lstrip()
            if rest == '':
                self.i += 1
                out.append(self.value('', n, False))
                continue
            pad = n + (len(s) - len(rest))
            if rest[0] not in '|>' and (self.key(rest) is not None or rest.startswith('- ')):
                self.lines[self.i] = ' ' * pad + rest
                out.append(self.block(pad))
            else:
                self.i += 1
                out.append(self.scalar(rest, n))

    def scalar(self, s, n):
        if s[0] in '|>' and re.match(r'[|>][-+0-9]*$', s):
            return self.literal(s, n)
        if s[0] in '"\'':
            while True:
                v, j = self.quoted(s, 0)
                if v is not None or self.i >= len(self.lines):
                    return v
                s = self.more(s)
        if s[0] in '[{':
            while True:
                try:
                    v, j = self.flow(s, 0)
                    return v
                except IndexError:
                    if self.i >= len(self.lines):
                        raise ValueError('bad flow collection')
                    s = self.more(s)
        while self.i < len(self.lines) and self.lines[self.i].strip() and self.indent() > n \
                and self.key(self.lines[self.i].strip()) is None:
            s += ' ' + self.lines[self.i].strip()
            self.i += 1
        return self.plain(re.sub(r'\s+#.*$', '', s))

    def more(self, s):
        # append the next line of a multi-line quoted scalar or flow collection, folding line breaks
        nxt, blanks = self.lines[self.i].strip(), 0
        self.i += 1
        while nxt == '' and self.i < len(self.lines):
            blanks += 1
            nxt = self.lines[self.i].strip()
            self.i += 1
        if blanks:
            return s + '\n' * blanks + nxt
        if s.endswith('\\'):
            return s[:-1] + nxt
        return s + ' ' + nxt

    def literal(self, s, n):
        out, ind = [], None
        while self.i < len(self.lines):
            l = self.lines[self.i]
            if l.strip() == '':
                out.append('')
                self.i += 1
                continue
            k = len(l) - len(l.lstrip(' '))
            if ind is None:
                ind = int(re.sub(r'\D', '', s)) + max(n, 0) if re.search(r'\d', s) else k
            if k < ind or k <= n:
                break
            out.append(l[ind:])
            self.i += 1
        tail = 0
        while out and out[-1] == '':
            out.pop()
            tail += 1
        text = '\n'.join(out) if s[0] == '|' else re.sub(r'(?<!\n)\n(?!\n)', ' ', '\n'.join(out))
        if '-' in s:
            return text
        return text + '\n' * (1 + tail if '+' in s else 1)

    def quoted(self, s, j):
        q = s[j]
        j += 1
        out = []
        while j < len(s):
            c = s[j]
            if q == "'":
                if c == "'":
                    if s[j + 1:j + 2] == "'":
                        out.append("'")
                        j += 2
                        continue
                    return ''.join(out), j + 1
                out.append(c)
            else:
                if c == '"':
                    return ''.join(out), j + 1
                if c == '\\' and j + 1 < len(s):
                    e = s[j + 1]
                    m = {'x': 2, 'u': 4, 'U': 8}.get(e)
                    if m:
                        out.append(chr(int(s[j + 2:j + 2 + m], 16)))
                        j += 2 + m
                        continue
                    out.append({'n': '\n', 't': '\t', 'r': '\r', '0': '\0', 'e': '\x1b', 'a': '\a', 'b': '\b', 'f': '\f',
                                'v': '\v', 'N': '\x85', '_': '\xa0', 'L': '\u2028', 'P': '\u2029'}.get(e, e))
                    j += 2
                    continue
                out.append(c)
            j += 1
        return None, j

    def flow(self, s, j):
        while s[j] in ' \t\n':
            j += 1
        if s[j] in '[{':
            close = ']' if s[j] == '[' else '}'
            out = [] if close == ']' else {}
            j += 1
            while True:
                while s[j] in ' \t\n,':
                    j += 1
                if s[j] == close:
                    return out, j + 1
                v, j = self.flow(s, j)
                if close == '}':
                    while s[j] in ' \t\n':
                        j += 1
                    if s[j] == ':':
                        w, j = self.flow(s, j + 1)
                    else:
                        w = None
                    out[v] = w
                else:
                    out.append(v)
        if s[j] in '"\'':
            v, k = self.quoted(s, j)
            if v is None:
                raise IndexError
            return v, k
        k = j
        while s[k] not in ',]}' and not (s[k] == ':' and s[k + 1] in ' \t'):
            k += 1
        return self.plain(s[j:k].strip()), k

    @staticmethod
    def plain(s, key=False):
        if key and not re.fullmatch(r'-?\d+', s):
            return s
        if s in ('~', 'null', 'Null', 'NULL', ''):
            return None
        if s in ('true', 'True', 'TRUE'):
            return True
        if s in ('false', 'False', 'FALSE'):
            return False
        if re.fullmatch(r'[-+]?\d+', s):
            return int(s)
        if re.fullmatch(r'[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?', s):
            return float(s)
        return s


# ------------------------------------------------------------------ table dumps inside error messages
class LuaDump:
    """Parses the `{a={b="c"},[2]="d"}` dumps found inside some error messages (their key order is not fixed)."""
    def __init__(self, s):
        self.s = s

    @staticmethod
    def split(s):
        out, i, text = [], 0, ''
        p = LuaDump(s)
        while i < len(s):
            if s[i] == '{':
                try:
                    v, j = p.table(i)
                    out += [text, v]
                    text, i = '', j
                    continue
                except (ValueError, IndexError):
                    pass
            text += s[i]
            i += 1
        out.append(text)
        return out

    def ws(self, i):
        while self.s[i] in ' \t\n':
            i += 1
        return i

    def table(self, i):
        s = self.s
        out, n, i = {}, 1, self.ws(i + 1)
        while s[i] != '}':
            k = None
            if s[i] == '[':
                k, i = self.val(i + 1)
                i = self.ws(i)
                if s[i] != ']' or s[i + 1:].lstrip()[:1] != '=':
                    raise ValueError
                i = s.index('=', i) + 1
            else:
                m = re.compile(r'([A-Za-z_@][\w@]*)\s*=').match(s, i)
                if m:
                    k, i = m.group(1), m.end()
            v, i = self.val(self.ws(i))
            if k is None:
                k, n = n, n + 1
            out[str(k)] = v
            i = self.ws(i)
            if s[i] in ',;':
                i = self.ws(i + 1)
            elif s[i] != '}':
                raise ValueError
        return out, i + 1

    def val(self, i):
        s = self.s
        if s[i] == '{':
            return self.table(i)
        if s[i] == '"':
            out, i = '', i + 1
            while s[i] != '"':
                if s[i] == '\\':
                    i += 1
                out += s[i]
                i += 1
            return out, i + 1
        m = re.compile(r'-?[\w.+<>:-]+').match(s, i)
        if not m:
            raise ValueError
        return m.group(0), m.end()


# ------------------------------------------------------------------ comparing
class Cmp:
    def __init__(self, unordered=(), ignore=(), lenient=False):
        self.unordered, self.ignore, self.lenient = list(unordered), set(ignore) | {'request_id'}, lenient

    def string(self, exp, act, bind, path):
        if exp == act:
            return []
        if TOKEN_RE.search(exp):
            rx, names, pos = '', [], 0
            for m in TOKEN_RE.finditer(exp):
                rx += re.escape(exp[pos:m.start()])
                pos = m.end()
                kind, n = m.group(1), m.group(2)
                name = kind + ':' + n if n else None
                if name and name in bind:
                    rx += re.escape(bind[name])
                    continue
                body = {'uuid': UUID, 'key': r'[0-9A-Za-z]{32}', 'hex40': r'[0-9a-f]{40}', 'offset': r'[^&]+',
                        'any': r'[\s\S]*', 'ts': r'\d+', 'tsf': r'[\d.]+'}[kind]
                rx += '(' + body + ')'
                names.append(name)
            rx += re.escape(exp[pos:])
            m = re.fullmatch(rx, act)
            if m:
                for n, v in zip(names, m.groups()):
                    if n:
                        if n in bind and bind[n] != v:
                            return [f'{path}: {n} is {v!r} here and {bind[n]!r} before']
                        bind[n] = v
                return []
        if '{' in exp and '{' in act:
            a, b = LuaDump.split(exp), LuaDump.split(act)
            if len(a) == len(b) and len(a) > 1:
                bb = dict(bind)
                c = Cmp((), (), True)
                if all(not c.match(x, y, bb, path) for x, y in zip(a, b)):
                    bind.update(bb)
                    return []
        return [f'{path}: expected {short(exp)}, got {short(act)}']

    def next(self, exp, act, bind, path):
        if not isinstance(act, str):
            return [f'{path}: expected {short(exp)}, got {short(act)}']
        e, a = urllib.parse.urlsplit(exp.replace('<<offset>>', 'OFFSETMASK')), urllib.parse.urlsplit(act)
        qe, qa = dict(urllib.parse.parse_qsl(e.query, True)), dict(urllib.parse.parse_qsl(a.query, True))
        if e.path != a.path or set(qe) != set(qa) or any(v != qa[k] for k, v in qe.items() if v != 'OFFSETMASK') \
                or not qa.get('offset'):
            return [f'{path}: expected {short(exp)}, got {short(act)}']
        return []

    def match(self, exp, act, bind, path):
        if isinstance(exp, str) and exp.startswith('<<') and TOKEN_RE.fullmatch(exp):
            kind = TOKEN_RE.fullmatch(exp).group(1)
            if kind == 'any':
                return []
            if kind in ('ts', 'tsf'):
                ok = isinstance(act, (int, float)) and not isinstance(act, bool) and abs(act - time.time()) < 86400 \
                    and (kind == 'tsf' or act == int(act))
                return [] if ok else [f'{path}: expected a current time in seconds, got {short(act)}']
        if isinstance(exp, dict) and set(exp) == {'<<yaml>>'}:
            if not isinstance(act, str):
                return [f'{path}: expected YAML text, got {short(act)}']
            try:
                tree = Yaml.load(act)
            except Exception as e:
                return [f'{path}: not readable as YAML ({e})']
            return self.match(exp['<<yaml>>'], tree, bind, path)
        if self.lenient and exp in ([], {}) and act in ([], {}) and not isinstance(act, bool):
            return []
        if isinstance(exp, dict):
            if not isinstance(act, dict):
                return [f'{path}: expected {short(exp)}, got {short(act)}']
            out, rest = [], {k: v for k, v in act.items() if k not in self.ignore}
            masked = []
            for k, v in exp.items():
                if k in self.ignore:
                    continue
                p = f'{path}.{k}' if path else k
                if TOKEN_RE.search(k):
                    masked.append((k, v))
                elif k not in rest:
                    out.append(f'{p}: missing (expected {short(v)})')
                else:
                    a = rest.pop(k)
                    if k == 'next' and isinstance(v, str):
                        out += self.next(v, a, bind, p)
                    else:
                        out += self.match(v, a, bind, p)
            for k, v in masked:
                best = None
                for kk in list(rest):
                    b = dict(bind)
                    d = self.string(k, kk, b, path) or self.match(v, rest[kk], b, f'{path}.{kk}')
                    if not d:
                        bind.update(b)
                        rest.pop(kk)
                        best = []
                        break
                    if best is None or len(d) < len(best):
                        best = d
                out += [f'{path}.{k}: no matching member'] if best is None else best[:3]
            for k, v in rest.items():
                if not masked:
                    out.append(f'{path}.{k}: unexpected ({short(v)})' if path else f'{k}: unexpected ({short(v)})')
            if masked and rest and not out:
                out.append(f'{path}: unexpected members {short(list(rest))}')
            return out
        if isinstance(exp, list):
            if not isinstance(act, list):
                return [f'{path}: expected {short(exp)}, got {short(act)}']
            if len(exp) != len(act):
                return [f'{path}: expected {len(exp)} elements, got {len(act)}: {short(act)}']
            last = re.sub(r'\.\d+(?=\.|$)', '.*', path)
            if any(fnmatch.fnmatchcase(last, u) for u in self.unordered) or path.rsplit('.', 1)[-1] in ALWAYS_UNORDERED:
                left, out = list(enumerate(act)), []
                order = sorted(range(len(exp)), key=lambda n: -specific(exp[n]))
                for n in order:
                    best = None
                    for pos, (m, a) in enumerate(left):
                        b = dict(bind)
                        d = self.match(exp[n], a, b, f'{path}.{n}')
                        if not d:
                            bind.update(b)
                            left.pop(pos)
                            best = None
                            break
                        if best is None or len(d) < len(best):
                            best = d
                    if best:
                        out += best[:3]
                return out
            out = []
            for n, (e, a) in enumerate(zip(exp, act)):
                out += self.match(e, a, bind, f'{path}.{n}')
            return out
        if isinstance(exp, bool) or isinstance(act, bool) or exp is None or act is None:
            return [] if exp is act else [f'{path}: expected {short(exp)}, got {short(act)}']
        if isinstance(exp, (int, float)) and isinstance(act, (int, float)):
            return [] if abs(exp - act) <= 1e-9 * max(1, abs(exp)) else [f'{path}: expected {exp}, got {act}']
        if isinstance(exp, str) and isinstance(act, str):
            return self.string(exp, act, bind, path)
        return [f'{path}: expected {short(exp)}, got {short(act)}']


def specific(v):
    return len(TOKEN_RE.sub('', json.dumps(v)))


def short(v, n=160):
    s = json.dumps(v, ensure_ascii=False)
    return s if len(s) <= n else s[:n] + '…'


# ------------------------------------------------------------------ talking
class Client:
    def __init__(self, hostport):
        self.host, _, p = hostport.rpartition(':')
        self.port, self.c = int(p), None

    def send(self, method, path, headers=None, body=None):
        for attempt in (1, 2):
            try:
                if self.c is None:
                    self.c = http.client.HTTPConnection(self.host or '127.0.0.1', self.port, timeout=30)
                self.c.putrequest(method, path, skip_accept_encoding=True)
                h = dict(headers or {})
                if body is not None and not any(k.lower() == 'content-length' for k in h):
                    h['Content-Length'] = str(len(body))
                elif body is None and method in ('POST', 'PUT', 'PATCH'):
                    h.setdefault('Content-Length', '0')
                for k, v in h.items():
                    self.c.putheader(k, v)
                self.c.endheaders(body)
                r = self.c.getresponse()
                data = r.read()
                return r.status, r.headers, data
            except (http.client.HTTPException, OSError):
                if self.c:
                    self.c.close()
                self.c = None
                if attempt == 2:
                    raise

    def json(self, method, path, obj=None):
        b = None if obj is None else json.dumps(obj).encode()
        s, h, d = self.send(method, path, {'Content-Type': 'application/json'} if b else {}, b)
        try:
            return s, json.loads(d)
        except ValueError:
            return s, None


def wipe(c, kind):
    if kind == 'config':
        for _ in range(50):
            s, d = c.json('POST', '/config', {'_format_version': '3.0'})
            if s != 429:
                break
            time.sleep(0.2)
        if s not in (200, 201):
            raise RuntimeError(f'cannot empty the configuration: POST /config answered {s} {d}')
        return
    for name in COLLECTIONS:
        for _ in range(200):
            s, d = c.json('GET', f'/{name}?size=1000')
            if s != 200 or not isinstance(d, dict) or not d.get('data'):
                break
            for e in d['data']:
                c.send('DELETE', f'/{name}/{e["id"]}')


def encode(req, sub):
    h = {k: sub(v) for k, v in (req.get('headers') or {}).items()}
    ct, body = None, None
    if 'json' in req:
        body, ct = json.dumps(sub(req['json']), ensure_ascii=False).encode(), 'application/json'
    elif 'form' in req:
        f = sub(req['form'])
        body = (f if isinstance(f, str) else urllib.parse.urlencode([tuple(p) for p in f])).encode()
        ct = 'application/x-www-form-urlencoded'
    elif 'yaml' in req:
        body, ct = sub(req['yaml']).encode(), 'text/yaml'
    elif 'multipart' in req:
        b = '----conformance7d1f'
        out = b''
        for p in sub(req['multipart']):
            cd = f'form-data; name="{p["name"]}"' + (f'; filename="{p["filename"]}"' if 'filename' in p else '')
            out += f'--{b}\r\nContent-Disposition: {cd}\r\n'.encode()
            if 'type' in p:
                out += f'Content-Type: {p["type"]}\r\n'.encode()
            out += b'\r\n' + p['value'].encode() + b'\r\n'
        body, ct = out + f'--{b}--\r\n'.encode(), 'multipart/form-data; boundary=' + b
    elif 'raw' in req:
        body = sub(req['raw']).encode()
    if ct and not any(k.lower() == 'content-type' for k in h):
        h['Content-Type'] = ct
    return h, body


def get_path(obj, p):
    for k in p.split('.'):
        if isinstance(obj, list):
            obj = obj[int(k)]
        elif isinstance(obj, dict):
            obj = obj[k]
        else:
            raise KeyError(p)
    return obj


class Missing(Exception):
    pass


def make_sub(caps):
    def sub(v):
        if isinstance(v, str):
            def r(m):
                if m.group(1) not in caps:
                    raise Missing(m.group(1))
                return str(caps[m.group(1)])
            return re.sub(r'\{\{capture\.([\w-]+)\}\}', r, v)
        if isinstance(v, list):
            return [sub(x) for x in v]
        if isinstance(v, dict):
            return {sub(k): sub(x) for k, x in v.items()}
        return v
    return sub


# ------------------------------------------------------------------ recording
def given(case):
    t = json.dumps([[s['request'].get('path'), s['request'].get('headers'), s['request']] for s in case['steps']], ensure_ascii=False)
    t += urllib.parse.unquote(t)
    return set(UUID_RE.findall(t)) | set(KEY_RE.findall(t)) | set(HEX40_RE.findall(t)), set(re.findall(r'(?<![\d.])\d{9,13}(?:\.\d+)?', t))


# texts that come from a library (TLS, regex, YAML or Lua parser) rather than from the gateway
FOREIGN = [(re.compile(p), r) for p, r in [
    (r'(?:x509\.new|pkey\.new):[\w:./ -]*', '<<any>>'),
    (r'PCRE returned: [\s\S]*?in \\?"[^"]*?\\?"', 'PCRE returned: <<any>>'),
    (r'Router Expression failed validation:[\s\S]*', 'Router Expression failed validation:<<any>>'),
    (r'is not a valid offset: [\w ]+', 'is not a valid offset: <<any>>'),
    (r'failed parsing declarative configuration: \d+:\d+: [^"]*', 'failed parsing declarative configuration: <<any>>'),
    (r"(rror parsing (?:pre-function|post-function|function): ).*?near '.*?'", r'\1<<any>>')]]


class Masker:
    def __init__(self, case):
        self.given, self.nums = given(case)
        self.names, self.n, self.unordered = {}, 0, set()

    def token(self, kind, v):
        if v not in self.names:
            self.n += 1
            self.names[v] = f'<<{kind}:{self.n}>>'
        return self.names[v]

    def text(self, s):
        def u(m):
            v = m.group(0)
            return v if v in self.given or v[14] == '5' or v[14] not in '4' else self.token('uuid', v)
        s2 = UUID_RE.sub(u, s)
        for rx, rep in FOREIGN:
            s2 = rx.sub(rep, s2)
        for v, t in self.names.items():
            if t.startswith('<<key') and v in s2:
                s2 = s2.replace(v, t)
        return s2

    def value(self, v, key='', path=''):
        if isinstance(v, dict):
            if key == 'config_yaml':
                return v
            return {self.text(k): self.value(v[k], k, f'{path}.{k}' if path else k) for k in v}
        if isinstance(v, list):
            out = [self.value(x, key, f'{path}.{n}') for n, x in enumerate(v)]
            if len(out) > 1 and any(isinstance(x, dict) and '<<' in str(x.get('id')) for x in out):
                self.unordered.add(re.sub(r'\.\d+(?=\.|$)', '.*', path))
            return out
        if key in ('created_at', 'updated_at') and isinstance(v, (int, float)) and not isinstance(v, bool):
            if str(v) in self.nums:
                return v
            return '<<ts>>' if isinstance(v, int) else '<<tsf>>'
        if isinstance(v, str):
            if key == 'offset':
                return '<<offset>>'
            if key == 'next':
                return re.sub(r'(?<=[?&]offset=)[^&]+', '<<offset>>', v)
            if KEY_RE.fullmatch(v) and v not in self.given and key in ('key', 'secret', 'client_id', 'client_secret', 'username', 'provision_key'):
                return self.token('key', v)
            return self.text(v)
        return v


def observe(status, headers, data):
    o = {'status': status, 'headers': {h: headers.get(h) for h in HEADERS if headers.get(h) is not None}}
    if data == b'':
        o['empty'] = True
    else:
        try:
            o['body'] = json.loads(data)
        except ValueError:
            o['text'] = data.decode('utf8', 'replace')
    return o


def to_expect(o, mk, step):
    e = {'status': o['status'], 'headers': dict(o['headers'])}
    if 'empty' in o:
        e['empty'] = True
    elif 'text' in o:
        e['text'] = '<<any>>' if '<html' in o['text'] else o['text']
    else:
        b = copy.deepcopy(o['body'])
        if step['request']['path'].split('?')[0] == '/config' and isinstance(b, dict) and isinstance(b.get('config'), str) and step['request']['method'] == 'GET':
            tree = Yaml.load(b['config'])
            b = {'config': {'<<yaml>>': mk.value(tree, '', 'config')}}
        else:
            mk.unordered = set()
            b = strip(b, set(step.get('ignore', ())) | {'request_id'})
            b = mk.value(b)
        if mk.unordered:
            step['unordered'] = sorted(set(step.get('unordered', [])) | mk.unordered)
            mk.unordered = set()
        e['body'] = b
    return e


def strip(v, keys):
    if isinstance(v, dict):
        return {k: strip(x, keys) for k, x in v.items() if k not in keys}
    if isinstance(v, list):
        return [strip(x, keys) for x in v]
    return v


# ------------------------------------------------------------------ running
def only(o, keys):
    if keys and isinstance(o.get('body'), dict):
        o['body'] = {k: v for k, v in o['body'].items() if k in keys}


def run_step(c, step, caps, bind, lenient, mk=None):
    """returns (differences, observed)"""
    req = step['request']
    sub = make_sub(caps)
    try:
        path = sub(req['path'])
        h, body = encode(req, sub)
    except Missing as m:
        return [f'capture {m} is missing (an earlier step failed)'], None
    status, headers, data = c.send(req['method'], path, h, body)
    o = observe(status, headers, data)
    only(o, step.get('only'))
    if mk is not None:
        step['expect'] = to_expect(o, mk, step)
        bind.update({t.strip('<>'): v for v, t in mk.names.items()})
    diffs = []
    e = step['expect']
    if e['status'] != status:
        diffs.append(f'status: expected {e["status"]}, got {status}')
    for k, v in e.get('headers', {}).items():
        a = headers.get(k)
        if k == 'Content-Type' and a is not None:
            if a.replace(' ', '').lower() != v.replace(' ', '').lower():
                diffs.append(f'{k}: expected {v!r}, got {a!r}')
        elif a != v:
            diffs.append(f'{k}: expected {v!r}, got {a!r}')
    if 'empty' in e:
        if data:
            diffs.append(f'body: expected none, got {short(data.decode("utf8", "replace"))}')
    elif 'text' in e:
        if e['text'] != '<<any>>' and data.decode('utf8', 'replace') != e['text']:
            diffs.append(f'body: expected {short(e["text"])}, got {short(data.decode("utf8", "replace"))}')
    elif 'body' not in o:
        diffs.append(f'body: expected JSON, got {short(data.decode("utf8", "replace"))}')
    else:
        diffs += Cmp(step.get('unordered', ()), step.get('ignore', ()), lenient).match(e['body'], o['body'], bind, '')
    for name, p in (step.get('capture') or {}).items():
        try:
            caps[name] = get_path(o.get('body'), p)
        except (KeyError, IndexError, ValueError, TypeError):
            diffs.append(f'capture {name}: nothing at {p}')
    if step.get('wait'):
        time.sleep(step['wait'])
    return diffs, o


def run_case(c, case, lenient, record=False):
    wipe(c, case.get('kind', 'crud'))
    caps, bind, out = {}, {}, []
    mk = Masker(case) if record else None
    for i, step in enumerate(case['steps']):
        try:
            d, o = run_step(c, step, caps, bind, lenient, mk)
        except OSError as e:
            d, o = [f'no answer: {e}'], None
        except http.client.HTTPException as e:
            d, o = [f'bad answer: {e!r}'], None
        out.append((step.get('id', str(i + 1)), d, o))
    return out


def relax(case, results, verbose):
    """second pass of --record: whatever differs between two runs must have a known form"""
    bad = []
    for step, (sid, diffs, o) in zip(case['steps'], results):
        for d in diffs:
            m = re.match(r'([^:]*): expected "([0-9a-f]{40})", got "([0-9a-f]{40})"$', d)
            if m:
                keys = m.group(1).split('.')
                t = step['expect']['body']
                for k in keys[:-1]:
                    t = t[int(k)] if isinstance(t, list) else t[k]
                k = keys[-1]
                t[int(k) if isinstance(t, list) else k] = '<<hex40>>'
            else:
                bad.append((sid, d))
    return bad


def dump_case(case, path):
    j = lambda v: json.dumps(v, ensure_ascii=False, separators=(',', ':'))
    head = ''.join(f' {j(k)}: {j(v)},\n' for k, v in case.items() if k != 'steps')
    steps = ',\n'.join('  {' + ',\n   '.join(f'{j(k)}: {j(v)}' for k, v in s.items()) + '}' for s in case['steps'])
    with open(path, 'w') as f:
        f.write('{\n' + head + ' "steps": [\n' + steps + '\n ]\n}\n')


def run_declarative(c, d, lenient):
    index = json.load(open(os.path.join(d, 'valid', 'index.json')))
    for f in sorted(glob.glob(os.path.join(d, '*valid', '*.yml'))):
        name, kind = os.path.basename(f), os.path.basename(os.path.dirname(f))
        with open(f, 'rb') as fh:
            text = fh.read()
        try:
            wipe(c, 'config')
            status, h, data = c.send('POST', '/config?flatten_errors=1', {'Content-Type': 'text/yaml'}, text)
            body = json.loads(data)
            if kind == 'valid':
                diffs = [] if status == 201 else [f'status: expected 201, got {status}: {short(body, 400)}']
                if not diffs and name in index:
                    got = {k: len(v) for k, v in body.items()}
                    diffs = [] if got == index[name] else [f'entities: expected {index[name]}, got {got}']
            else:
                diffs = [] if status == 400 else [f'status: expected 400, got {status}']
                with open(f[:-4] + '.json') as fh:
                    diffs += Cmp((), (), lenient).match(json.load(fh), body, {}, '')
        except (RuntimeError, OSError, ValueError, http.client.HTTPException) as e:
            diffs = [f'{type(e).__name__}: {e}']
        yield f'declarative/{kind}', name, diffs


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--cases', nargs='+', default=[])
    ap.add_argument('--declarative', metavar='DIR')
    ap.add_argument('--admin', required=True)
    ap.add_argument('--only')
    ap.add_argument('--kind')
    ap.add_argument('--json')
    ap.add_argument('--record', action='store_true')
    ap.add_argument('--missing', action='store_true', help='with --record: leave cases alone that are recorded already')
    ap.add_argument('--lenient-empty', action='store_true', help='treat [] and {} as equal')
    ap.add_argument('-v', action='store_true')
    a = ap.parse_args()
    files = []
    for p in a.cases:
        files += sorted(glob.glob(os.path.join(p, '*.json'))) if os.path.isdir(p) else [p]
    c = Client(a.admin)
    passed = failed = 0
    results = []
    for f in files:
        name = os.path.basename(f)[:-5]
        if a.only and not fnmatch.fnmatchcase(name, a.only):
            continue
        with open(f) as fh:
            case = json.load(fh)
        if a.kind and case.get('kind', 'crud') != a.kind:
            continue
        if a.record and a.missing and all('expect' in s for s in case['steps']):
            continue
        try:
            if a.record:
                run_case(c, case, False, True)
                for _ in range(3):
                    bad = relax(case, run_case(c, case, False), a.v)
                    if not bad:
                        break
                for sid, d in bad:
                    print(f'UNSTABLE {name}/{sid}: {d}')
                dump_case(case, f)
            res = run_case(c, case, a.lenient_empty)
        except (RuntimeError, OSError, http.client.HTTPException) as e:
            res = [(s.get('id', str(i + 1)), [f'{type(e).__name__}: {e}'], None) for i, s in enumerate(case['steps'])]
            c = Client(a.admin)
        for sid, d, o in res:
            if d:
                failed += 1
                print(f'FAIL {name}/{sid}: ' + ' | '.join(d[:6]) + (f' | … {len(d) - 6} more' if len(d) > 6 else ''))
                if a.v and o is not None:
                    st = next(s for i, s in enumerate(case['steps']) if s.get('id', str(i + 1)) == sid)
                    print('     request:  ' + short(st['request'], 2000))
                    print('     expected: ' + short(st['expect'], 2000))
                    print('     got:      ' + short(o, 2000))
            else:
                passed += 1
                print(f'PASS {name}/{sid}')
            results.append({'case': name, 'step': sid, 'ok': not d, 'differences': d})
        sys.stdout.flush()
    for case, name, d in (run_declarative(c, a.declarative, a.lenient_empty) if a.declarative else ()):
        if a.only and not fnmatch.fnmatchcase(name, a.only):
            continue
        passed, failed = passed + (not d), failed + bool(d)
        print(f'FAIL {case}/{name}: ' + ' | '.join(d[:6]) if d else f'PASS {case}/{name}')
        results.append({'case': case, 'step': name, 'ok': not d, 'differences': d})
    if a.json:
        with open(a.json, 'w') as fh:
            json.dump({'passed': passed, 'failed': failed, 'results': results}, fh, indent=1)
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
