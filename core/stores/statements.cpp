// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/statements.h"

#include <QFile>

namespace carillon {

namespace {

QString resourceText(const QString &resource)
{
    QFile file(resource);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "resourceText", qPrintable(resource));
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

/// Where the quoted text that begins at `from` ends, behind its last quote.
qsizetype endOfQuote(const QString &script, qsizetype from)
{
    const qsizetype end = script.indexOf(script.at(from), from + 1);
    return end < 0 ? script.size() : end + 1;
}

} // namespace

QMap<QString, QString> namedStatements(const QString &resource)
{
    static const QString mark = u"-- name:"_qs;
    QMap<QString, QString> statements;
    QString name;
    const QStringList lines = resourceText(resource).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(mark))
            name = line.sliced(mark.size()).trimmed();
        else if (!name.isEmpty() && !line.startsWith(u"--"))
            statements[name] += line + u'\n';
    }
    for (QString &statement : statements)
        statement = splitStatements(statement).value(0);
    return statements;
}

QStringList splitStatements(const QString &script)
{
    QStringList statements;
    QString statement;
    for (qsizetype at = 0; at < script.size();) {
        const QChar character = script.at(at);
        if (character == u'\'' || character == u'"') {
            const qsizetype end = endOfQuote(script, at);
            statement += script.sliced(at, end - at);
            at = end;
        } else if (QStringView(script).sliced(at).startsWith(u"--")) {
            const qsizetype end = script.indexOf(u'\n', at);
            at = end < 0 ? script.size() : end;
        } else if (character == u';') {
            statements.append(statement.trimmed());
            statement.clear();
            ++at;
        } else {
            statement += character;
            ++at;
        }
    }
    statements.append(statement.trimmed());
    statements.removeAll(QString());
    return statements;
}

} // namespace carillon
