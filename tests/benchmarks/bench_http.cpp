// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "enginebench.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

#include <cstdio>
#include <numeric>

namespace carillon {

namespace {

constexpr int manyJobs = 1000;
constexpr int patience = 60'000; // ms

/// A request of wrk's that adds a job, each with an id of its own.
constexpr char addScript[] = R"(
local prefix, count, most = "%1-", 0, %2
function request()
  count = count + 1
  if count > most then wrk.thread:stop() end
  return wrk.format("POST", "/scheduler/jobs", nil,
    '{"id": "' .. prefix .. count ..
    '", "func": "carillon:noop", "trigger": "interval", "hours": 24}')
end
)";

/// One of our programs that serves HTTP, and wrk beside it.
class HttpBench
{
public:
    /// `ready` is how the line begins that says it is ready; false if none comes.
    bool start(const QString &program, const QStringList &arguments, const QByteArray &ready)
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
        while (m_server.waitForReadyRead(patience)) {
            line = m_server.readLine();
            if (line.startsWith(ready))
                return true;
        }
        std::fprintf(stderr, "%s does not serve HTTP\n", qPrintable(program));
        return false;
    }
    ~HttpBench()
    {
        m_server.terminate();
        m_server.waitForFinished(patience);
    }

    /// What wrk prints.
    QString wrk(const QStringList &arguments) const
    {
        QProcess process;
        process.start(u"wrk"_qs, QStringList{u"-t1"_qs, u"--latency"_qs} + arguments);
        if (!process.waitForFinished(patience) || process.exitCode() != 0)
            qFatal("wrk fails: %s", process.readAllStandardError().constData());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        if (text.contains(u"Non-2xx"))
            qFatal("refused: %s", qPrintable(text));
        return text;
    }

    /// Prints requests a second and the latency of the slowest hundredth.
    void measure(const QString &name, int connections, const QString &path) const
    {
        const QString text = wrk({u"-c%1"_qs.arg(connections), u"-d5s"_qs, url + path});
        const double rate = number(text, u"Requests/sec:\\s+([\\d.]+)()"_qs);
        printFigure(name, rate, u"1/s"_qs, qint64(rate * 5));
        printFigure(name + u".p99"_qs, number(text, u"99%\\s+([\\d.]+)(us|ms|s)"_qs), u"ms"_qs,
                    qint64(rate * 5));
    }

    /// The number that the pattern captures; a time in milliseconds.
    static double number(const QString &text, const QString &pattern)
    {
        const auto match = QRegularExpression(pattern).match(text);
        const QString unit = match.captured(2);
        const double value = match.captured(1).toDouble();
        return unit == u"us" ? value / 1000 : unit == u"s" ? value * 1000 : value;
    }

    QByteArray line;
    QString url;

private:
    QProcess m_server;
};

quint16 freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return probe.serverPort();
}

/// Adds jobs over so many connections for a while, or up to `most`; durable ones a second.
double addJobs(const HttpBench &bench, const QTemporaryDir &folder, int connections, int most,
               int seconds)
{
    const QString script = folder.filePath(u"add%1.lua"_qs.arg(connections));
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no script");
    const QString prefix = u"%1-%2"_qs.arg(connections).arg(most);
    file.write(QString::fromLatin1(addScript).arg(prefix).arg(most).toUtf8());
    file.close();
    const QString text = bench.wrk(
        {u"-c%1"_qs.arg(connections), u"-d%1s"_qs.arg(seconds), u"-s"_qs, script, bench.url});
    return HttpBench::number(text, u"Requests/sec:\\s+([\\d.]+)()"_qs);
}

/// The transport alone: next to nothing stands behind it.
void benchTransport()
{
    HttpBench bench;
    if (!bench.start(u"transportserver"_qs, {}, "port="))
        return;
    bench.url = u"http://127.0.0.1:"_qs + QString::fromLatin1(bench.line.trimmed().mid(5));
    for (const int connections : {1, 16, 64})
        bench.measure(u"http.floor.job_%1"_qs.arg(connections), connections,
                      u"/scheduler/jobs/x"_qs);
    bench.measure(u"http.floor.jobs_16"_qs, 16, u"/scheduler/jobs"_qs);
}

} // namespace

void benchHttp()
{
    benchTransport();
    QTemporaryDir folder;
    const quint16 port = freePort();
    HttpBench bench;
    const QStringList arguments{u"--profile"_qs,
                                folder.filePath(u"profile"_qs),
                                u"serve"_qs,
                                u"--api"_qs,
                                QString::number(port),
                                u"--api-auth"_qs,
                                u"off"_qs,
                                u"--log-level"_qs,
                                u"warn"_qs};
    if (!bench.start(u"carillonctl"_qs, arguments, "READY"))
        return;
    bench.url = u"http://127.0.0.1:%1"_qs.arg(port);
    addJobs(bench, folder, 64, manyJobs + 64, 5); // wrk stops with up to 64 unanswered
    for (const int connections : {1, 16, 64})
        bench.measure(u"http.job_%1"_qs.arg(connections), connections,
                      u"/scheduler/jobs/64-%1-100"_qs.arg(manyJobs + 64));
    bench.measure(u"http.jobs_1k_16"_qs, 16, u"/scheduler/jobs"_qs);

    const auto syncs = syncTimes(folder.path(), 300);
    const double total = std::accumulate(syncs.begin(), syncs.end(), 0.0);
    const double floor = 1000 * double(syncs.size()) / total;
    printFigure(u"http.floor.syncs"_qs, floor, u"1/s"_qs, qint64(syncs.size()));
    for (const int connections : {1, 16}) {
        constexpr int seconds = 5;
        const double rate = addJobs(bench, folder, connections, 1'000'000, seconds);
        const QString name = u"http.add_%1"_qs.arg(connections);
        printFigure(name, rate, u"jobs/s"_qs, qint64(rate * seconds));
        printFigure(name + u".of_floor"_qs, rate / floor, u"ratio"_qs, qint64(rate * seconds));
    }
}

} // namespace carillon
