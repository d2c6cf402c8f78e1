// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/interpreter.h"

#include <QFileInfo>

namespace carillon {

Interpreter interpreterFromFirstLine(const QByteArray &line)
{
    if (!line.startsWith("#!"))
        return {};
    // As the kernel reads it: a program, then all the rest as one argument. Unlike the kernel we
    // pass over the carriage return of files that were written on Windows.
    const QString text = QString::fromLocal8Bit(line.mid(2)).trimmed();
    const qsizetype blank = std::min(text.indexOf(u' ') < 0 ? text.size() : text.indexOf(u' '),
                                     text.indexOf(u'\t') < 0 ? text.size() : text.indexOf(u'\t'));
    const QString program = text.left(blank);
    const QString argument = text.mid(blank).trimmed();
    if (program.isEmpty())
        return {};
    const bool isEnv = program == u"/usr/bin/env"_qs || program == u"/bin/env"_qs;
    if (isEnv && !argument.isEmpty() && !argument.startsWith(u'-') && !argument.contains(u'='))
        return {{argument}, {}, true};
    return {{program}, argument.isEmpty() ? QStringList() : QStringList{argument}, true};
}

Interpreter interpreterFromExtension(const QString &path, const QString &python)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == u"py"_qs)
        return {{python}};
    if (extension == u"sh"_qs)
        return {{u"bash"_qs, u"sh"_qs}};
    if (extension == u"ps1"_qs)
        return {{u"pwsh"_qs, u"powershell"_qs}, {u"-NoProfile"_qs, u"-File"_qs}};
    if (extension == u"js"_qs)
        return {{u"node"_qs, u"nodejs"_qs}};
    if (extension == u"pl"_qs)
        return {{u"perl"_qs}};
    if (extension == u"rb"_qs)
        return {{u"ruby"_qs}};
#ifdef Q_OS_WIN
    if (extension == u"bat"_qs || extension == u"cmd"_qs)
        return {{u"cmd.exe"_qs}, {u"/c"_qs}};
#endif
    return {};
}

} // namespace carillon
