#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends hostile requests to a running server, and looks after each whether it still serves others.

Usage: abuse.py PROGRAM [ARGUMENT…]

The program serves HTTP on a free port of 127.0.0.1 and prints a line with `port=NUMBER`. A case is
what is sent, and the status that must come back; afterwards the connection must be closed, nothing
of what stood behind the refused request may have been answered, and an honest request must be.
"""

import re
import socket
import subprocess
import sys
import time

PATIENCE = 20.0  # seconds; the machine may be busy
HONEST = b"GET /scheduler HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
CLOSED = 0  # instead of a status: closed without a word


def cases(host):
    """Yields (name, bytes, statuses)."""
    h = b"Host: " + host + b"\r\n"
    bad, large, long_, headers, coding, version = {400}, {413}, {414}, {431}, {501}, {505}

    def line(name, text, statuses=bad):
        return name, text + b"\r\n" + h + b"\r\n", statuses

    def header(name, text, statuses=bad):
        return name, b"GET /scheduler HTTP/1.1\r\n" + h + text + b"\r\n", statuses

    def post(name, text, body, statuses=bad):
        return name, b"POST /scheduler/jobs HTTP/1.1\r\n" + h + text + b"\r\n" + body, statuses

    def chunks(name, body, statuses=bad):
        return post("chunks: " + name, b"Transfer-Encoding: chunked\r\n", body, statuses)

    # What is no request at all.
    for name, text in [
        ("TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64)),
        ("SSH", b"SSH-2.0-OpenSSH_9.2\r\n"), ("zeros", bytes(1000)), ("0xff", b"\xff" * 1000),
        ("empty lines", b"\r\n" * 1000), ("LFs", b"\n" * 100), ("CRs", b"\r" * 100),
        ("blanks", b" " * 100), ("JSON", b'{"id": "a"}\r\n\r\n'), ("redis", b"*1\r\n$4\r\nPING\r\n"),
        ("SMTP", b"EHLO a\r\n"), ("SOCKS", b"\x05\x01\x00"), ("UTF-16", "GET / HTTP/1.1\r\n".encode("utf-16")),
        ("BOM", b"\xef\xbb\xbfGET / HTTP/1.1\r\n" + h + b"\r\n"),
    ]:
        yield "no HTTP: " + name, text, bad
    yield "HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", version

    # The first line.
    for name, text in [
        ("nothing but a method", b"GET"), ("no version", b"GET /"), ("no target", b"GET HTTP/1.1"),
        ("two blanks", b"GET  / HTTP/1.1"), ("tabs", b"GET\t/\tHTTP/1.1"),
        ("blank ahead", b" GET / HTTP/1.1"), ("blank behind", b"GET / HTTP/1.1 "),
        ("four words", b"GET / x HTTP/1.1"), ("small version", b"GET / http/1.1"),
        ("no number", b"GET / HTTP/x.y"), ("HTTP/1", b"GET / HTTP/1"), ("HTTP/1.1.1", b"GET / HTTP/1.1.1"),
        ("HTTP/01.1", b"GET / HTTP/01.1"), ("HTTP 1.1", b"GET / HTTP 1.1"), ("HTTPS", b"GET / HTTPS/1.1"),
        ("method with a slash", b"G/T / HTTP/1.1"), ("method with NUL", b"G\0T / HTTP/1.1"),
        ("method in quotes", b'"GET" / HTTP/1.1'), ("method with accents", b"G\xc3\x89T / HTTP/1.1"),
        ("method of 33", b"A" * 33 + b" / HTTP/1.1"), ("method of 10,000", b"A" * 10000 + b" / HTTP/1.1"),
        ("CR within", b"GET /\rHTTP/1.1"), ("form feed", b"GET /\x0cHTTP/1.1"),
        ("absolute", b"GET http://127.0.0.1/scheduler HTTP/1.1"), ("absolute, foreign", b"GET http://evil.example/ HTTP/1.1"),
        ("https", b"GET https://evil.example/ HTTP/1.1"), ("file", b"GET file:///etc/passwd HTTP/1.1"),
        ("star", b"OPTIONS * HTTP/1.1"), ("CONNECT", b"CONNECT evil.example:443 HTTP/1.1"),
        ("no slash", b"GET scheduler HTTP/1.1"), ("only a query", b"GET ?a HTTP/1.1"),
        ("backslash", b"GET \\scheduler HTTP/1.1"), ("fragment", b"GET /a#b HTTP/1.1"),
    ]:
        yield line("first line: " + name, text)
    for number in [b"0.9", b"2.0", b"1.2", b"3.0", b"9.9"]:
        yield line("version " + number.decode(), b"GET / HTTP/" + number, version)

    # The path.
    for name, path in [
        ("bare %", b"/%"), ("% and one digit", b"/%4"), ("% and letters", b"/%zz"), ("%u", b"/%u0041"),
        ("% before ?", b"/a%?b"), ("% at the end of the query", b"/?a=%"), ("escaped NUL", b"/a%00"),
        ("escaped NUL in the query", b"/?a=%00"), ("NUL", b"/a\0b"), ("control", b"/a\x01"), ("DEL", b"/a\x7f"),
        ("escape", b"/\x1b[2J"), ("UTF-8", "/é".encode()), ("overlong", b"/\xc0\xaf"), ("0xff", b"/\xff"),
        ("half an escape of NUL", b"/%0"), ("minus in an escape", b"/%-1"), ("blank in an escape", b"/%2 0"),
    ]:
        yield line("path: " + name, b"GET " + path + b" HTTP/1.1")
    for size in [20_000, 1_000_000]:
        yield line(f"path of {size}", b"GET /" + b"a" * size + b" HTTP/1.1", long_)
    yield "path without end", b"GET /" + b"a" * 100_000, long_
    yield line("query of 20,000", b"GET /?" + b"a=b&" * 5000 + b" HTTP/1.1", long_)

    # Ends of lines.
    yield "LF throughout", b"GET / HTTP/1.1\nHost: a\n\n", bad
    yield "LF after the first line", b"GET / HTTP/1.1\n" + h + b"\r\n", bad
    yield "LF at the end", b"GET / HTTP/1.1\r\n" + h + b"\n", bad
    yield "CR alone at the end", b"GET / HTTP/1.1\r\n" + h + b"\r\rGET", bad
    for name, text in [
        ("LF", b"X: a\n"), ("CR CR LF", b"X: a\r\r\n"), ("CR in the value", b"X: a\rY: b\r\n"),
        ("LF in the value", b"X: a\nY: b\r\n"), ("no colon", b"X\r\n"), ("no name", b": a\r\n"),
        ("blank before the colon", b"X : a\r\n"), ("tab before the colon", b"X\t: a\r\n"),
        ("blank in the name", b"X Y: a\r\n"), ("blank ahead", b" X: a\r\n"), ("tab ahead", b"\tX: a\r\n"),
        ("folded", b"X: a\r\n b\r\n"), ("folded length", b"Content-Length:\r\n 5\r\n"),
        ("NUL in the value", b"X: a\0\r\n"), ("NUL in the name", b"X\0: a\r\n"), ("control", b"X: \x02\r\n"),
        ("DEL", b"X: \x7f\r\n"), ("escape", b"X: \x1b[31m\r\n"), ("accents in the name", b"\xc3\x89: a\r\n"),
        ("brackets in the name", b"X[]: a\r\n"), ("at in the name", b"a@b: c\r\n"), ("slash in the name", b"a/b: c\r\n"),
        ("quotes in the name", b'"X": a\r\n'), ("vertical tab", b"X: \x0b\r\n"), ("equals in the name", b"X=Y: a\r\n"),
    ]:
        yield header("header: " + name, text)

    # Hosts.
    yield "no host", b"GET /scheduler HTTP/1.1\r\n\r\n", bad
    yield "no host in HTTP/1.0", b"GET /scheduler HTTP/1.0\r\n\r\n", bad
    yield header("two hosts", b"Host: evil.example\r\n")
    yield header("the same host twice", h)
    yield header("host in capitals twice", b"HOST: a\r\n")
    yield "host with a blank before the colon", b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", bad

    # Sizes.
    yield header("header of 17 KiB", b"X: " + b"a" * 17_000 + b"\r\n", headers)
    yield header("header of 1 MB", b"X: " + b"a" * 1_000_000 + b"\r\n", headers)
    yield header("header without end", b"X: " + b"a" * 50_000, headers)
    yield header("name of 20,000", b"a" * 20_000 + b": b\r\n", headers)
    yield header("100 further headers", b"X: y\r\n" * 100, headers)
    yield header("50,000 headers", b"a:b\r\n" * 50_000, headers)
    yield header("cookies of 20 KB", b"Cookie: " + b"a=b; " * 4000 + b"\r\n", headers)
    for size in [1048577, 10**9, 2**31, 2**32, 2**63 - 1, 2**63, 2**64, 2**64 + 5, 10**30]:
        yield post(f"length {size}", b"Content-Length: %d\r\n" % size, b"", large)
    yield post("5 MB of body", b"Content-Length: 5000000\r\n", b"a" * 5_000_000, large)

    # How the body ends.
    for value in [b"", b"-1", b"+5", b"0x5", b"5.0", b"5e0", b"5,5", b"5, 5", b"5 5", b"five", b"5;", b"\xd9\xa5",
                  b'"5"', b"5\x0b", b"--5", b"1_000", b"NaN", b"5,"]:
        yield post(f"length {value!r}", b"Content-Length: " + value + b"\r\n", b"abcde")
    yield post("two lengths", b"Content-Length: 5\r\nContent-Length: 6\r\n", b"abcdef")
    yield post("the same length twice", b"Content-Length: 5\r\nContent-Length: 5\r\n", b"abcde")
    yield post("length in two cases", b"content-length: 5\r\nCONTENT-LENGTH: 0\r\n", b"abcde")
    yield post("length and chunks", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")
    yield post("chunks and length", b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n")
    yield post("chunks and an empty length", b"Transfer-Encoding: chunked\r\nContent-Length:\r\n", b"0\r\n\r\n")
    yield post("chunked twice", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")
    yield post("chunked and identity", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"0\r\n\r\n")
    for value in [b"gzip", b"identity", b"chunked, gzip", b"gzip, chunked", b"chunked, chunked", b"xchunked",
                  b"chunkedx", b"chunked;q=1", b'"chunked"', b"", b"chun ked", b",chunked", b"chunked,"]:
        yield post(f"coding {value!r}", b"Transfer-Encoding: " + value + b"\r\n", b"0\r\n\r\n", coding)
    yield post("coding behind a vertical tab", b"Transfer-Encoding: \x0bchunked\r\n", b"0\r\n\r\n")
    yield post("coding with a blank in the name", b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n")
    yield "chunks in HTTP/1.0", b"POST / HTTP/1.0\r\n" + h + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", bad
    yield header("expectation", b"Expect: the-worst\r\n", {417})

    # Chunks.
    for name, body in [
        ("0x", b"0x5\r\nabcde\r\n0\r\n\r\n"), ("sign", b"+5\r\nabcde\r\n0\r\n\r\n"), ("negative", b"-5\r\n"),
        ("blank ahead", b" 5\r\nabcde\r\n0\r\n\r\n"), ("blank behind", b"5 \r\nabcde\r\n0\r\n\r\n"),
        ("no size", b"\r\n"), ("only an extension", b";a=b\r\n"), ("LF after the size", b"5\nabcde\r\n0\r\n\r\n"),
        ("LF after the chunk", b"5\r\nabcde\n0\r\n\r\n"), ("too short", b"5\r\nabc\r\n0\r\n\r\n"),
        ("too long", b"5\r\nabcdefgh\r\n0\r\n\r\n"), ("letters", b"g\r\n"), ("size that wraps", b"10000000000000000\r\n"),
        ("size of 100 digits", b"0" * 100 + b"5\r\nabcde\r\n0\r\n\r\n"), ("all ones", b"ffffffffffffffff\r\n"),
        ("NUL in an extension", b"5;\0\r\n"), ("extension of 1 KB", b"5;" + b"a" * 1000 + b"\r\n"),
        ("trailer without colon", b"0\r\nX\r\n\r\n"), ("folded trailer", b"0\r\nX: a\r\n b\r\n\r\n"),
        ("LF at the end", b"0\r\n\n"), ("NUL in a trailer", b"0\r\nX: \0\r\n\r\n"),
    ]:
        yield chunks(name, body)
    yield chunks("1 MiB and one", b"100001\r\n", large)
    yield chunks("1 MiB and one in two", b"100000\r\n" + b"a" * 0x100000 + b"\r\n1\r\n", large)
    yield chunks("15 digits", b"fffffffffffffff\r\n", large)
    yield chunks("200 trailers", b"0\r\n" + b"X: y\r\n" * 200 + b"\r\n", headers)
    yield chunks("trailer of 20 KB", b"0\r\nX: " + b"a" * 20_000, headers)

    # Given up halfway.
    for name, text in [
        ("the method", b"GE"), ("the path", b"GET /sched"), ("a header", b"GET / HTTP/1.1\r\nHo"),
        ("the head", b"GET / HTTP/1.1\r\n" + h), ("the body", b"POST / HTTP/1.1\r\n" + h + b"Content-Length: 9\r\n\r\nab"),
        ("a chunk", b"POST / HTTP/1.1\r\n" + h + b"Transfer-Encoding: chunked\r\n\r\n9\r\nab"),
    ]:
        yield "given up in " + name, (text, "end"), bad
    yield "nothing at all", (b"", "end"), {CLOSED}


def talk(port, request):
    """What the server answers until it closes."""
    ends = isinstance(request, tuple)
    data = request[0] if ends else request + HONEST % b"smuggled"
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.settimeout(PATIENCE)
        answer = b""
        try:
            client.sendall(data)
            if ends:
                client.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has heard enough; what it said may still be there
        try:
            while piece := client.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
        return answer


def problem(answer, statuses):
    """What is wrong with the answer, or nothing."""
    if not answer:
        return None if CLOSED in statuses else "closed without an answer"
    if not answer.startswith(b"HTTP/1.1 "):
        return f"no HTTP: {answer[:60]!r}"
    status = int(answer[9:12])
    if status not in statuses:
        return f"status {status}"
    if len(re.findall(rb"HTTP/1\.1 \d\d\d ", answer)) != 1:
        return "answered what stood behind"
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"\r\nContent-Type: application/json\r\n" not in head + b"\r\n" or b'"error_message"' not in body:
        return "no JSON error"
    if b"\r\nConnection: close" not in head:
        return "does not say that it closes"
    return None


def is_served(port, host):
    answer = b""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.settimeout(PATIENCE)
        client.sendall(HONEST % host)
        while piece := client.recv(65536):
            answer += piece
    return answer[:9] == b"HTTP/1.1 " and answer[9:12] in (b"200", b"401")


def flood(port, host, faults):
    """Hundreds who say nothing, or not enough, must not keep others out."""
    crowd = []
    for i in range(300):
        client = socket.create_connection(("127.0.0.1", port), PATIENCE)
        client.sendall((b"", b"G", b"GET / HTTP/1.1\r\nHost: a\r\nX: ")[i % 3])
        crowd.append(client)
        if i % 20 == 0 and not is_served(port, host):
            faults.append(f"flood: no answer beside {i} others")
    for client in crowd:
        client.close()


def memory(pid):
    """Of the process, in KiB; nothing where that is not told."""
    try:
        with open(f"/proc/{pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        return None


def main(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = next(int(line.split("port=")[1].split()[0]) for line in server.stdout if "port=" in line)
        host = b"127.0.0.1:%d" % port
        faults, count, start = [], 0, time.monotonic()
        for name, request, statuses in cases(host):
            count += 1
            fault = problem(talk(port, request), statuses)
            if fault:
                faults.append(f"{name}: {fault}")
            if not is_served(port, host):
                faults.append(f"{name}: others are not served any more")
        flood(port, host, faults)
        used = memory(server.pid)
        if used and used > 200_000:
            faults.append(f"{used} KiB of memory")
        if server.poll() is not None:
            faults.append(f"the server has ended with {server.returncode}")
        server.terminate()
    print(f"{count} hostile requests in {time.monotonic() - start:.1f} s, {used} KiB at most")
    for fault in faults:
        print("FAULT", fault)
    return 1 if faults or count < 150 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
