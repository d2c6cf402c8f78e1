// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringConverter>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace carillon {

/// How bytes stand for text. The order is that of the list offered; names are stored, numbers are
/// not.
enum class TextEncoding : std::uint8_t {
    Auto, ///< UTF-8; lines that are not: legacyEncoding()
    Utf8,
    Utf16Le,
    Utf16Be,
    System, ///< what programs of this computer write by default
    Gb18030,
    Gbk,
    Big5,
    ShiftJis,
    EucJp,
    EucKr,
    Latin1, ///< this one and all that follow have one byte to a character
    Latin2,
    Latin9,
    Windows1250,
    Windows1251,
    Windows1252,
    Windows1253,
    Windows1254,
    Windows1255,
    Windows1256,
    Windows1257,
    Windows1258,
    Cp437,
    Cp850,
    Cp866,
    Koi8R,
};

/// `auto`, `utf-8`, `gb18030`, …; lower case.
QString encodingName(TextEncoding encoding);

/// By its name or a usual alias (`cp1252`, `UTF8`, `iso-8859-1`), whatever its case. Nothing if it
/// is unknown, or if this build cannot decode it: without ICU only the first five and latin1.
std::optional<TextEncoding> encodingNamed(const QString &name);

/// The names of all that this build can decode, `auto` first.
const QStringList &encodingNames();

/// A decoder for anything but Auto, which has none of its own.
QStringDecoder decoderFor(TextEncoding encoding,
                          QStringDecoder::Flags flags = QStringDecoder::Flag::Default);

/// How many bytes its smallest character has; newlines are searched in such steps.
int codeUnitSize(TextEncoding encoding);

/// What a line is read in that is not UTF-8: on Windows the system's code page, elsewhere GB18030
/// where the language of the system is Chinese. Nothing where there is no good guess.
std::optional<TextEncoding> legacyEncoding();

} // namespace carillon
