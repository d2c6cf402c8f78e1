// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// Which bytes may stand where in a request, as RFC 9110 and RFC 9112 have it.
namespace carillon::httpgrammar {

/// Of methods and the names of headers.
bool isTokenCharacter(char c);
/// All of them are; there may be none.
bool isToken(QByteArrayView bytes);

bool isHexDigit(char c);

/// A path that begins with a slash, and a query: visible ASCII without `#`, which is never sent.
/// Each % begins an escape, and none of them stands for NUL.
bool isTarget(QByteArrayView bytes);

/// The value of a header: no control characters but tabs. Bytes beyond ASCII are let through.
bool isFieldText(QByteArrayView bytes);

/// The letter case aside.
bool isSame(QByteArrayView a, QByteArrayView b);

} // namespace carillon::httpgrammar
