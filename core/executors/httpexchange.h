// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/httpanswer.h"

#include <QObject>
#include <QSslSocket>

namespace carillon {

/// One request and its answer, on a connection of its own that is closed afterwards.
///
/// The request is written once and never again, whatever happens to the connection: a server that
/// dies halfway may have acted on it. (QNetworkAccessManager sends it once more, POST included.)
/// Certificates are verified; no proxy is used. At most 64 KiB of the answer wait in memory, the
/// rest waits at the sender. Nothing blocks.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    explicit HttpExchange(HttpRequest request, QObject *parent = nullptr);

    const HttpRequest &request() const { return m_request; }
    qint64 received() const { return m_received; } ///< bytes of the body

    /// Leads to ended(), before that to answered() and then wroteBody() if there is an answer.
    void start();
    /// Drops the connection; no signal follows.
    void close();

signals:
    void answered(const carillon::HttpHead &head);
    void wroteBody(const QByteArray &bytes);
    /// `problem` is empty if the whole answer has arrived, else sentences.
    void ended(const QString &problem);

private:
    void send();
    void readSome();
    void fail(QAbstractSocket::SocketError error);
    void end(const QString &problem);
    QString cutShortText() const;

    HttpRequest m_request;
    HttpAnswerReader m_reader;
    QSslSocket m_socket;
    qint64 m_received = 0;
    bool m_isAnswered = false;
    bool m_isOver = false;
};

} // namespace carillon
