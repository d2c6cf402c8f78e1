// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QSslError>
#include <QUrl>

namespace carillon {

/// Why a connection to the host of `url` failed, as sentences: what happened, that nothing was
/// sent where that is sure, what to do where there is something. `systemText` is what the system
/// says of errors without a sentence of their own.
QString connectionErrorText(QAbstractSocket::SocketError error, const QUrl &url,
                            const QString &systemText);

/// Why its certificate was not accepted: the first of `errors` that a sentence is known for.
QString certificateErrorText(const QList<QSslError> &errors, const QUrl &url);

} // namespace carillon
