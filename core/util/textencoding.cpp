// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/textencoding.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace carillon {

namespace {

struct Encoding
{
    TextEncoding encoding;
    const char *name;
    const char *converter; ///< as Qt and ICU call it; none: Auto and System
    QStringList aliases = {};
};

/// In the order of the enumeration.
const Encoding encodings[] = {
    {TextEncoding::Auto, "auto", nullptr},
    {TextEncoding::Utf8, "utf-8", "UTF-8", {u"utf8"_qs, u"cp65001"_qs}},
    {TextEncoding::Utf16Le, "utf-16le", "UTF-16LE", {u"utf-16"_qs, u"utf16"_qs, u"utf16le"_qs}},
    {TextEncoding::Utf16Be, "utf-16be", "UTF-16BE", {u"utf16be"_qs}},
    {TextEncoding::System, "system", nullptr, {u"locale"_qs}},
    {TextEncoding::Gb18030, "gb18030", "GB18030"},
    {TextEncoding::Gbk, "gbk", "GBK", {u"cp936"_qs, u"gb2312"_qs}},
    {TextEncoding::Big5, "big5", "Big5", {u"cp950"_qs}},
    {TextEncoding::ShiftJis, "shift-jis", "Shift_JIS", {u"sjis"_qs, u"cp932"_qs}},
    {TextEncoding::EucJp, "euc-jp", "EUC-JP"},
    {TextEncoding::EucKr, "euc-kr", "EUC-KR", {u"cp949"_qs}},
    {TextEncoding::Latin1, "latin1", "ISO-8859-1", {u"latin-1"_qs, u"iso-8859-1"_qs}},
    {TextEncoding::Latin2, "iso-8859-2", "ISO-8859-2", {u"latin2"_qs}},
    {TextEncoding::Latin9, "iso-8859-15", "ISO-8859-15", {u"latin9"_qs}},
    {TextEncoding::Windows1250, "windows-1250", "windows-1250", {u"cp1250"_qs}},
    {TextEncoding::Windows1251, "windows-1251", "windows-1251", {u"cp1251"_qs}},
    {TextEncoding::Windows1252, "windows-1252", "windows-1252", {u"cp1252"_qs}},
    {TextEncoding::Windows1253, "windows-1253", "windows-1253", {u"cp1253"_qs}},
    {TextEncoding::Windows1254, "windows-1254", "windows-1254", {u"cp1254"_qs}},
    {TextEncoding::Windows1255, "windows-1255", "windows-1255", {u"cp1255"_qs}},
    {TextEncoding::Windows1256, "windows-1256", "windows-1256", {u"cp1256"_qs}},
    {TextEncoding::Windows1257, "windows-1257", "windows-1257", {u"cp1257"_qs}},
    {TextEncoding::Windows1258, "windows-1258", "windows-1258", {u"cp1258"_qs}},
    {TextEncoding::Cp437, "cp437", "IBM437", {u"ibm437"_qs}},
    {TextEncoding::Cp850, "cp850", "IBM850", {u"ibm850"_qs}},
    {TextEncoding::Cp866, "cp866", "IBM866", {u"ibm866"_qs}},
    {TextEncoding::Koi8R, "koi8-r", "KOI8-R"},
};
static_assert(std::size(encodings) == std::size_t(TextEncoding::Koi8R) + 1);

bool isUsable(const Encoding &each)
{
    return !each.converter || QStringDecoder(each.converter).isValid();
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    return QString::fromLatin1(encodings[std::size_t(encoding)].name);
}

std::optional<TextEncoding> encodingNamed(const QString &name)
{
    const QString wanted = name.trimmed().toLower().replace(u'_', u'-');
    const auto found =
        std::find_if(std::begin(encodings), std::end(encodings), [&wanted](const Encoding &each) {
            return wanted == QLatin1String(each.name) || each.aliases.contains(wanted);
        });
    if (found == std::end(encodings) || !isUsable(*found))
        return {};
    return found->encoding;
}

const QStringList &encodingNames()
{
    static const QStringList names = [] {
        QStringList usable;
        for (const Encoding &each : encodings) {
            if (isUsable(each))
                usable.append(encodingName(each.encoding));
        }
        return usable;
    }();
    return names;
}

QStringDecoder decoderFor(TextEncoding encoding, QStringDecoder::Flags flags)
{
    const char *const converter = encodings[std::size_t(encoding)].converter;
    return converter ? QStringDecoder(converter, flags)
                     : QStringDecoder(QStringDecoder::System, flags);
}

int codeUnitSize(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be ? 2 : 1;
}

std::optional<TextEncoding> legacyEncoding()
{
#ifdef Q_OS_WIN
    return TextEncoding::System;
#else
    static const bool isChinese = QLocale::system().language() == QLocale::Chinese &&
                                  decoderFor(TextEncoding::Gb18030).isValid();
    return isChinese ? std::optional(TextEncoding::Gb18030) : std::nullopt;
#endif
}

} // namespace carillon
