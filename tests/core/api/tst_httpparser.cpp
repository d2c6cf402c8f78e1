// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpparser.h"

#include <QTest>

using namespace carillon;

namespace {

const QByteArray host = "Host: a\r\n";

QByteArray get(const QByteArray &headers = {})
{
    return "GET / HTTP/1.1\r\n" + host + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST / HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

/// What a parser made of the bytes: `status`, or the request.
struct Outcome
{
    int status = 0;
    QString message;
    bool isComplete = false;
    qsizetype taken = 0;
    QByteArray text; ///< method, path, query, headers and body
    bool keepsAlive = false;

    bool operator==(const Outcome &) const = default;
};

Outcome outcome(HttpParser &parser, qsizetype taken)
{
    Outcome outcome;
    outcome.taken = taken;
    if (parser.refusal())
        return {parser.refusal()->status, parser.refusal()->message, false, 0, {}, false};
    outcome.isComplete = parser.isComplete();
    outcome.keepsAlive = outcome.isComplete && parser.keepsAlive();
    if (!outcome.isComplete)
        return outcome;
    const ApiRequest request = parser.takeRequest();
    outcome.text = request.method + ' ' + request.path + ' ' + request.query + '\n';
    for (const ApiHeader &header : request.headers)
        outcome.text += header.name + '=' + header.value + '\n';
    outcome.text += request.body;
    return outcome;
}

Outcome parse(const QByteArrayList &pieces, const ServerLimits &limits = {})
{
    HttpParser parser(limits);
    qsizetype taken = 0;
    for (const QByteArray &piece : pieces)
        taken += parser.take(piece);
    return outcome(parser, taken);
}

} // namespace

class TestHttpParser : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void keepsToLimits_data();
    void keepsToLimits();
    void goesOnWithTheNext();
    void saysWhenLeaveIsAwaited();
    void knowsWhetherAnythingCame();
    void ignoresWhatFollowsARefusal();
};

void TestHttpParser::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("keepsAlive");
    const QByteArray root = "GET / \nhost=a\n";
    QTest::newRow("plain") << get() << root << true;
    QTest::newRow("empty line ahead") << QByteArray("\r\n" + get()) << root << true;
    QTest::newRow("query") << QByteArray("GET /a/b%2Fc?x=%20&y HTTP/1.1\r\n" + host + "\r\n")
                           << QByteArray("GET /a/b%2Fc x=%20&y\nhost=a\n") << true;
    QTest::newRow("empty query") << QByteArray("GET /? HTTP/1.1\r\n" + host + "\r\n") << root
                                 << true;
    QTest::newRow("two question marks") << QByteArray("GET /?a?b HTTP/1.1\r\n" + host + "\r\n")
                                        << QByteArray("GET / a?b\nhost=a\n") << true;
    QTest::newRow("two slashes") << QByteArray("GET //a HTTP/1.1\r\n" + host + "\r\n")
                                 << QByteArray("GET //a \nhost=a\n") << true;
    QTest::newRow("own method") << QByteArray("M-SEARCH / HTTP/1.1\r\n" + host + "\r\n")
                                << QByteArray("M-SEARCH / \nhost=a\n") << true;
    QTest::newRow("blanks round a value")
        << get("X:  a b\t \r\n") << QByteArray(root + "x=a b\n") << true;
    QTest::newRow("no blank") << get("X:a\r\n") << QByteArray(root + "x=a\n") << true;
    QTest::newRow("empty value") << get("X:\r\n") << QByteArray(root + "x=\n") << true;
    QTest::newRow("colons in a value") << get("X: a:b\r\n") << QByteArray(root + "x=a:b\n") << true;
    QTest::newRow("high bytes in a value")
        << get("X: \xc3\xa9\xff\r\n") << QByteArray(root + "x=\xc3\xa9\xff\n") << true;
    QTest::newRow("name twice") << get("X: 1\r\nx: 2\r\n") << QByteArray(root + "x=1\nx=2\n")
                                << true;
    QTest::newRow("close") << get("Connection: close\r\n")
                           << QByteArray(root + "connection=close\n") << false;
    QTest::newRow("close in a list") << get("Connection: foo, Close\r\n")
                                     << QByteArray(root + "connection=foo, Close\n") << false;
    QTest::newRow("close and keep")
        << get("Connection: keep-alive\r\nConnection: close\r\n")
        << QByteArray(root + "connection=keep-alive\nconnection=close\n") << false;
    QTest::newRow("old") << QByteArray("GET / HTTP/1.0\r\n" + host + "\r\n") << root << false;
    QTest::newRow("old that stays")
        << QByteArray("GET / HTTP/1.0\r\n" + host + "Connection: Keep-Alive\r\n\r\n")
        << QByteArray(root + "connection=Keep-Alive\n") << true;
    const QByteArray posted = "POST / \nhost=a\n";
    QTest::newRow("body") << post("Content-Length: 3\r\n", "a\r\n")
                          << QByteArray(posted + "content-length=3\na\r\n") << true;
    QTest::newRow("no body") << post("Content-Length: 0\r\n", "")
                             << QByteArray(posted + "content-length=0\n") << true;
    QTest::newRow("zeros ahead") << post("Content-Length: 003\r\n", "abc")
                                 << QByteArray(posted + "content-length=003\nabc") << true;
    const QByteArray inChunks = posted + "transfer-encoding=chunked\n";
    QTest::newRow("chunks") << chunked("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n")
                            << QByteArray(inChunks + "abc0123456789") << true;
    QTest::newRow("no chunk") << chunked("0\r\n\r\n") << inChunks << true;
    QTest::newRow("chunk extension")
        << chunked("1;a=\"b\";c\r\nx\r\n0;d\r\n\r\n") << QByteArray(inChunks + "x") << true;
    QTest::newRow("trailers") << chunked("1\r\nx\r\n0\r\nX: y\r\nZ: \r\n\r\n")
                              << QByteArray(inChunks + "x") << true;
    QTest::newRow("line ends in a chunk")
        << chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n") << QByteArray(inChunks + "\r\n\r\n") << true;
    QTest::newRow("zeros ahead of a chunk")
        << chunked("0002\r\nab\r\n000\r\n\r\n") << QByteArray(inChunks + "ab") << true;
}

