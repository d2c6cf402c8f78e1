// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace carillon {

/// A body that goes on: it is asked for piece by piece, so that a client who does not read costs no
/// more than what the stream itself keeps.
///
/// Lives in the engine thread; next() is called there (queued), and the signals come from there.
class ApiStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiStream)

public:
    explicit ApiStream(QObject *parent = nullptr) : QObject(parent) {}

public slots:
    /// Asks for one more piece. One signal answers it, now or as soon as there is something to
    /// tell; not to be called again before that.
    virtual void next() = 0;

signals:
    /// Never empty, and seldom above 64 KiB.
    void piece(const QByteArray &bytes);
    /// There is nothing more; the connection may go on with the next request.
    void ended();
};

} // namespace carillon
