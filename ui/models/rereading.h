// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace carillon::ui {

/// When to read again what changes too fast to be told of: at once, then once a second at most,
/// and never before the answer is there.
class Rereading : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rereading)

public:
    explicit Rereading(std::chrono::milliseconds rest = std::chrono::seconds(1));

    /// due() follows, for many of these once.
    void request();
    /// What due() asked for has been read.
    void finish();

signals:
    void due();

private:
    void begin();

    QTimer m_rest;
    bool m_isReading = false;
    bool m_isWanted = false;
};

} // namespace carillon::ui
