// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/output.h"

#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QFileDevice>
#include <QJsonDocument>

#include <cerrno>

namespace carillon::ctl {

Output::Output(QIODevice &answers, QIODevice &remarks, const Terminal &terminal, bool isJson)
    : m_answers(answers),
      m_remarks(remarks),
      m_terminal(terminal),
      m_isJson(isJson)
{
}

void Output::printBytes(const QByteArray &bytes)
{
    endProgress();
    auto *const file = qobject_cast<QFileDevice *>(&m_answers);
    errno = 0;
    if (m_answers.write(bytes) == bytes.size() && (!file || file->flush()))
        return;
    m_isRead = false;
    if (errno != EPIPE && !m_writeError)
        m_writeError =
            Error{errno == ENOSPC ? ErrorCode::StoreFull : ErrorCode::NotAllowed,
                  CoreText::tr("The answer cannot be written: %1.").arg(m_answers.errorString())};
}

void Output::printText(const QString &key, const QString &text)
{
    if (m_isJson)
        printJson(QJsonObject{{key, text}});
    else
        print(text);
}

void Output::printJson(const QJsonValue &value)
{
    if (!m_terminal.isTerminal || !(value.isObject() || value.isArray())) {
        printLine(toJsonText(value));
        return;
    }
    const QJsonDocument document =
        value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
    printBytes(document.toJson(QJsonDocument::Indented));
}

void Output::remark(const QString &text)
{
    endProgress();
    m_remarks.write((text + u'\n').toUtf8());
}

void Output::progress(const QString &text)
{
    if (m_isJson || !m_terminal.isTerminal)
        return;
    m_remarks.write("\r\x1b[K" + elided(text, m_terminal.width - 1).toUtf8());
    m_hasProgress = true;
}

void Output::endProgress()
{
    if (std::exchange(m_hasProgress, false))
        m_remarks.write("\r\x1b[K");
}

void Output::tell(const Error &error)
{
    if (!m_isJson) {
        remark(u"carillonctl: "_qs + error.message);
        return;
    }
    QJsonObject object{{u"error_message"_qs, error.message}};
    if (!error.field.isEmpty())
        object.insert(u"field"_qs, error.field);
    remark(toJsonText(QJsonValue(object)));
}

ExitCode Output::fail(const Error &error)
{
    tell(error);
    return exitCodeFor(error.code);
}

ExitCode Output::failUsage(const Error &error)
{
    tell(error);
    if (!m_isJson)
        remark(CoreText::tr("carillonctl --help shows what is accepted."));
    return ExitCode::Usage;
}

} // namespace carillon::ctl
