// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/redisconnection.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace carillon {

/// A real Redis server of our own, on a port and a socket that nobody else knows. What it holds
/// survives a restart.
class RedisServer
{
public:
    explicit RedisServer(QStringList more = {}) : m_more(std::move(more))
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        start();
    }
    ~RedisServer() { stop(); }

    void start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            QStringLiteral("redis-server"),
            QStringList{QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--bind"),
                        QStringLiteral("127.0.0.1"), QStringLiteral("--unixsocket"), socket(),
                        QStringLiteral("--dir"), m_folder.path(), QStringLiteral("--save"),
                        QString(), QStringLiteral("--appendonly"), QStringLiteral("yes")} +
                m_more);
        while (m_process.state() != QProcess::NotRunning || m_process.bytesAvailable() > 0) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(30'000))
                break;
            if (m_process.readLine().contains("ready to accept connections at"))
                return;
        }
        qFatal("no redis-server: %s", qPrintable(m_process.errorString()));
    }
    void stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(30'000))
            m_process.kill();
    }

    quint16 port() const { return m_port; }
    QString socket() const { return m_folder.filePath(QStringLiteral("redis.sock")); }
    RedisAddress address() const
    {
        RedisAddress address;
        address.host = QStringLiteral("127.0.0.1");
        address.port = m_port;
        return address;
    }

private:
    QTemporaryDir m_folder;
    QStringList m_more;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Asks a server and waits for the answer.
class RedisClient
{
public:
    explicit RedisClient(const RedisAddress &address)
    {
        m_connection.open(address);
        if (!QTest::qWaitFor([this] { return m_connection.isOpen(); }, 30'000))
            qFatal("the Redis server cannot be reached");
    }

    RedisReply ask(const QByteArrayList &words)
    {
        std::optional<RedisReply> answer;
        m_connection.send(words, [&answer](const RedisReply &reply) { answer = reply; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
            qFatal("no answer to %s", words.first().constData());
        return *answer;
    }
    QByteArrayList items(const QByteArray &list)
    {
        QByteArrayList texts;
        for (const RedisReply &item : ask({"LRANGE", list, "0", "-1"}).items)
            texts.append(item.text);
        return texts;
    }

private:
    RedisConnection m_connection{std::chrono::seconds(30)};
};

} // namespace carillon
