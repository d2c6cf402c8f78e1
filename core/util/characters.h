// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/textencoding.h"

/// Where characters begin and end in bytes, and what they mean. Everything here is free of state:
/// a QStringDecoder of Qt 6.4 that is fed in pieces loses characters after invalid ones.
namespace carillon::characters {

/// How many bytes at the end of `bytes` may be the beginning of a character.
qsizetype incompleteEnd(TextEncoding encoding, QByteArrayView bytes);

/// The text of `bytes`, which end where a character does: cut there into pieces, they give the
/// same text. What means nothing becomes U+FFFD. `encoding` is not Auto.
QString text(TextEncoding encoding, QByteArrayView bytes);

/// Whether all of `bytes` means something, the incomplete end aside.
bool areValid(TextEncoding encoding, QByteArrayView bytes);

} // namespace carillon::characters