void TestHttpParser::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(bool, keepsAlive);
    const Outcome whole = parse({bytes});
    QCOMPARE(whole.message, QString());
    QVERIFY(whole.isComplete);
    QCOMPARE(whole.text, text);
    QCOMPARE(whole.keepsAlive, keepsAlive);
    QCOMPARE(whole.taken, bytes.size());
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        QVERIFY2(parse({bytes.first(at), bytes.sliced(at)}) == whole,
                 qPrintable(QString::number(at)));
        if (at < bytes.size())
            QVERIFY2(!parse({bytes.first(at)}).isComplete, qPrintable(QString::number(at)));
    }
    QByteArrayList single;
    for (const char byte : bytes)
        single.append(QByteArray(1, byte));
    QCOMPARE(parse(single), whole);
}

void TestHttpParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto target = [](const QByteArray &text) {
        return QByteArray("GET " + text + " HTTP/1.1\r\n" + host + "\r\n");
    };
    const auto line = [](const QByteArray &text) {
        return QByteArray(text + "\r\n" + host + "\r\n");
    };
    const QByteArray nul(1, '\0');

    QTest::newRow("TLS") << QByteArray::fromHex("160301020001000000") << 400;
    QTest::newRow("NUL first") << nul << 400;
    QTest::newRow("blank first") << line(" GET / HTTP/1.1") << 400;
    QTest::newRow("two empty lines ahead") << QByteArray("\r\n\r\n" + get()) << 400;
    QTest::newRow("LF ahead") << QByteArray("\n" + get()) << 400;
    QTest::newRow("CR ahead") << QByteArray("\r" + get()) << 400;
    QTest::newRow("no version") << line("GET /") << 400;
    QTest::newRow("nothing but a method") << line("GET") << 400;
    QTest::newRow("two blanks") << line("GET  / HTTP/1.1") << 400;
    QTest::newRow("two blanks after") << line("GET /  HTTP/1.1") << 400;
    QTest::newRow("blank at the end") << line("GET / HTTP/1.1 ") << 400;
    QTest::newRow("tab") << line("GET\t/\tHTTP/1.1") << 400;
    QTest::newRow("blank in the path") << line("GET /a b HTTP/1.1") << 400;
    QTest::newRow("four words") << line("GET / HTTP/1.1 x") << 400;
    QTest::newRow("method with a colon") << line("GE:T / HTTP/1.1") << 400;
    QTest::newRow("method of 33") << line(QByteArray(33, 'A') + " / HTTP/1.1") << 400;
    QTest::newRow("small http") << line("GET / http/1.1") << 400;
    QTest::newRow("HTTP/1") << line("GET / HTTP/1") << 400;
    QTest::newRow("HTTP/1.") << line("GET / HTTP/1.") << 400;
    QTest::newRow("HTTP/11.1") << line("GET / HTTP/11.1") << 400;
    QTest::newRow("HTTP/1.1x") << line("GET / HTTP/1.1x") << 400;
    QTest::newRow("HTTP/+1.1") << line("GET / HTTP/+1.1") << 400;
    QTest::newRow("HTTP/2.0") << line("GET / HTTP/2.0") << 505;
    QTest::newRow("HTTP/0.9") << line("GET / HTTP/0.9") << 505;
    QTest::newRow("HTTP/1.2") << line("GET / HTTP/1.2") << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;

    QTest::newRow("absolute") << target("http://a/") << 400;
    QTest::newRow("star") << target("*") << 400;
    QTest::newRow("authority") << line("CONNECT a:80 HTTP/1.1") << 400;
    QTest::newRow("no slash") << target("a") << 400;
    QTest::newRow("only a query") << target("?a") << 400;
    QTest::newRow("fragment") << target("/a#b") << 400;
    QTest::newRow("bare %") << target("/%") << 400;
    QTest::newRow("% and one") << target("/%4") << 400;
    QTest::newRow("% and none") << target("/%zz") << 400;
    QTest::newRow("% and u") << target("/%u0041") << 400;
    QTest::newRow("% at the end of the path") << target("/a%?b") << 400;
    QTest::newRow("escaped NUL") << target("/a%00b") << 400;
    QTest::newRow("escaped NUL in the query") << target("/?%00") << 400;
    QTest::newRow("bad escape in the query") << target("/?%g0") << 400;
    QTest::newRow("NUL in the path") << target("/a" + nul) << 400;
    QTest::newRow("control in the path") << target("/a\x01") << 400;
    QTest::newRow("DEL in the path") << target("/a\x7f") << 400;
    QTest::newRow("tab in the path") << target("/a\tb") << 400;
    QTest::newRow("CR in the path") << target("/a\rb") << 400;
    QTest::newRow("high byte in the path") << target("/\xc3\xa9") << 400;

    QTest::newRow("LF after the first line")
        << QByteArray("GET / HTTP/1.1\n" + host + "\r\n") << 400;
    QTest::newRow("LF after a header") << get("X: a\n") << 400;
    QTest::newRow("LF at the end") << QByteArray("GET / HTTP/1.1\r\n" + host + "\n") << 400;
    QTest::newRow("CR CR LF") << get("X: a\r\r\n") << 400;
    QTest::newRow("CR in a value") << get("X: a\rb\r\n") << 400;
    QTest::newRow("no colon") << get("X\r\n") << 400;
    QTest::newRow("no name") << get(": a\r\n") << 400;
    QTest::newRow("blank before the colon") << get("X : a\r\n") << 400;
    QTest::newRow("blank in a name") << get("X Y: a\r\n") << 400;
    QTest::newRow("blank before a name") << get(" X: a\r\n") << 400;
    QTest::newRow("folded") << get("X: a\r\n b\r\n") << 400;
    QTest::newRow("folded with a tab") << get("X: a\r\n\tb\r\n") << 400;
    QTest::newRow("NUL in a value") << get("X: a" + nul + "b\r\n") << 400;
    QTest::newRow("NUL in a name") << get("X" + nul + ": a\r\n") << 400;
    QTest::newRow("control in a value") << get("X: a\x01\r\n") << 400;
    QTest::newRow("DEL in a value") << get("X: a\x7f\r\n") << 400;
    QTest::newRow("high byte in a name") << get("X\xc3\xa9: a\r\n") << 400;
    QTest::newRow("parentheses in a name") << get("X(): a\r\n") << 400;

    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("no host, old") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("two hosts") << get("Host: b\r\n") << 400;
    QTest::newRow("same host twice") << get(host) << 400;

    const auto length = [](const QByteArray &value) {
        return post("Content-Length:" + value + "\r\n", "abcd");
    };
    QTest::newRow("empty length") << length("") << 400;
    QTest::newRow("plus") << length(" +4") << 400;
    QTest::newRow("minus") << length(" -4") << 400;
    QTest::newRow("hexadecimal") << length(" 0x4") << 400;
    QTest::newRow("fraction") << length(" 4.0") << 400;
    QTest::newRow("two in one") << length(" 4, 4") << 400;
    QTest::newRow("blank within") << length(" 4 4") << 400;
    QTest::newRow("vertical tab") << length(" \v4") << 400;
    QTest::newRow("word") << length(" four") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 4\r\nContent-Length: 5\r\n", "abcde")
                                 << 400;
    QTest::newRow("same length twice")
        << post("Content-Length: 4\r\ncontent-length: 4\r\n", "abcd") << 400;
    QTest::newRow("length and chunks")
        << post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("chunks and length")
        << post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("chunked twice")
        << post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("old with chunks")
        << QByteArray("POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << 400;
    const auto coding = [](const QByteArray &value) {
        return post("Transfer-Encoding:" + value + "\r\n", "0\r\n\r\n");
    };
    QTest::newRow("gzip") << coding(" gzip") << 501;
    QTest::newRow("gzip, chunked") << coding(" gzip, chunked") << 501;
    QTest::newRow("chunked, chunked") << coding(" chunked, chunked") << 501;
    QTest::newRow("identity") << coding(" identity") << 501;
    QTest::newRow("xchunked") << coding(" xchunked") << 501;
    QTest::newRow("chunked;x") << coding(" chunked;x") << 501;
    QTest::newRow("no coding") << coding("") << 501;
    QTest::newRow("vertical tab before chunked") << coding(" \vchunked") << 400;
    QTest::newRow("other expectation")
        << post("Expect: 200-ok\r\nContent-Length: 1\r\n", "a") << 417;

    QTest::newRow("chunk with 0x") << chunked("0x1\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk with a sign") << chunked("+1\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("negative chunk") << chunked("-1\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk and a blank") << chunked("1 \r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk without size") << chunked("\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("only an extension") << chunked(";a\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("LF after a size") << chunked("1\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("LF after a chunk") << chunked("1\r\na\n0\r\n\r\n") << 400;
    QTest::newRow("chunk too short") << chunked("2\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunk too long") << chunked("1\r\nabc\r\n0\r\n\r\n") << 400;
    QTest::newRow("16 digits") << chunked("1000000000000000\r\n") << 400;
    QTest::newRow("chunk that wraps") << chunked("ffffffffffffffff\r\n") << 400;
    QTest::newRow("control in an extension") << chunked("1;\x01\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("CR in an extension") << chunked("1;\r\r\na\r\n0\r\n\r\n") << 400;
    QTest::newRow("trailer without colon") << chunked("0\r\nX\r\n\r\n") << 400;
    QTest::newRow("folded trailer") << chunked("0\r\nX: a\r\n b\r\n\r\n") << 400;
}

void TestHttpParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Outcome whole = parse({bytes});
    QCOMPARE(whole.status, status);
    QVERIFY(!whole.message.isEmpty());
    for (qsizetype at = 1; at < bytes.size(); ++at)
        QVERIFY2(parse({bytes.first(at), bytes.sliced(at)}) == whole,
                 qPrintable(QString::number(at)));
}

void TestHttpParser::keepsToLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: complete
    const auto lines = [](int count) { return QByteArray("X: y\r\n").repeated(count); };
    // With the limits of keepsToLimits(): 200 bytes of head, 5 headers, 10 bytes of body.
    const QByteArray frame = get("X: \r\n");
    const auto headOf = [&](qsizetype size) {
        return get("X: " + QByteArray(size - frame.size(), 'a') + "\r\n");
    };
    QTest::newRow("head of 200") << headOf(200) << 0;
    QTest::newRow("head of 201") << headOf(201) << 431;
    QTest::newRow("head without end") << get("X: " + QByteArray(400, 'a')) << 431;
    QTest::newRow("first line without end") << QByteArray("GET /" + QByteArray(400, 'a')) << 414;
    QTest::newRow("first line that fills it")
        << QByteArray("GET /" + QByteArray(184, 'a') + " HTTP/1.1\r\n") << 431;
    QTest::newRow("5 headers") << get(lines(4)) << 0;
    QTest::newRow("6 headers") << get(lines(5)) << 431;
    QTest::newRow("5 headers and trailers") << chunked("0\r\n" + lines(3) + "\r\n") << 0;
    QTest::newRow("6 headers and trailers") << chunked("0\r\n" + lines(4) + "\r\n") << 431;
    QTest::newRow("trailer without end") << chunked("0\r\nX: " + QByteArray(400, 'a')) << 431;
    QTest::newRow("body of 10") << post("Content-Length: 10\r\n", "0123456789") << 0;
    QTest::newRow("body of 11") << post("Content-Length: 11\r\n", "") << 413;
    QTest::newRow("18 digits") << post("Content-Length: 999999999999999999\r\n", "") << 413;
    QTest::newRow("19 digits") << post("Content-Length: 9999999999999999999\r\n", "") << 413;
    QTest::newRow("20 digits that wrap")
        << post("Content-Length: 18446744073709551620\r\n", "") << 413;
    QTest::newRow("chunks of 10") << chunked("5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n") << 0;
    QTest::newRow("chunk of 11") << chunked("b\r\n") << 413;
    QTest::newRow("chunks of 11") << chunked("5\r\n01234\r\n6\r\n") << 413;
    QTest::newRow("15 digits") << chunked("fffffffffffffff\r\n") << 413;
    QTest::newRow("extension without end") << chunked("1;" + QByteArray(400, 'a')) << 400;
}

void TestHttpParser::keepsToLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    ServerLimits limits;
    limits.head = 200;
    limits.headers = 5;
    limits.body = 10;
    const Outcome whole = parse({bytes}, limits);
    QCOMPARE(whole.status, status);
    QCOMPARE(whole.isComplete, status == 0);
    for (qsizetype at = 1; at < bytes.size(); ++at)
        QVERIFY2(parse({bytes.first(at), bytes.sliced(at)}, limits) == whole,
                 qPrintable(QString::number(at)));
}

