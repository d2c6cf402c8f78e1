// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace carillon {

/// A connection as a server sees it, whatever carries the bytes. Nothing here blocks.
class ByteChannel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ByteChannel)

public:
    explicit ByteChannel(QObject *parent = nullptr) : QObject(parent) {}

    /// Up to `most` bytes that have come; 0 if there are none now.
    virtual qsizetype read(char *to, qsizetype most) = 0;
    /// While off, readable() is silent, and what the client sends waits at the client.
    virtual void setReading(bool on) = 0;
    /// The client sends nothing more. It may still read.
    virtual bool hasEnded() const = 0;

    /// Sends at once what the system takes, and keeps the rest until it takes that.
    virtual void write(const QByteArray &bytes) = 0;
    /// What write() has kept.
    virtual qsizetype unsent() const = 0;
    /// Tells the client that nothing more comes. Only once nothing is kept.
    virtual void endOutput() = 0;

signals:
    /// There is something to read, or the client has ended.
    void readable();
    /// Some of what was kept has been sent.
    void sent();
    /// Nothing can be read or sent any more.
    void broken();
};

} // namespace carillon
