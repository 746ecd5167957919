#!/usr/bin/env python3
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays recorded conformance cases against a gateway (Python 3.11, standard library only).

  python3 conformance.py --cases DIR_OR_FILES... --proxy HOST:PORT --admin HOST:PORT
      [--tls HOST:PORT] [--only GLOB] [--json OUT] [--record] [-v]

Every case file is a JSON object; its format is described in README.md.
Prints one line per step, 'PASS case/step' or 'FAIL case/step: difference', and last 'N passed, M failed'.
"""
import argparse, base64, calendar, fnmatch, glob, hashlib, hmac, http.client, json, os, random, re, shutil, socket, ssl
import subprocess, sys, tempfile, threading, time, urllib.parse, uuid

TIMEOUT = 20.0

# ----------------------------------------------------------------------------- reading HTTP messages

class Conn:
    """A socket with a read buffer."""
    def __init__(self, sock):
        self.sock, self.buf, self.eof = sock, b'', False

    def fill(self):
        if self.eof:
            return False
        d = self.sock.recv(65536)
        if not d:
            self.eof = True
            return False
        self.buf += d
        return True

    def until(self, sep, limit=1 << 20):
        while sep not in self.buf:
            if len(self.buf) > limit or not self.fill():
                return None
        i = self.buf.index(sep) + len(sep)
        out, self.buf = self.buf[:i], self.buf[i:]
        return out

    def exactly(self, n):
        while len(self.buf) < n:
            if not self.fill():
                break
        out, self.buf = self.buf[:n], self.buf[n:]
        return out

    def rest(self):
        while self.fill():
            pass
        out, self.buf = self.buf, b''
        return out

    def chunked(self):
        out = b''
        while True:
            line = self.until(b'\r\n')
            if line is None:
                return out
            n = int(line.split(b';')[0].strip() or b'0', 16)
            if n == 0:
                while True:
                    t = self.until(b'\r\n')
                    if t is None or t == b'\r\n':
                        return out
            out += self.exactly(n)
            self.exactly(2)


def text(b):
    try:
        return b.decode('utf-8')
    except UnicodeDecodeError:
        return b.decode('latin-1')


def head_of(raw):
    lines = raw[:-4].split(b'\r\n') if raw.endswith(b'\r\n\r\n') else raw.split(b'\r\n')
    hs = []
    for l in lines[1:]:
        n, _, v = l.partition(b':')
        hs.append((text(n), text(v.strip())))
    return text(lines[0]), hs


def get(hs, name):
    for n, v in hs:
        if n.lower() == name:
            return v
    return None

# ----------------------------------------------------------------------------- upstream servers

class Hub:
    """State shared by the echo servers of one case."""
    def __init__(self):
        self.lock = threading.Lock()
        self.seen, self.reply, self.health = [], {}, {}


class Echo:
    def __init__(self, hub, index):
        self.hub, self.index = hub, index
        self.ls = socket.socket()
        self.ls.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.ls.bind(('127.0.0.1', 0))
        self.ls.listen(128)
        self.port = self.ls.getsockname()[1]
        self.socks, self.stopped = set(), False
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while not self.stopped:
            try:
                s, _ = self.ls.accept()
            except OSError:
                return
            self.socks.add(s)
            threading.Thread(target=self.serve, args=(s,), daemon=True).start()

    def stop(self):
        self.stopped = True
        try:
            self.ls.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.ls.close()
        for s in list(self.socks):
            try:
                s.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            s.close()

    def serve(self, s):
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        c = Conn(s)
        try:
            while True:
                raw = c.until(b'\r\n\r\n')
                if raw is None:
                    return
                line, hs = head_of(raw)
                parts = line.split(' ')
                method, target = parts[0], ' '.join(parts[1:-1])
                te, cl = get(hs, 'transfer-encoding'), get(hs, 'content-length')
                body = c.chunked() if te and 'chunked' in te.lower() else c.exactly(int(cl)) if cl else b''
                if not self.answer(s, method, target, parts[-1], hs, body):
                    return
        except (OSError, ValueError):
            pass
        finally:
            self.socks.discard(s)
            s.close()

    def answer(self, s, method, target, version, hs, body):
        hub = self.hub
        if target.startswith('/__health'):
            st = hub.health.get(self.index, 200)
            s.sendall(b'HTTP/1.1 %d Health\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' % st)
            return False
        entry = {'server': self.index, 'method': method, 'target': target, 'version': version, 'headers': hs, 'body': text(body)}
        rep = dict(hub.reply.get('all', {}))
        rep.update(hub.reply.get(str(self.index), {}))
        q = urllib.parse.parse_qs(target.partition('?')[2], keep_blank_values=True)
        if '__status' in q:
            rep['status'] = int(q['__status'][0])
        if '__body' in q:
            rep['body'] = q['__body'][0]
        if '__delay_ms' in q:
            rep['delay_ms'] = int(q['__delay_ms'][0])
        if '__header' in q:
            rep['headers'] = rep.get('headers', []) + [h.split(':', 1) for h in q['__header']]
        if '__chunked' in q:
            rep['framing'] = 'chunked'
        status = rep.get('status', 200)
        data = rep['body'] if 'body' in rep else json.dumps(
            {'method': method, 'target': target, 'headers': [list(h) for h in hs], 'body': text(body)})
        data = data.encode('utf-8')
        if status in (204, 304) or status < 200:
            data = b''
        entry['sent'] = data
        with hub.lock:
            hub.seen.append(entry)
        if rep.get('delay_ms'):
            time.sleep(rep['delay_ms'] / 1000)
        if rep.get('close'):
            return False
        if 'raw' in rep:
            s.sendall(rep['raw'].encode('latin-1'))
            return False
        given = {n.lower() for n, _ in rep.get('headers', [])}
        if 'date' not in given and not rep.get('no_date'):
            rep['headers'] = rep.get('headers', []) + [['Date', 'Tue, 02 Jan 2024 03:04:05 GMT']]
        out = ['HTTP/1.1 %d %s' % (status, http.client.responses.get(status, 'Status'))]
        if 'content-type' not in given and data and not rep.get('no_type'):
            out.append('Content-Type: application/json' if 'body' not in rep else 'Content-Type: text/plain; charset=utf-8')
        out += ['%s: %s' % (n, v) for n, v in rep.get('headers', [])]
        framing = rep.get('framing', 'length')
        if status in (204, 304) or status < 200:
            pass
        elif framing == 'chunked':
            out.append('Transfer-Encoding: chunked')
        elif framing == 'length' and 'content-length' not in given:
            out.append('Content-Length: %d' % len(data))
        elif framing == 'close':
            out.append('Connection: close')
        head = ('\r\n'.join(out) + '\r\n\r\n').encode('utf-8')
        if method == 'HEAD':
            s.sendall(head)
        elif framing == 'chunked' and data:
            half = max(1, len(data) // 2)
            s.sendall(head + b''.join(b'%x\r\n%s\r\n' % (len(p), p) for p in (data[:half], data[half:]) if p) + b'0\r\n\r\n')
        else:
            s.sendall(head + data)
        return framing != 'close'

# ----------------------------------------------------------------------------- tokens

def b64u(b):
    return base64.urlsafe_b64encode(b).rstrip(b'=').decode()


def der_to_raw(der, size):
    i = 2 if der[1] < 0x80 else 3
    out = b''
    for _ in range(2):
        n = der[i + 1]
        v = der[i + 2:i + 2 + n].lstrip(b'\0')
        out += v.rjust(size, b'\0')
        i += 2 + n
    return out


def openssl_sign(alg, pem, data):
    d = tempfile.mkdtemp()
    try:
        k, f = os.path.join(d, 'k'), os.path.join(d, 'd')
        open(k, 'w').write(pem)
        open(f, 'wb').write(data)
        h = '-sha' + alg[2:] if alg != 'EdDSA' else ''
        if alg == 'EdDSA':
            cmd = ['openssl', 'pkeyutl', '-sign', '-inkey', k, '-rawin', '-in', f]
        elif alg.startswith('PS'):
            cmd = ['openssl', 'dgst', h, '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:-1', '-sign', k, f]
        else:
            cmd = ['openssl', 'dgst', h, '-sign', k, f]
        sig = subprocess.run(cmd, capture_output=True, check=True).stdout
    finally:
        shutil.rmtree(d)
    if alg.startswith('ES'):
        sig = der_to_raw(sig, {'ES256': 32, 'ES384': 48, 'ES512': 66}[alg])
    return sig


def make_jwt(spec, case, sub):
    def val(v):
        if isinstance(v, dict) and '$now' in v:
            return int(time.time()) + v['$now']
        if isinstance(v, dict):
            return {k: val(x) for k, x in v.items()}
        return sub(v) if isinstance(v, str) else v
    alg = spec.get('alg', 'HS256')
    header = {'alg': alg, 'typ': 'JWT'}
    header.update(spec.get('header', {}))
    header = {k: val(v) for k, v in header.items() if v is not None}
    h = spec['raw_header'] if 'raw_header' in spec else json.dumps(header, separators=(',', ':'))
    c = spec['raw_claims'] if 'raw_claims' in spec else json.dumps(val(spec.get('claims', {})), separators=(',', ':'))
    msg = b64u(h.encode()) + '.' + b64u(c.encode())
    sign = spec.get('sign_alg', alg)
    if 'signature' in spec:
        sig = spec['signature']
    elif sign.startswith('HS'):
        secret = base64.b64decode(spec['secret_base64']) if 'secret_base64' in spec else sub(spec['secret']).encode()
        sig = b64u(hmac.new(secret, msg.encode(), getattr(hashlib, 'sha' + sign[2:])).digest())
    else:
        sig = b64u(openssl_sign(sign, case['keys'][spec['key']], msg.encode()))
    return msg + '.' + sig

# ----------------------------------------------------------------------------- masks and comparison

MASKS = {'int': r'-?\d+', 'num': r'-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?', 'hex32': r'[0-9a-f]{32}', 'any': r'.*',
         'uuid': r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'product': r'[A-Za-z][\w.-]*(?:/[\w.+-]+)?'}
MASK_RE = re.compile(r'<(int|num|hex32|any|uuid|product)>')
VOLATILE = {'date': '<any>', 'x-kong-upstream-latency': '<int>', 'x-kong-proxy-latency': '<int>', 'x-kong-response-latency': '<int>',
            'ratelimit-reset': '<int>', 'retry-after': '<int>', 'age': '<int>', 'x-kong-request-id': '<hex32>'}
FRAMING = ('content-length', 'transfer-encoding', 'connection', 'keep-alive')
LOG_MASKS = {'started_at': '<int>', 'created_at': '<int>', 'updated_at': '<int>', 'balancer_start': '<num>', 'balancer_start_ns': '<num>',
             'balancer_latency': '<num>', 'balancer_latency_ns': '<num>'}


LENGTHS = {'second': 1, 'minute': 60, 'hour': 3600, 'day': 86400, 'month': 2592000, 'year': 31536000}


def reset_of(unit):
    """Seconds to the end of the current window of that kind, as the gateway should tell."""
    now = int(time.time())
    t = time.gmtime(now)
    gone = now % LENGTHS[unit] if unit in ('second', 'minute', 'hour', 'day') else \
        now - calendar.timegm((t.tm_year, t.tm_mon if unit == 'month' else 1, 1, 0, 0, 0))
    return max(1, LENGTHS[unit] - gone)


def near_reset(unit, value):
    d = abs(int(value) - reset_of(unit)) if value.isdigit() else 10
    return d <= 1 or d == LENGTHS[unit] - 1


def generalise(s, ctx):
    """Turns a string seen on this run into one that fits every run."""
    for actual, name in ctx.reverse():
        if actual.isdigit():
            s = re.sub(r'(?<![\d.])%s(?!\d)' % actual, name, s)
        else:
            s = s.replace(actual, name)
    s = re.sub(r'(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])', '<hex32>', s)
    s = re.sub(r'(?<![0-9a-zA-Z])[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-zA-Z])', '<uuid>', s)
    return re.sub(r'\bkong/\d+(?:\.\d+)+', '<product>', s)


def gen_json(v, ctx, key='', parent=''):
    parent = parent.split('.')[-1]
    if key in LOG_MASKS and isinstance(v, (int, float)) and not isinstance(v, bool) and ctx.in_log:
        return LOG_MASKS[key]
    if ctx.in_log and parent == 'latencies' and isinstance(v, (int, float)):
        return v if v < 0 else '<num>'
    if ctx.in_log and parent == 'response' and key == 'size':
        return '<int>'
    if parent == 'headers' and key.lower() in VOLATILE:
        return VOLATILE[key.lower()]
    if ctx.in_log and parent == 'headers' and key == 'content-length':
        return '<int>'
    if isinstance(v, dict):
        return {k: gen_json(x, ctx, k, key) for k, x in v.items()}
    if isinstance(v, list):
        return [gen_json(x, ctx, key, parent) for x in v]
    if isinstance(v, str):
        return generalise(v, ctx)
    if isinstance(v, int) and not isinstance(v, bool):
        g = generalise(str(v), ctx)
        return g if g != str(v) else v
    return v


def differ(exp, act, ctx, where=''):
    """None, or the first difference in words."""
    if isinstance(exp, str):
        pat = ctx.sub(exp)
        if not isinstance(act, str):
            if exp == '<any>':
                return None
            if isinstance(act, (dict, list, bool)) or act is None or (pat == exp and not MASK_RE.search(exp)):
                return '%s: expected %r, got %s' % (where, pat, short(act))
            act = str(act)
        m = re.fullmatch(r'<reset:(\w+)>', exp)
        if m:
            return None if near_reset(m.group(1), act) else '%s: expected about %d, got %s' % (where, reset_of(m.group(1)), short(act))
        rx = ''.join(MASKS[p] if i % 2 else re.escape(p) for i, p in enumerate(MASK_RE.split(pat)))
        return None if re.fullmatch(rx, act, re.S) else '%s: expected %s, got %s' % (where, short(pat), short(act))
    if isinstance(exp, dict):
        if not isinstance(act, dict):
            return '%s: expected an object, got %s' % (where, short(act))
        for k in exp:
            if k not in act:
                return '%s.%s: expected %s, missing' % (where, k, short(exp[k]))
        for k in act:
            if k not in exp:
                return '%s.%s: unexpected, %s' % (where, k, short(act[k]))
        for k in exp:
            d = differ(exp[k], act[k], ctx, where + '.' + k)
            if d:
                return d
        return None
    if isinstance(exp, list):
        if not isinstance(act, list) or len(act) != len(exp):
            return '%s: expected %s, got %s' % (where, short(exp), short(act))
        for i, (a, b) in enumerate(zip(exp, act)):
            d = differ(a, b, ctx, '%s[%d]' % (where, i))
            if d:
                return d
        return None
    if isinstance(exp, bool) != isinstance(act, bool) or exp != act:
        return '%s: expected %s, got %s' % (where, short(exp), short(act))
    return None


def short(v):
    s = v if isinstance(v, str) else json.dumps(v)
    return repr(s if len(s) < 400 else s[:400] + '…')

# ----------------------------------------------------------------------------- one case

class Ctx:
    def __init__(self, case, opts):
        self.case, self.opts, self.in_log = case, opts, False
        self.hub = Hub()
        self.echos = [Echo(self.hub, i + 1) for i in range(case.get('upstreams', 1))]
        self.closed = socket.socket()
        self.closed.bind(('127.0.0.1', 0))
        self.tmp = tempfile.mkdtemp(prefix='conf-')
        os.chmod(self.tmp, 0o777)
        r = random.SystemRandom()
        self.nonce = ''.join(r.choice('bcdfghjkmnpqrstvwxz') for _ in range(8))
        ip = lambda: '127.%d.%d.%d' % (r.randint(10, 250), r.randint(1, 250), r.randint(1, 250))
        self.vars = {'nonce': self.nonce, 'tmp': self.tmp, 'client': ip(), 'client2': ip(), 'client3': ip(),
                     'proxy_host': opts.proxy[0], 'proxy_port': str(opts.proxy[1]), 'tls_port': str(opts.tls[1]) if opts.tls else '0',
                     'closed': '127.0.0.1:%d' % self.closed.getsockname()[1], 'closed_port': str(self.closed.getsockname()[1]),
                     'upstream_host': '127.0.0.1'}
        for i in range(1, 10):
            self.vars['uuid%d' % i] = str(uuid.uuid4())
        for e in self.echos:
            self.vars['upstream%d' % e.index] = '127.0.0.1:%d' % e.port
            self.vars['upstream_port%d' % e.index] = str(e.port)
        self.vars['upstream'], self.vars['upstream_port'] = self.vars['upstream1'], self.vars['upstream_port1']
        self.tokens, self.offsets, self.marks, self.conns = {}, {}, {}, {}

    def close(self):
        for e in self.echos:
            e.stop()
        for c in self.conns.values():
            c.sock.close()
        self.closed.close()
        shutil.rmtree(self.tmp, ignore_errors=True)

    def sub(self, s):
        def rep(m):
            n = m.group(1)
            if n.startswith('jwt:'):
                return self.token(n[4:])
            if n.startswith('b64:'):
                return base64.b64encode(self.sub(n[4:].replace('[[', '{{').replace(']]', '}}')).encode()).decode()
            return self.vars.get(n, m.group(0))
        return re.sub(r'\{\{([^{}]+)\}\}', rep, s)

    def token(self, name):
        if name not in self.tokens:
            self.tokens[name] = make_jwt(self.case['tokens'][name], self.case, self.sub)
        return self.tokens[name]

    def reverse(self):
        skip = ('upstream_host', 'proxy_host', 'upstream1', 'upstream_port1')
        pairs = [(v, '{{%s}}' % k) for k, v in self.vars.items() if k not in skip and len(v) > 1]
        pairs += [(v, '{{jwt:%s}}' % k) for k, v in self.tokens.items()]
        return sorted(pairs, key=lambda p: -len(p[0]))


def admin(opts, method, path, body=b'', ctype=None):
    c = http.client.HTTPConnection(opts.admin[0], opts.admin[1], timeout=TIMEOUT)
    try:
        c.request(method, path, body, {'Content-Type': ctype} if ctype else {})
        r = c.getresponse()
        return r.status, r.read()
    finally:
        c.close()


def with_probe(config, host):
    """Adds a route that no step can reach; a 426 from it shows that the configuration is live."""
    item = '- {name: "%s", hosts: ["%s"], protocols: [https], https_redirect_status_code: 426}' % (host, host)
    lines = config.rstrip('\n').split('\n')
    for i, l in enumerate(lines):
        if re.match(r'routes:\s*$', l):
            ind = re.match(r' *', lines[i + 1]).group(0) if i + 1 < len(lines) and re.match(r' *- ', lines[i + 1]) else ''
            lines.insert(i + 1, ind + item)
            return '\n'.join(lines) + '\n'
    return '\n'.join(lines + ['routes:', item]) + '\n'


def load(ctx, config):
    config = config if isinstance(config, str) else '\n'.join(config) + '\n'
    host = 'probe-%s-%d.invalid' % (ctx.nonce, random.randrange(10 ** 9))
    st, body = admin(ctx.opts, 'POST', '/config', with_probe(ctx.sub(config), host).encode(), 'text/yaml')
    if st not in (200, 201):
        return 'POST /config answered %d: %s' % (st, text(body)[:1500])
    end = time.time() + 10
    while time.time() < end:
        try:
            s = socket.create_connection(ctx.opts.proxy, timeout=5)
            s.sendall(b'GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' % host.encode())
            raw = Conn(s).until(b'\r\n')
            s.close()
            if raw and raw.split()[1] == b'426':
                return None
        except OSError:
            pass
        time.sleep(0.02)
    return 'the configuration did not become live within 10 s'


def build(ctx, req):
    if 'raw' in req:
        return ctx.sub(req['raw']).encode('latin-1'), req['raw'].split(' ')[0]
    method = req.get('method', 'GET')
    hs = [[n, ctx.sub(v)] for n, v in req.get('headers', [])]
    names = [n.lower() for n, _ in hs]
    if 'host' not in names and not req.get('no_host'):
        hs.insert(0, ['Host', 'gw.test'])
    body = ctx.sub(req['body']).encode('utf-8') if 'body' in req else req.get('fill', [0, ''])[0] * req.get('fill', [0, ''])[1].encode()
    if req.get('chunked'):
        hs.append(['Transfer-Encoding', 'chunked'])
        half = max(1, len(body) // 2)
        payload = b''.join(b'%x\r\n%s\r\n' % (len(p), p) for p in (body[:half], body[half:]) if p) + b'0\r\n\r\n'
    else:
        if ('body' in req or 'fill' in req) and 'content-length' not in names:
            hs.append(['Content-Length', str(len(body))])
        payload = body
    head = '%s %s HTTP/%s\r\n' % (method, ctx.sub(req.get('target', '/')), req.get('version', '1.1'))
    head += ''.join('%s: %s\r\n' % (n, v) for n, v in hs) + '\r\n'
    return head.encode('utf-8' if req.get('utf8', True) else 'latin-1') + payload, method


def dial(ctx, req):
    addr = ctx.opts.tls if req.get('tls') else ctx.opts.proxy
    src = ctx.sub(req.get('from', '{{client}}'))
    s = socket.socket()
    s.settimeout(TIMEOUT)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if addr[0].startswith('127.'):
        s.bind((src, 0))
    s.connect(addr)
    if req.get('tls'):
        t = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        t.check_hostname, t.verify_mode = False, ssl.CERT_NONE
        s = t.wrap_socket(s, server_hostname=req.get('sni'))
    return Conn(s)


def exchange(ctx, req):
    """Sends one request; returns status, headers, body (bytes)."""
    data, method = build(ctx, req)
    name = req.get('conn')
    c = ctx.conns.get(name) if name else None
    if c is None:
        c = dial(ctx, req)
        if name:
            ctx.conns[name] = c
    try:
        try:
            c.sock.sendall(data)
        except OSError:
            pass
        while True:
            try:
                raw = c.until(b'\r\n\r\n')
            except (TimeoutError, socket.timeout):
                return 'timeout', [], b''
            except OSError:
                raw = None
            if raw is None:
                return 'closed', [], b''
            line, hs = head_of(raw)
            status = int(line.split(' ')[1])
            if status >= 200 or status == 101:
                break
        te, cl = get(hs, 'transfer-encoding'), get(hs, 'content-length')
        try:
            if method == 'HEAD' or status in (101, 204, 304):
                body = b''
            elif te and 'chunked' in te.lower():
                body = c.chunked()
            elif cl is not None:
                body = c.exactly(int(cl))
            else:
                body = c.rest()
        except OSError:
            body = b'<connection failed in the body>'
        return status, hs, body
    finally:
        if not name:
            c.sock.close()


def group(hs, drop, unordered=()):
    out = {}
    for n, v in hs:
        if n.lower() in unordered:
            v = ', '.join(sorted(x.strip() for x in v.split(',')))
        if n.lower() not in drop:
            out.setdefault(n.lower(), []).append(v)
    return {n: vs[0] if len(vs) == 1 else vs for n, vs in out.items()}


def observed(ctx, step):
    """Runs a step and returns what was seen (exact values) as the same structure that an expectation has."""
    req = step.get('request')
    seen = {}
    if req is None:
        if 'log' in step:
            seen['log'] = read_log(ctx, step)
        return seen
    ctx.hub.reply = {k: v for k, v in step.get('reply', {}).items()}
    if 'reply' in step and not ({'all', '1', '2', '3', '4', '5'} & set(step['reply'])):
        ctx.hub.reply = {'all': step['reply']}
    ctx.hub.health = {int(k): v for k, v in step.get('health', {}).items()} or ctx.hub.health
    statuses, tracked = [], {n: [] for n in step.get('track', [])}
    with ctx.hub.lock:
        ctx.hub.seen.clear()
    spread = {}
    for i in range(step.get('repeat', 1)):
        if i:
            time.sleep(step.get('gap', 0.004))
        with ctx.hub.lock:
            n0 = len(ctx.hub.seen)
        ctx.vars['i'] = str(i + 1)
        status, hs, body = exchange(ctx, req)
        statuses.append(status)
        for n in tracked:
            tracked[n].append(get(hs, n))
        with ctx.hub.lock:
            got = ctx.hub.seen[n0:]
        for e in got:
            spread[e['server']] = spread.get(e['server'], 0) + 1
    ctx.vars.pop('i', None)
    also = [x.lower() for x in step.get('also', [])]
    drop = {x for x in FRAMING if x not in also} | {x.lower() for x in step.get('ignore', [])}
    seen['status'] = status
    if step.get('repeat', 1) > 1:
        if len(set(statuses)) > 1:
            seen['statuses'] = sorted(statuses, key=str) if step.get('any_order') else statuses
        for n in tracked:
            seen.setdefault('track', {})[n] = tracked[n]
    if step.get('only_status'):
        return finish(ctx, step, seen, spread)
    if isinstance(status, int):
        seen['headers'] = group(hs, drop, step.get('unordered', ()))
    ctype = (get(hs, 'content-type') or '').lower()
    if 'body' not in step.get('ignore', []):
        last = got[-1]['sent'] if got else None
        if body and last is not None and body == last and len(body) > 2 and 'body' not in step.get('reply', {}):
            seen['body'] = {'upstream': True}
        elif 'json' in ctype and body:
            try:
                seen['body'] = {'json': json.loads(body)}
            except ValueError:
                seen['body'] = {'text': text(body)}
        else:
            seen['body'] = {'text': text(body)} if body else None
    if 'spread' not in step and 'same_server' not in step:
        drop_up = {x.lower() for x in step.get('ignore_upstream', [])}
        also_up = [x.lower() for x in step.get('also_upstream', [])]
        if 'connection' not in also_up:
            drop_up.add('connection')
        if req.get('chunked') and 'framing' not in also_up:
            drop_up |= {'content-length', 'transfer-encoding'}
        ups = []
        for e in got:
            u = {'method': e['method'], 'target': e['target'], 'headers': group(e['headers'], drop_up, step.get('unordered', ()))}
            if len(ctx.echos) > 1 and not step.get('any_server'):
                u['server'] = e['server']
            changed = e['body'] and 'body' in req and e['body'] != ctx.sub(req['body'])
            if changed and 'json' in (get(e['headers'], 'content-type') or '').lower():
                u['headers'].pop('content-length', None)        # rewritten JSON: only its value counts
                try:
                    u['body'] = {'json': json.loads(e['body'])}
                except ValueError:
                    u['body'] = e['body']
            elif e['body']:
                u['body'] = e['body'] if len(e['body']) < 2000 else 'sha256:' + hashlib.sha256(e['body'].encode()).hexdigest()
            ups.append(u)
        seen['upstream'] = 'nothing' if not ups else ups[0] if len(ups) == 1 else ups
    return finish(ctx, step, seen, spread)


def finish(ctx, step, seen, spread):
    if 'spread' in step:
        if step['spread'] == 'counts':
            seen['spread'] = {str(k): spread[k] for k in sorted(spread)}
        elif step['spread'] == 'sorted':
            seen['spread'] = sorted(spread.values())
        elif step['spread'] == 'set':
            seen['spread'] = sorted(spread)
        else:
            seen['spread'] = '1 server' if len(spread) == 1 else '%d servers' % len(spread)
    if 'same_server' in step:
        tag = step['same_server']
        used = sorted(spread)
        if tag not in ctx.marks:
            ctx.marks[tag] = used
        seen['same_server'] = used == ctx.marks[tag] and len(used) == 1
    if 'log' in step:
        seen['log'] = read_log(ctx, step)
    return seen


def read_log(ctx, step):
    spec = step['log']
    path = os.path.join(ctx.tmp, spec['file'])
    want = len(step['expect']['log']) if not ctx.opts.record and 'log' in step.get('expect', {}) else None
    end, lines, quiet = time.time() + (4 if want else 1), [], 0
    while time.time() < end:
        try:
            data = open(path, 'rb').read()[ctx.offsets.get(path, 0):]
        except OSError:
            data = b''
        now = [l for l in data.split(b'\n') if l]
        if data.endswith(b'\n') and len(now) == len(lines) and now and (want is None or len(now) >= want):
            quiet += 1
            if quiet > 6:
                break
        lines = now
        time.sleep(0.05)
    try:
        ctx.offsets[path] = os.path.getsize(path)
    except OSError:
        pass
    out = []
    for l in lines:
        try:
            o = json.loads(l)
        except ValueError:
            out.append(text(l))
            continue
        if 'probe-' in json.dumps(o.get('request', {}).get('headers', {}).get('host', '')):
            continue
        for p in spec.get('drop', []) + ['response.headers.connection', 'response.headers.date']:
            d, ks = o, p.split('.')
            for k in ks[:-1]:
                d = d.get(k, {}) if isinstance(d, dict) else {}
            if isinstance(d, dict):
                d.pop(ks[-1], None)
        if 'pick' in spec:
            o = {k: dig(o, k) for k in spec['pick']}
        out.append(o)
    return out


def dig(o, path):
    for k in path.split('.'):
        if not isinstance(o, dict) or k not in o:
            return '(absent)'
        o = o[k]
    return o


def gen_headers(hs, ctx):
    one = lambda n, v: VOLATILE[n] if n in VOLATILE else generalise(v, ctx)
    return {n: one(n, v) if isinstance(v, str) else [one(n, x) for x in v] for n, v in hs.items()}


def expectation(ctx, seen):
    """Makes a recordable expectation from what was seen."""
    out = {}
    for k, v in seen.items():
        ctx.in_log = k == 'log'
        if k == 'headers':
            out[k] = gen_headers(v, ctx)
            for n in ('ratelimit-reset', 'retry-after'):
                fits = [u for u in LENGTHS if 'x-ratelimit-limit-' + u in v and isinstance(v.get(n), str) and near_reset(u, v[n])]
                if fits:
                    out[k][n] = '<reset:%s>' % fits[0]
            if 'content-length' in out[k] and (seen.get('body') or {}).get('upstream'):
                out[k]['content-length'] = '<int>'
        elif k == 'upstream' and v != 'nothing':
            many = v if isinstance(v, list) else [v]
            res = [{a: generalise(b, ctx) if isinstance(b, str) else gen_headers(b, ctx) if a == 'headers' else gen_json(b, ctx)
                    if a == 'body' else b for a, b in u.items()} for u in many]
            out[k] = res if isinstance(v, list) else res[0]
        elif k in ('body', 'log', 'track'):
            out[k] = gen_json(v, ctx)
        else:
            out[k] = v
        ctx.in_log = False
    if isinstance(out.get('body'), dict) and isinstance(out['body'].get('json'), dict) and 'request_id' in out['body']['json']:
        out['body']['json']['request_id'] = '<hex32>'
    return out


def pretty(v, ind=0):
    one = json.dumps(v, ensure_ascii=False)
    if len(one) + ind <= 120 or not isinstance(v, (dict, list)) or not v:
        return one
    pad = ' ' * (ind + 1)
    if isinstance(v, dict):
        body = [pad + json.dumps(k, ensure_ascii=False) + ': ' + pretty(x, ind + 1) for k, x in v.items()]
        return '{\n' + ',\n'.join(body) + '\n' + ' ' * ind + '}'
    return '[\n' + ',\n'.join(pad + pretty(x, ind + 1) for x in v) + '\n' + ' ' * ind + ']'


def align(spec):
    length = {'second': 1, 'minute': 60, 'hour': 3600, 'day': 86400}[spec['unit']]
    while length - time.time() % length < spec['left']:
        time.sleep(min(0.2, max(0.005, length - time.time() % length)))


def run_case(path, opts, report):
    case = json.load(open(path))
    name = os.path.splitext(os.path.basename(path))[0]
    steps = [s for s in case['steps']]
    if opts.only and not fnmatch.fnmatch(name, opts.only) and not any(fnmatch.fnmatch(name + '/' + s['name'], opts.only) for s in steps):
        return
    ctx = Ctx(case, opts)
    try:
        if any(s.get('request', {}).get('tls') for s in steps) and not opts.tls:
            print('SKIP %s: needs --tls' % name)
            return
        try:
            err = load(ctx, case['config'])
        except (OSError, http.client.HTTPException) as e:
            err = 'admin %s:%d: %s: %s' % (*opts.admin, type(e).__name__, e)
        if err and not opts.record:
            for s in steps:
                report(name, s['name'], err)
            return
        if err:
            print('FAIL %s: %s' % (name, err))
            opts.bad.append(name)
            return
        for s in steps:
            if 'sleep' in s:
                time.sleep(s['sleep'])
            if 'align_window' in s:
                align(s['align_window'])
            if 'load' in s:
                err = load(ctx, s['load'])
            seen = {}
            if not err:
                try:
                    if s.get('settle'):        # asynchronous effects: try again until the expectation holds or time is up
                        end = time.time() + s['settle']
                        while True:
                            seen = observed(ctx, s)
                            if opts.record:
                                if time.time() >= end:
                                    break
                            elif not differ(s['expect'], seen, ctx) or time.time() >= end:
                                break
                            time.sleep(0.15)
                    else:
                        seen = observed(ctx, s)
                except Exception as e:
                    err = '%s: %s' % (type(e).__name__, e)
            if opts.record:
                if err:
                    print('FAIL %s/%s: %s' % (name, s['name'], err))
                    opts.bad.append(name)
                    err = None
                    continue
                s['expect'] = expectation(ctx, seen)
                report(name, s['name'], None)
                if opts.verbose:
                    print(json.dumps(s['expect'])[:1500])
            else:
                report(name, s['name'], err or (differ(s['expect'], seen, ctx, '') if 'expect' in s else 'no expectation recorded'))
                if opts.verbose:
                    print('    saw ' + json.dumps(seen, default=str)[:3000])
                err = None
        if opts.record:
            with open(path + '.new', 'w') as f:
                f.write(pretty(case) + '\n')
            os.replace(path + '.new', path)
    finally:
        ctx.close()


def hostport(s):
    h, _, p = s.rpartition(':')
    return h, int(p)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--cases', nargs='+', required=True)
    ap.add_argument('--proxy', type=hostport, required=True)
    ap.add_argument('--admin', type=hostport, required=True)
    ap.add_argument('--tls', type=hostport)
    ap.add_argument('--only')
    ap.add_argument('--json', dest='out')
    ap.add_argument('--record', action='store_true')
    ap.add_argument('-v', '--verbose', action='store_true')
    opts = ap.parse_args()
    opts.bad = []
    files = []
    for c in opts.cases:
        files += sorted(glob.glob(os.path.join(c, '*.json'))) if os.path.isdir(c) else [c]
    results = []

    def report(case, step, err):
        results.append({'case': case, 'step': step, 'ok': err is None, 'difference': err})
        print('PASS %s/%s' % (case, step) if err is None else 'FAIL %s/%s: %s' % (case, step, err))
        sys.stdout.flush()

    for f in files:
        run_case(f, opts, report)
    failed = sum(not r['ok'] for r in results) + (len(opts.bad) if opts.record else 0)
    if opts.out:
        with open(opts.out, 'w') as f:
            json.dump({'passed': len(results) - failed, 'failed': failed, 'steps': results}, f, indent=1)
    print('%d passed, %d failed' % (sum(r['ok'] for r in results), failed))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
