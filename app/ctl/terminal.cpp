// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include <QStringList>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace carillon::ctl {

namespace {

constexpr int widest = 1000;

struct CharacterRange
{
    char32_t first;
    char32_t last;
};

/// East Asian wide and full width, and the emoji.
constexpr std::array<CharacterRange, 15> wideCharacters{{
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0x4dbf},
    {0x4e00, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f1e6, 0x1f1ff},
    {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff},
    {0x1f900, 0x1faff},
    {0x20000, 0x3fffd},
}};

int widthOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control: return 0;
    default: break;
    }
    const auto holds = [character](const CharacterRange &range) {
        return character >= range.first && character <= range.last;
    };
    return std::any_of(wideCharacters.begin(), wideCharacters.end(), holds) ? 2 : 1;
}

int terminalWidth()
{
#ifdef Q_OS_UNIX
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::min<int>(size.ws_col, widest);
#endif
    const int columns = qEnvironmentVariableIntValue("COLUMNS");
    return columns > 0 ? std::min(columns, widest) : Terminal().width;
}

bool isStdoutTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDOUT_FILENO) == 1;
#else
    return false;
#endif
}

const char *colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Strong: return "1";
    case Tone::Dim: return "2";
    case Tone::Good: return "32";
    case Tone::Bad: return "31";
    case Tone::Warning: return "33";
    case Tone::Busy: return "36";
    }
    return "";
}

} // namespace

Terminal Terminal::ofStdout(const QString &colourWish)
{
    Terminal terminal;
    terminal.isTerminal = isStdoutTerminal();
    terminal.width = terminalWidth();
    const bool environmentAllows =
        qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    terminal.hasColours = colourWish == u"always" ||
                          (colourWish != u"never" && terminal.isTerminal && environmentAllows);
    return terminal;
}

QString Terminal::toned(const QString &text, Tone tone) const
{
    if (!hasColours || tone == Tone::Plain || text.isEmpty())
        return text;
    return u"\x1b[%1m%2\x1b[0m"_qs.arg(QString::fromLatin1(colourOf(tone)), text);
}

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString elided(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString kept;
    int used = 1; // of the ellipsis
    for (const char32_t character : text.toUcs4()) {
        used += widthOf(character);
        if (used > width)
            break;
        kept += QString::fromUcs4(&character, 1);
    }
    return kept + u'…';
}

QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\t')
            c = u' ';
        else if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    return text;
}

QString wrapped(const QString &text, int width, int indent)
{
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ')) {
        const int used = displayWidth(lines.last()) + (lines.size() > 1 ? indent : 0);
        if (!lines.last().isEmpty() && used + 1 + displayWidth(word) > width)
            lines.append(word);
        else
            lines.last() += (lines.last().isEmpty() ? QString() : u" "_qs) + word;
    }
    return lines.join(u'\n' + QString(indent, u' '));
}

} // namespace carillon::ctl