void TestHttpParser::goesOnWithTheNext()
{
    const QByteArray first = post("Content-Length: 3\r\nConnection: close\r\n", "abc");
    const QByteArray second = chunked("1\r\nx\r\n0\r\n\r\n");
    const QByteArray both = first + second + get();
    HttpParser parser;
    QCOMPARE(parser.take(both), first.size());
    QCOMPARE(parser.take(both.sliced(first.size())), 0); // not before the first is taken
    QVERIFY(!parser.keepsAlive());
    QCOMPARE(parser.takeRequest().body, QByteArray("abc"));
    QVERIFY(parser.isEmpty());
    QCOMPARE(parser.take(both.sliced(first.size())), second.size());
    QVERIFY(parser.keepsAlive());
    QCOMPARE(parser.takeRequest().body, QByteArray("x"));
    QCOMPARE(parser.take(both.sliced(first.size() + second.size())), get().size());
    QCOMPARE(parser.takeRequest().method, QByteArray("GET"));
}

void TestHttpParser::saysWhenLeaveIsAwaited()
{
    HttpParser parser;
    parser.take(post("Expect: 100-Continue\r\nContent-Length: 1\r\n", ""));
    QVERIFY(parser.awaitsContinue());
    parser.take("a");
    QVERIFY(!parser.awaitsContinue() && parser.isComplete());
    QCOMPARE(parser.takeRequest().body, QByteArray("a"));
    parser.take(post("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n", ""));
    QVERIFY(parser.awaitsContinue());
    parser.take("0\r\n\r\n");
    QVERIFY(!parser.awaitsContinue());
    parser.takeRequest();
    parser.take(post("Expect: 100-continue\r\nContent-Length: 1\r\n", "a"));
    QVERIFY(!parser.awaitsContinue());
    parser.takeRequest();
    parser.take(post("Expect: 100-continue\r\nContent-Length: 0\r\n", ""));
    QVERIFY(!parser.awaitsContinue() && parser.isComplete());
    parser.takeRequest();
    parser.take("POST / HTTP/1.0\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    QVERIFY(!parser.awaitsContinue() && parser.isOld());
}

void TestHttpParser::knowsWhetherAnythingCame()
{
    HttpParser parser;
    QVERIFY(parser.isEmpty());
    parser.take("G");
    QVERIFY(!parser.isEmpty());
}

void TestHttpParser::ignoresWhatFollowsARefusal()
{
    HttpParser parser;
    parser.take("\x16");
    QVERIFY(parser.refusal());
    QCOMPARE(parser.take(get()), 0);
    QVERIFY(!parser.isComplete());
    QCOMPARE(parser.refusal()->status, 400);
}

QTEST_GUILESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"
