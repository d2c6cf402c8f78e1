// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace carillon {

/// Whether both are equal, in a time that depends on their lengths alone.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

QByteArray sha256(QByteArrayView bytes);

/// A password as it is kept: `pbkdf2-sha512$rounds$salt$hash`, salt and hash in Base64. Takes tens
/// of milliseconds or more, and gives another text each time.
QString hashPassword(const QString &password);

/// Takes as long as hashPassword(). False for a hash that cannot be read, or with fewer than
/// 210,000 rounds.
bool isPassword(const QString &password, const QString &hash);

} // namespace carillon
